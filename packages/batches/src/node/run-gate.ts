import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Guardian } from './processes/guardian.ts'
import { startGroup } from './processes/process-group.ts'
import type { ProcessGroup } from './processes/process-group.ts'

export interface GateOptions {
  /** A command line for the shell, as the plan has it. */
  readonly command: string
  readonly cwd: string
  readonly timeoutMs: number
  readonly token: string
  readonly guardian: Guardian
}

export interface GateRun {
  readonly result: Promise<{ readonly isPassed: boolean; readonly output: string }>
  readonly stop: () => Promise<void>
}

/** Characters of the end of a gate's output that are reported. */
const TOLD = 2000

/** Runs a gate's command; it is passed when it ends with 0 in time. */
export function runGate(options: GateOptions): GateRun {
  let group: ProcessGroup | null = null
  const run = async (): Promise<{ isPassed: boolean; output: string }> => {
    const folder = await mkdtemp(join(tmpdir(), 'blueprint-gate-'))
    const logPath = join(folder, 'output.log')
    const [file, args] = process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c']] : ['/bin/sh', ['-c']]
    const started = startGroup({
      ...options,
      file,
      args: [...args, options.command],
      env: {},
      input: '',
      logPath,
    })
    group = started
    const timer = setTimeout(() => void started.stop(), options.timeoutMs)
    const end = await started.ended
    clearTimeout(timer)
    const log = await readFile(logPath, 'utf8').catch(() => '')
    await rm(folder, { recursive: true, force: true })
    const how =
      end.startError ?? (end.signal === null ? `exit code ${end.exitCode}` : `ended by ${end.signal}`)
    return { isPassed: end.exitCode === 0, output: `${how} ${log.trim().slice(-TOLD)}`.trim() }
  }
  return { result: run(), stop: async () => group?.stop() }
}
