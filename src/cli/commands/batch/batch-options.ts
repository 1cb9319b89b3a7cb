import type { Command } from 'commander'
import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { Result } from '../../../core/base/result.ts'
import { fail, ok } from '../../../core/base/result.ts'
import { parseAgentCommand } from '../../../node/batch/agent-command.ts'
import type { AgentCommand } from '../../../node/batch/agent-command.ts'
import { isBatchId } from '../../../node/batch/batch-folders.ts'
import { DEFAULT_POLICY } from '../../../orchestrator/schedule/policy.ts'
import type { Policy } from '../../../orchestrator/schedule/policy.ts'

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
}

export function addSharedOptions(command: Command): Command {
  return command
    .option('--root <folder>', 'the folder of the project', absolute, process.cwd())
    .option('--items-dir <folder>', 'where the work items are, within the project', 'work-items')
    .option('-w, --workers <n>', 'items at the same time', atLeast(1), DEFAULT_POLICY.workers)
    .option('--json', 'print events and the outcome as JSON, one object a line')
}

export function addAgentOptions(command: Command): Command {
  return command
    .option(
      '--agent <command>',
      'the program that does the work: claude, codex, or a program with its arguments',
    )
    .option(
      '--models <a,b,c>',
      'models for the agent, weakest first: a failure is tried again, then with the next',
      listOf,
    )
    .option('--timeout <minutes>', 'how long one attempt may take (default: 60)', above(0))
    .option(
      '--poll <seconds>',
      'how often heartbeats are looked at (default: 30; claude and codex 300)',
      above(0),
    )
    .option(
      '--stale <seconds>',
      'a heartbeat older than this is that of a dead agent (default: twice --poll)',
      above(0),
    )
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
  if (text === null) return fail('the plan does not say which batch it is; give one with --batch')
  return isBatchId(text)
    ? ok(text)
    : fail(`expected a batch id of letters, digits, - and _, got "${text.slice(0, 60)}"`)
}
