import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Milliseconds of one start: as a clock sees it, and of the processor alone. */
export interface Taken {
  readonly wallMs: number
  readonly cpuMs: number
}

export interface Starts {
  /** Importing the engine and running one command, beyond a bare process. */
  readonly firstCommand: Taken
  /** `blueprint run FILE COMMAND`, the whole process. */
  readonly commandLine: Taken
}

const FIRST_COMMAND = `
import { readFileSync } from 'node:fs'
import { createEngine } from 'blueprint-command-engine'
const shop = JSON.parse(readFileSync(process.argv[1], 'utf8'))
if (createEngine().run(shop, 'make the first product card red').status !== 'applied') process.exit(1)
`

/** Writes the processor's time of the whole process to its fourth stream. */
const TELL_CPU_TIME = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(3, String((user + system) / 1000))
})
`

/**
 * Starts new processes in turn. The shortest of each counts: other programs on the machine make a start longer, never shorter.
 *
 * @param project where the engine is installed
 */
export function measureStarts(project: string, rounds: number): Starts {
  const preload = join(project, 'tell-cpu-time.cjs')
  writeFileSync(preload, TELL_CPU_TIME)
  const shop = resolve('examples/shop.json')
  const program = resolve('packages/cli/dist/main.js')
  const kinds = [
    ['-e', '0'],
    ['--input-type=module', '--eval', FIRST_COMMAND, shop],
    [program, 'run', shop, 'make the first product card red'],
  ]
  const taken: Taken[][] = kinds.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, args] of kinds.entries()) taken[i]!.push(start(['--require', preload, ...args], project))
  const [bare, first, commandLine] = taken.map(shortest) as [Taken, Taken, Taken]
  return {
    firstCommand: { wallMs: first.wallMs - bare.wallMs, cpuMs: first.cpuMs - bare.cpuMs },
    commandLine,
  }
}

function start(args: readonly string[], cwd: string): Taken {
  const begin = performance.now()
  const { status, stderr, output } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wallMs = performance.now() - begin
  if (status !== 0)
    throw new Error(`expected node ${args.join(' ')} to end with 0, got ${status}:\n${stderr}`)
  return { wallMs, cpuMs: Number(output[3]) }
}

function shortest(all: readonly Taken[]): Taken {
  return {
    wallMs: Math.min(...all.map(({ wallMs }) => wallMs)),
    cpuMs: Math.min(...all.map(({ cpuMs }) => cpuMs)),
  }
}
