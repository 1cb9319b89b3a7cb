import { describeFileIssue, readTextFile } from '../../node/files.ts'
import { findTranscripts, readAttemptSpecs, readTranscripts } from '../../node/transcripts.ts'
import type { AssignmentRule } from '../../orchestrator/tokens/attribution.ts'
import { parseAssignmentMap } from '../../orchestrator/tokens/assignment-map.ts'
import { tokenReportJson } from '../../orchestrator/tokens/gen-ai-attributes.ts'
import { reportTokens } from '../../orchestrator/tokens/token-report.ts'
import type { Grouping } from '../../orchestrator/tokens/token-report.ts'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { showReadingProgress } from '../render/reading-progress.ts'
import { renderTokenReport } from '../render/token-report.ts'

export interface TokensOptions {
  readonly by: readonly Grouping[]
  readonly map?: string
  readonly json?: boolean
}

export async function runTokens(host: Host, paths: readonly string[], options: TokensOptions): Promise<void> {
  const rules = await readRules(host, options.map)
  if (rules === undefined) return
  const files = await findTranscripts(paths)
  if (!files.ok) {
    refuse(host, describeFileIssue(files.error))
    return
  }
  if (files.value.length === 0) {
    refuse(host, `no *.jsonl file in ${paths.join(', ')}`)
    return
  }
  const progress = showReadingProgress(host)
  const { ledger, issues } = await readTranscripts(files.value, ({ readBytes, totalBytes }) =>
    progress.update(readBytes, totalBytes),
  )
  progress.end()
  host.exitCode = issues.length > 0 ? exitCodes.rejected : 0
  for (const issue of issues) host.stderr.write(`error: ${describeFileIssue(issue)}\n`)
  const report = reportTokens(ledger, options.by, { rules, specs: await readAttemptSpecs(files.value) })
  if (options.json === true) printJson(host.stdout, tokenReportJson(report))
  else printLines(host.stdout, renderTokenReport(viewOf(host, host.stdout), report, files.value.length))
}

async function readRules(
  host: Host,
  path: string | undefined,
): Promise<readonly AssignmentRule[] | undefined> {
  if (path === undefined) return []
  const text = await readTextFile(path, { stdin: host.stdin })
  if (!text.ok) {
    refuse(host, describeFileIssue(text.error))
    return undefined
  }
  const rules = parseAssignmentMap(text.value)
  if (rules.ok) return rules.value
  refuse(host, `${path}: ${rules.error.join('\n  ')}`)
  return undefined
}
