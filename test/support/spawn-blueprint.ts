import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const packageRoot: string = fileURLToPath(new URL('../..', import.meta.url))
export const shopPath: string = `${packageRoot}examples/shop.json`

export const mainPath: string = `${packageRoot}packages/cli/dist/main.js`

/** The tests of processes need the built program; `npm test` builds it first. */
export const isBuilt: boolean = existsSync(mainPath) && existsSync(`${packageRoot}dist/index.js`)

export interface Finished {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface SpawnOptions {
  readonly stdin?: string
  readonly cwd?: string
  readonly env?: { readonly [name: string]: string }
}

/** Runs the built program to its end. Colours are off unless the environment says otherwise. */
export async function spawnBlueprint(args: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  const child = startBlueprint(args, options)
  const finished = finish(child)
  // A program that does not read its input to the end closes it.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.stdin ?? '')
  return finished
}

export function startBlueprint(
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcessWithoutNullStreams {
  return startNode([mainPath, ...args], options)
}

/** Runs Node in the package's folder, where the package can be imported by its name. */
export async function spawnNode(args: readonly string[]): Promise<Finished> {
  const child = startNode(args, {})
  child.stdin.end()
  return finish(child)
}

function startNode(args: readonly string[], options: SpawnOptions): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...inherited } = process.env
  return spawn(process.execPath, args, {
    cwd: options.cwd ?? packageRoot,
    env: { ...inherited, ...options.env },
    stdio: 'pipe',
  })
}

export async function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
