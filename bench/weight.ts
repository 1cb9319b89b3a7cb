// `npm run bench:weight [-- --only bundle] [--write]`: what the engine weighs and how fast it starts, against its limits.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeEnvironment } from './environment.ts'
import { formatTable } from './table.ts'
import { measureBundle } from './weight/bundle.ts'
import { installEngine } from './weight/install.ts'
import { limits } from './weight/limits.ts'
import { insertTable, markdownTable } from './weight/readme.ts'
import type { Figure } from './weight/readme.ts'
import { measureStarts } from './weight/starts.ts'
import type { Taken } from './weight/starts.ts'

const README = 'README.md'

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      /** `bundle`: nothing is installed and no process is timed. */
      only: { type: 'string' },
      rounds: { type: 'string', default: '20' },
      /** Writes the table of the README. */
      write: { type: 'boolean', default: false },
    },
  })
  const figures = [
    ...(await bundleFigures()),
    ...(values.only === 'bundle' ? [] : installedFigures(Number(values.rounds))),
  ]
  const rows = figures.map(({ what, text, limitText, isWithin }) => [
    what,
    text,
    limitText,
    isWithin ? '' : 'TOO MUCH',
  ])
  process.stdout.write(`${formatTable(['', 'measured', 'limit', ''], rows)}\n`)
  if (values.write) {
    writeFileSync(
      README,
      insertTable(readFileSync(README, 'utf8'), markdownTable(figures, describeEnvironment())),
    )
    process.stdout.write(`written: ${README}\n`)
  }
  for (const { what, text, limitText } of figures.filter(({ isWithin }) => !isWithin))
    process.stderr.write(`[bench] FAILED: ${what}: ${text}, the limit is ${limitText}\n`)
  return figures.every(({ isWithin }) => isWithin) ? 0 : 1
}

async function bundleFigures(): Promise<readonly Figure[]> {
  const { brotliBytes } = await measureBundle()
  return [figure('bundle for a browser, minified, under brotli', brotliBytes, limits.bundleBytes, kilobytes)]
}

function installedFigures(rounds: number): readonly Figure[] {
  const installed = installEngine()
  try {
    const starts = measureStarts(installed.project, rounds)
    return [
      figure('packages that an install brings', installed.packages, limits.installedPackages, String),
      figure('size of an install', installed.bytes, limits.installedBytes, megabytes),
      start(
        'import and first command, beyond a bare `node -e 0`',
        starts.firstCommand,
        limits.firstCommandMs,
      ),
      start('`blueprint run FILE COMMAND`, the whole process', starts.commandLine, limits.commandLineMs),
    ]
  } finally {
    rmSync(installed.project, { recursive: true })
  }
}

function figure(what: string, measured: number, limit: number, say: (value: number) => string): Figure {
  return { what, text: say(measured), limitText: say(limit), isWithin: measured <= limit }
}

/** The processor's time where the clock's is longer: on a busy machine a process waits for others, and that says nothing about it. */
function start(what: string, { wallMs, cpuMs }: Taken, limitMs: number): Figure {
  const measuredMs = Math.min(wallMs, cpuMs)
  const text = `${ms(measuredMs)}${wallMs > cpuMs ? ' of the processor' : ''}`
  return { what, text, limitText: ms(limitMs), isWithin: measuredMs <= limitMs }
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function ms(value: number): string {
  return `${Math.ceil(value)} ms`
}

process.exitCode = await main()
