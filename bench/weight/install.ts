import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Installed {
  /** An empty project in which the engine is installed; the caller removes it. */
  readonly project: string
  readonly packages: number
  readonly bytes: number
  readonly tarballBytes: number
}

/**
 * Packs the engine as it is built, and installs the tarball into an empty project, as any user does.
 *
 * @throws Error when npm fails, as it does without a registry or a cache.
 */
export function installEngine(): Installed {
  const project = mkdtempSync(join(tmpdir(), 'blueprint-weight-'))
  // Not the scripts: the build is what is measured, and it is there.
  const packed = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', project], process.cwd())
  const [tarball] = JSON.parse(packed) as readonly [{ readonly filename: string; readonly size: number }]
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  npm(
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--prefer-offline',
      join(project, tarball.filename),
    ],
    project,
  )
  const modules = join(project, 'node_modules')
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
    readonly packages: object
  }
  return {
    project,
    packages: Object.keys(lock.packages).length,
    bytes: sizeOf(modules),
    tarballBytes: tarball.size,
  }
}

/** Bytes of all files. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args[0]} failed with exit code ${status}:\n${stderr}`)
  return stdout
}
