// `npm run bench:answers -- BEFORE [AFTER]`: whether two builds give the same answers, but for the wording of messages.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compareGroup } from './answers/compare.ts'
import type { Build } from './answers/compare.ts'
import { inputGroups } from './answers/inputs.ts'
import { DEFAULT_SCREENS } from './options.ts'
import { Progress } from './progress.ts'
import { formatTable } from './table.ts'

const USAGE = `usage: npm run bench:answers -- BEFORE [AFTER] [OPTIONS]
  BEFORE, AFTER     folders with a built engine, each with its package.json (AFTER: this one)
  --screens FILE    real screens, one JSON document a line (default: ${DEFAULT_SCREENS})
  --fuzz COUNT      inputs of each kind that the fuzzer makes (default: 1000)
  --show COUNT      differences to print (default: 10)
`
/** As sysexits.h has it. */
const USAGE_ERROR = 64
const MAX_SHOWN_CHARACTERS = 400

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      screens: { type: 'string', default: DEFAULT_SCREENS },
      fuzz: { type: 'string', default: '1000' },
      show: { type: 'string', default: '10' },
    },
  })
  const [before, after = '.'] = positionals
  if (before === undefined) {
    process.stderr.write(USAGE)
    return USAGE_ERROR
  }
  const builds = [await loadBuild(before), await loadBuild(after)] as const
  const groups = inputGroups(values.screens, Number(values.fuzz))
  const progress = new Progress('group', groups.length)
  const results = groups.map((group) => {
    progress.next(group.name)
    return compareGroup(group, ...builds)
  })
  progress.end()
  const rows = results.map(({ name, answers, differences }) => [
    name,
    String(answers),
    String(new Set(differences.map(({ input, command }) => `${input}\n${command}`)).size),
  ])
  process.stdout.write(`${formatTable(['inputs', 'answers', 'different'], rows)}\n`)
  const differences = results.flatMap((result) => result.differences)
  for (const { input, command, part, before: old, after: now } of differences.slice(0, Number(values.show)))
    process.stdout.write(
      `\n${input}: ${command}\n  ${part}\n  before ${shown(old)}\n  after  ${shown(now)}\n`,
    )
  return differences.length === 0 ? 0 : 1
}

/** The engine of a package's folder, found by its `exports` as any user finds it. */
async function loadBuild(folder: string): Promise<Build> {
  const read = readFileSync(join(folder, 'package.json'), 'utf8')
  const { exports: entries } = JSON.parse(read) as {
    readonly exports: { readonly '.': { readonly default: string } }
  }
  // The engine's own API; an older build has these two calls too.
  return (await import(pathToFileURL(resolve(folder, entries['.'].default)).href)) as Build
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, MAX_SHOWN_CHARACTERS)
}

process.exitCode = await main()
