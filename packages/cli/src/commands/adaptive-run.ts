import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import { readExecutionLogs, readMetricsFolder } from '@blueprint-engine/insight/node'
import type { RunDocuments } from '@blueprint-engine/insight/node'
import {
  findBreakEven,
  readComplexity,
  chooseModel,
  comparePhases,
  defaultPolicy,
  evaluationJson,
  exactOf,
  parsePolicy,
  readQuantity,
  readRunFigures,
  evaluateRun,
  trialsOfMetrics,
  trialsOfRun,
} from '@blueprint-engine/insight'
import type { ChoicePolicy, CostPoint, RunFigures, BatchMetrics } from '@blueprint-engine/insight'
import { readFrontMatter } from '@blueprint-engine/files/formats'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { renderBreakEven, renderChoice, renderComparison, renderEvaluation } from '../render/adaptive.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface BreakEvenOptions extends JsonOption {
  readonly point?: readonly string[]
  readonly metrics?: string
  readonly singleAgent?: string
}

export interface ChooseOptions extends JsonOption {
  readonly complexity?: string
  readonly metrics?: string
  readonly logs?: readonly string[]
  readonly policy?: string
}

/** The plan's figure for a simple ticket done by one agent alone. */
const SINGLE_AGENT_TOKENS = 30_000

export async function runEvaluate(host: Host, logs: readonly string[], options: JsonOption): Promise<void> {
  const runs = await readRuns(host, logs)
  if (runs === undefined) return
  const evaluations = runs.map((documents) => {
    const run = figuresOf(documents)
    return { run, verdicts: evaluateRun(run) }
  })
  const verdicts = evaluations.flatMap((evaluation) => evaluation.verdicts.map(({ verdict }) => verdict))
  host.exitCode = verdicts.includes('FAIL')
    ? exitCodes.rejected
    : verdicts.includes('UNKNOWN') || verdicts.length === 0
      ? exitCodes.clarify
      : 0
  if (options.json === true) {
    printJson(
      host.stdout,
      evaluations.map(({ run, verdicts: judged }) => evaluationJson(run, judged)),
    )
  } else printLines(host.stdout, renderEvaluation(viewOf(host, host.stdout), evaluations))
}

export async function runCompare(host: Host, logs: readonly string[], options: JsonOption): Promise<void> {
  const runs = await readRuns(host, logs)
  if (runs === undefined) return
  host.exitCode = 0
  const comparison = comparePhases(runs.map(figuresOf))
  if (options.json === true) printJson(host.stdout, comparison)
  else printLines(host.stdout, renderComparison(viewOf(host, host.stdout), comparison))
}

export async function runBreakEven(
  host: Host,
  logs: readonly string[],
  options: BreakEvenOptions,
): Promise<void> {
  const given = readPoints(options.point ?? [])
  if (typeof given === 'string') {
    refuse(host, given)
    return
  }
  const runs = logs.length === 0 ? [] : await readRuns(host, logs)
  const metrics = await readMetrics(host, options.metrics)
  if (runs === undefined || metrics === undefined) return
  const figures = runs.map(figuresOf)
  const stated = options.singleAgent === undefined ? undefined : readQuantity(options.singleAgent)
  if (options.singleAgent !== undefined && !((stated?.value ?? 0) > 0)) {
    refuse(host, `--single-agent takes a number of tokens such as 30k, got ${options.singleAgent}`)
    return
  }
  const singleAgent = stated?.value ?? singleAgentOf(figures) ?? SINGLE_AGENT_TOKENS
  const points = [...given, ...figures.flatMap(pointOf), ...metrics.flatMap(pointOfMetrics)]
  const result = findBreakEven(points, singleAgent)
  host.exitCode =
    result.status === 'pays' ? 0 : result.status === 'never pays' ? exitCodes.rejected : exitCodes.clarify
  const leftOut = figures.filter((run) => pointOf(run).length === 0).map(({ name }) => name)
  if (options.json === true) printJson(host.stdout, { points, leftOut, ...result })
  else printLines(host.stdout, renderBreakEven(viewOf(host, host.stdout), points, result, leftOut))
}

export async function runChoose(host: Host, item: string | undefined, options: ChooseOptions): Promise<void> {
  const word = options.complexity ?? (await complexityOf(host, item))
  if (word === undefined) return
  const complexity = readComplexity(word)
  if (complexity === undefined) {
    refuse(
      host,
      `the complexity "${word}" is unknown; --complexity takes mechanical, nuanced or architectural`,
    )
    return
  }
  const metrics = await readMetrics(host, options.metrics)
  const runs = options.logs === undefined ? [] : await readRuns(host, options.logs)
  if (metrics === undefined || runs === undefined) return
  const trials = [...trialsOfMetrics(metrics), ...runs.flatMap((run) => trialsOfRun(figuresOf(run)))]
  const policy = await readPolicy(host, options.policy)
  if (policy === undefined) return
  const choice = chooseModel(complexity, trials, policy)
  host.exitCode = 0
  if (options.json === true) printJson(host.stdout, choice)
  else printLines(host.stdout, renderChoice(viewOf(host, host.stdout), choice))
}

function figuresOf({ name, roots, damage }: RunDocuments): RunFigures {
  return readRunFigures(name, roots, damage)
}

async function readRuns(host: Host, logs: readonly string[]): Promise<readonly RunDocuments[] | undefined> {
  const { runs, problems } = await readExecutionLogs(logs)
  for (const problem of problems) refuse(host, problem)
  return problems.length > 0 ? undefined : runs
}

async function readMetrics(
  host: Host,
  folder: string | undefined,
): Promise<readonly BatchMetrics[] | undefined> {
  if (folder === undefined) return []
  const read = await readMetricsFolder(folder)
  if (!read.ok) {
    refuse(host, describeFileIssue(read.error))
    return undefined
  }
  for (const { path, problems } of read.value.broken) {
    host.stderr.write(`warning: ${path} is skipped: ${problems.join('; ')}\n`)
  }
  return read.value.files.map(({ metrics }) => metrics)
}

function readPoints(texts: readonly string[]): CostPoint[] | string {
  const points: CostPoint[] = []
  for (const text of texts) {
    const [count, tokens] = text.split('=').map(readQuantity)
    if (count === undefined || tokens === undefined || !(count.value > 0) || !(tokens.value > 0)) {
      return `--point takes TICKETS=TOKENS such as 2=56k, got ${text}`
    }
    points.push({ tickets: count.value, tokens: tokens.value })
  }
  return points
}

async function readPolicy(host: Host, path: string | undefined): Promise<ChoicePolicy | undefined> {
  if (path === undefined) return defaultPolicy
  const text = await readTextFile(path, { stdin: host.stdin })
  const policy = text.ok ? parsePolicy(text.value) : undefined
  if (policy?.ok === true) return policy.value
  refuse(host, text.ok ? `${path}: ${policy!.error.join('\n  ')}` : describeFileIssue(text.error))
  return undefined
}

/** Only of runs whose tickets and tokens are known exactly. */
function pointOf({ completedTickets, totalTokens }: RunFigures): CostPoint[] {
  const tickets = exactOf(completedTickets?.range ?? null)
  const tokens = exactOf(totalTokens?.range ?? null)
  return tickets === null || tickets === 0 || tokens === null ? [] : [{ tickets, tokens }]
}

function pointOfMetrics({ operation, metrics }: BatchMetrics): CostPoint[] {
  const tickets = metrics.success_count ?? 0
  const tokens = metrics.token_usage?.total_tokens ?? 0
  return operation === 'execute' && tickets > 0 && tokens > 0 ? [{ tickets, tokens }] : []
}

/** By ticket, over the runs that state it. */
function singleAgentOf(runs: readonly RunFigures[]): number | undefined {
  const stated = runs.flatMap(({ singleAgentTokens, plannedTickets }) => {
    const tokens = exactOf(singleAgentTokens?.range ?? null)
    return tokens === null || plannedTickets === 0 ? [] : [{ tokens, tickets: plannedTickets }]
  })
  const tokens = stated.reduce((sum, run) => sum + run.tokens, 0)
  const tickets = stated.reduce((sum, run) => sum + run.tickets, 0)
  return tickets === 0 ? undefined : tokens / tickets
}

async function complexityOf(host: Host, item: string | undefined): Promise<string | undefined> {
  if (item === undefined) {
    refuse(host, 'expected a work item or --complexity')
    return undefined
  }
  const text = await readTextFile(item, { stdin: host.stdin })
  if (!text.ok) {
    refuse(host, describeFileIssue(text.error))
    return undefined
  }
  const complexity = readFrontMatter(text.value)?.['complexity']
  if (typeof complexity === 'string') return complexity
  refuse(host, `${item} has no complexity in its front matter: pass --complexity`)
  return undefined
}
