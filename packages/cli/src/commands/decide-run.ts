import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import { readMetricsFolder } from '@blueprint-engine/insight/node'
import type { Candidate, TriggerMeasure, DecideOptions, Weights } from '@blueprint-engine/insight'
import {
  builtInCandidates,
  decide,
  defaultDecideOptions,
  decisionMarkdown,
  parseCandidates,
  TRIGGER_MEASURES,
} from '@blueprint-engine/insight'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { renderDecision } from '../render/decision.ts'

export interface DecideCommandOptions {
  readonly folder: string
  readonly candidates?: string
  readonly only?: boolean
  readonly budget: string
  readonly weights: string
  readonly impact: DecideOptions['impact']
  readonly claim?: readonly string[]
  readonly out?: string
  readonly markdown?: boolean
  readonly json?: boolean
}

export async function runDecide(host: Host, options: DecideCommandOptions): Promise<void> {
  const settings = readSettings(options)
  const candidates = await readCandidates(host, options)
  const read = await readMetricsFolder(options.folder)
  const missing = !read.ok && read.error.code === 'file-not-found'
  const problems = [
    ...(settings.ok ? [] : settings.error),
    ...(candidates.ok ? [] : candidates.error),
    ...(read.ok || missing ? [] : [describeFileIssue(read.error)]),
  ]
  if (!settings.ok || !candidates.ok || problems.length > 0) {
    refuse(host, problems.join('\n  '))
    return
  }
  const files = read.ok ? read.value.files.map(({ metrics }) => metrics) : []
  const broken = read.ok ? read.value.broken : []
  if (missing) host.stderr.write(`warning: ${options.folder} does not exist, so there is no evidence\n`)
  for (const { path, problems: wrong } of broken) {
    host.stderr.write(`warning: ${path} is skipped: ${wrong.join('; ')}\n`)
  }
  const decision = decide(candidates.value, files, settings.value)
  host.exitCode = broken.length > 0 ? exitCodes.rejected : decision.plan.length === 0 ? exitCodes.clarify : 0
  const markdown = decisionMarkdown(decision)
  if (options.out !== undefined) {
    const written = await writeTextFileAtomic(options.out, markdown)
    if (!written.ok) {
      refuse(host, describeFileIssue(written.error))
      return
    }
  }
  if (options.json === true) printJson(host.stdout, decision)
  else if (host.stdout.isTTY === true && options.markdown !== true)
    printLines(host.stdout, renderDecision(viewOf(host, host.stdout), decision))
  else host.stdout.write(markdown)
}

async function readCandidates(
  host: Host,
  { candidates: path, only }: DecideCommandOptions,
): Promise<Result<readonly Candidate[], readonly string[]>> {
  if (path === undefined) {
    return only === true ? fail(['--only needs --candidates']) : ok(builtInCandidates)
  }
  const text = await readTextFile(path, { stdin: host.stdin })
  if (!text.ok) return fail([describeFileIssue(text.error)])
  const own = parseCandidates(text.value)
  if (!own.ok) return fail(own.error.map((problem) => `${path}: ${problem}`))
  const replaced = new Set(own.value.map(({ id }) => id))
  const kept = only === true ? [] : builtInCandidates.filter(({ id }) => !replaced.has(id))
  return ok([...kept, ...own.value])
}

function readSettings(options: DecideCommandOptions): Result<DecideOptions, readonly string[]> {
  const problems: string[] = []
  const budgetHours = Number(/^(\d{1,6}(?:\.\d{1,3})?) ?h?$/.exec(options.budget.trim())?.[1])
  if (!(budgetHours > 0)) problems.push(`--budget takes hours such as 80h, got ${options.budget}`)
  const weights = readWeights(options.weights)
  if (weights === undefined) {
    problems.push(`--weights takes three numbers from high to low such as 4,3,1, got ${options.weights}`)
  }
  const claims: { [measure in TriggerMeasure]?: number } = {}
  for (const claim of options.claim ?? []) {
    const [name, text = '', ...rest] = claim.split('=')
    const measure = TRIGGER_MEASURES.find((known) => known === name?.trim())
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (measure !== undefined && value >= 0 && rest.length === 0) claims[measure] = value
    else
      problems.push(`--claim takes MEASURE=NUMBER with one of ${TRIGGER_MEASURES.join(', ')}, got ${claim}`)
  }
  if (problems.length > 0) return fail(problems)
  return ok({
    ...defaultDecideOptions,
    budgetHours,
    weights: weights!,
    impact: options.impact,
    generic: options.only !== true,
    claims,
  })
}

function readWeights(text: string): Weights | undefined {
  const [high, medium, low, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (high === undefined || medium === undefined || low === undefined || rest.length > 0) return undefined
  return high >= medium && medium >= low && low > 0 && high <= 100 ? { high, medium, low } : undefined
}
