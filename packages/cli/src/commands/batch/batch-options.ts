import type { Command } from 'commander'
import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { parseAgentCommand, isBatchId } from '@blueprint-engine/batches/node'
import type { AgentCommand } from '@blueprint-engine/batches/node'
import { DEFAULT_POLICY } from '@blueprint-engine/batches'
import type { Policy, Rate } from '@blueprint-engine/batches'

/** Options that several batch commands share. */
export interface SharedOptions {
  readonly root: string
  readonly itemsDir: string
  readonly json?: boolean
  readonly workers: number
}

export interface AgentOptions {
  readonly agent?: string
  readonly models?: readonly string[]
  readonly timeout?: number
  readonly poll?: number
  readonly stale?: number
  readonly maxCost?: number
  readonly rate?: Rate
}

export function addSharedOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'the project folder', absolute, process.cwd())
    .option('--items-dir <folder>', 'folder of the work items within the project', 'work-items')
    .option('-w, --workers <n>', 'number of items to run in parallel', atLeast(1), DEFAULT_POLICY.workers)
    .option('--json', 'print events and the outcome as JSON, one object per line')
}

export function addAgentOptions(command: Command): Command {
  return command
    .option('--agent <command>', 'the agent to run: claude, codex, or a program with its arguments')
    .option(
      '--models <a,b,c>',
      'models for the agent, weakest first; a failed item is retried, then given to the next model',
      listOf,
    )
    .option('--timeout <minutes>', 'time limit for one attempt (default: 60)', above(0))
    .option(
      '--poll <seconds>',
      'how often to check heartbeats (default: 30; claude and codex: 300)',
      above(0),
    )
    .option(
      '--stale <seconds>',
      'an agent without a sign of life for this long is considered dead (default: twice --poll)',
      above(0),
    )
    .option('--max-cost <usd>', 'start nothing new after spending this much', above(0))
    .option(
      '--rate <n/unit>',
      'maximum number of agents to start per minute, hour or day: 5/m, 30/h, 200/d',
      rateOf,
    )
}

const PER: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A commander parser: `30/h`. */
function rateOf(text: string): Rate {
  const [, count, unit] = /^(\d{1,5})\/([mhd])$/.exec(text) ?? []
  const rate = { count: Number(count), perMs: PER[unit ?? ''] ?? 0 }
  if (!(rate.count > 0))
    throw new InvalidArgumentError('expected a number per minute, hour or day: 5/m, 30/h, 200/d.')
  return rate
}

export function policyOf(options: SharedOptions & AgentOptions, agent: AgentCommand | null): Policy {
  // What a program tells by events it tells when a step is over, and a step may be a whole test run.
  const pollMs =
    options.poll === undefined ? DEFAULT_POLICY.pollMs * (agent?.readEvent ? 10 : 1) : options.poll * 1000
  return {
    workers: options.workers,
    models: options.models ?? [],
    timeoutMs: options.timeout === undefined ? DEFAULT_POLICY.timeoutMs : options.timeout * 60_000,
    pollMs,
    staleMs: options.stale === undefined ? 2 * pollMs : options.stale * 1000,
    ...(options.maxCost !== undefined && { maxCostUsd: options.maxCost }),
    ...(options.rate !== undefined && { rate: options.rate }),
  }
}

export function agentOf({ agent }: AgentOptions): Result<AgentCommand | null, string> {
  return agent === undefined ? ok(null) : parseAgentCommand(agent)
}

/** A commander parser. */
export function batchIdOf(text: string): string {
  if (!isBatchId(text)) throw new InvalidArgumentError('expected letters, digits, - and _, at most 40.')
  return text
}

export function atLeast(least: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= least)) throw new InvalidArgumentError(`expected a whole number from ${least} to 9999.`)
    return number
  }
}

function above(least: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
    if (!(number > least)) throw new InvalidArgumentError(`expected a number above ${least}.`)
    return number
  }
}

/** A commander parser for comma lists. */
export function listOf(text: string): string[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.length === 0) throw new InvalidArgumentError('expected names separated by commas.')
  return entries
}

/** A commander parser. */
export function absolute(path: string): string {
  return resolve(path)
}

/** Ids of batches come from files as well. */
export function checkedBatchId(text: string | null): Result<string, string> {
  if (text === null) return fail('the plan does not name its batch; give one with --batch')
  return isBatchId(text)
    ? ok(text)
    : fail(`expected a batch id of letters, digits, - and _, got "${text.slice(0, 60)}"`)
}
