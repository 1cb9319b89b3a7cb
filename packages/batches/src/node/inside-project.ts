import { readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

/**
 * Writing follows links, and a project may hold one to anywhere. Null for a path that stays in the project, whether or not it
 * is there yet; else one sentence.
 */
export async function leadsOutOf(root: string, path: string): Promise<string | null> {
  const name = relative(root, path) || '.'
  if (!isWithin(resolve(root), resolve(path))) return `${path} is not in the project ${root}`
  const [base, target] = [await realpath(root), await realTarget(path)]
  return isWithin(base, target)
    ? null
    : `${name} leads out of the project by a symbolic link, to ${target}; nothing is written there`
}

/** Links that follow one another further than this lead nowhere. */
const MAX_LINKS = 40

/** Where a path really is; of what is not there, where it would be made: a link may point to what is not there yet. */
async function realTarget(path: string, links = 0): Promise<string> {
  const rest: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    const real = await realpath(at).catch(() => null)
    if (real !== null) return join(real, ...rest)
    const to = links < MAX_LINKS ? await readlink(at).catch(() => null) : null
    if (to !== null) return realTarget(join(resolve(dirname(at), to), ...rest), links + 1)
    if (dirname(at) === at) return resolve(path)
    rest.unshift(basename(at))
  }
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)
}
