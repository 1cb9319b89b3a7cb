import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'

/** What a figure depends on beside the code. */
export interface Environment {
  readonly date: string
  readonly cpu: string
  readonly cores: number
  /** Processes waiting for a core in the last minute, where the system tells: figures of a busy machine are too high. */
  readonly load: number
  readonly node: string
  /** `unknown` outside a git clone; `+` when files have changed since. */
  readonly commit: string
}

export function describeEnvironment(): Environment {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    load: Math.round(loadavg()[0]! * 10) / 10,
    node: process.version,
    commit: commitName(),
  }
}

function commitName(): string {
  const commit = git(['rev-parse', '--short', 'HEAD'])
  if (commit === null) return 'unknown'
  return git(['status', '--porcelain', '--', 'src']) === '' ? commit : `${commit}+`
}

function git(args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}
