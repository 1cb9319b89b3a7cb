import { dirname } from 'node:path'
import type { CommandBatchOptions } from 'blueprint-command-engine'
import type { BatchRunner, DocumentResult } from '@blueprint-engine/workers'
import {
  makeFolder,
  describeFileIssue,
  readTextFile,
  writeTextFileAtomic,
  detectLayout,
  writeDocument,
} from '@blueprint-engine/files'
import type { Host } from '../host.ts'
import { describeFault } from '../load-document.ts'
import { printable } from '../render/printable.ts'
import type { ListedCommand } from './command-list.ts'
import { foreignIn, ForeignRunner, isPage } from './foreign.ts'
import { reportOf, unreadable } from './document-report.ts'
import type { DocumentReport } from './document-report.ts'

/** A document to work on. */
export interface Source {
  /** As it is spoken of. */
  readonly name: string
  /** `-` for the standard input. */
  readonly path: string
  /** Where the result goes, `-` for the standard output; null for nowhere. */
  readonly target: string | null
}

export interface ApplyJob {
  readonly sources: readonly Source[]
  readonly commands: readonly ListedCommand[]
  readonly options: CommandBatchOptions
  /** Called for each source, in the order in which they come to an end. */
  readonly onReport: (report: DocumentReport, position: number, result: DocumentResult | null) => void
  readonly signal: AbortSignal
}

/** Documents are read and worked on in portions of about so many characters, so that a large folder fits into memory. */
const PORTION_CHARACTERS = 64 * 1024 * 1024

interface Loaded {
  readonly source: Source
  readonly position: number
  readonly text: string
}

/**
 * Applies commands to documents, and writes the results as they come, each in one step. When it is stopped, what is being
 * written is written to its end, and nothing else begins.
 *
 * @returns false when it was stopped
 */
export async function applyToDocuments(host: Host, runner: BatchRunner, job: ApplyJob): Promise<boolean> {
  const { sources, signal } = job
  let portion: Loaded[] = []
  let size = 0
  for (const [position, source] of sources.entries()) {
    if (signal.aborted) return false
    const read = await readTextFile(source.path, { stdin: host.stdin })
    if (!read.ok)
      job.onReport(unreadable(source.name, printable(describeFileIssue(read.error))), position, null)
    else {
      portion.push({ source, position, text: read.value })
      size += read.value.length
    }
    if (size < PORTION_CHARACTERS && position + 1 < sources.length) continue
    if (!(await applyToPortion(host, runner, job, portion))) return false
    portion = []
    size = 0
  }
  return true
}

async function applyToPortion(
  host: Host,
  runner: BatchRunner,
  job: ApplyJob,
  portion: readonly Loaded[],
): Promise<boolean> {
  const commands = job.commands.map(({ text }) => text)
  const foreigners = new ForeignRunner()
  const underWay = new Set<Promise<void>>()
  const onResult = async (result: DocumentResult, i: number): Promise<void> => {
    const { source, position, text } = portion[i]!
    if (job.signal.aborted) return
    const work = settle(host, job, source, text, result).then((report) =>
      job.onReport(report, position, result),
    )
    underWay.add(work)
    await work
    underWay.delete(work)
  }
  try {
    const natives: number[] = []
    for (const [i, { text }] of portion.entries()) {
      const foreign = foreignIn(text)
      if (foreign === null) {
        natives.push(i)
        continue
      }
      job.signal.throwIfAborted()
      await onResult(await foreigners.batch(foreign.source, commands, job.options), i)
    }
    if (natives.length > 0)
      await runner.batchAll(
        natives.map((i) => ({ document: portion[i]!.text, commands })),
        { ...job.options, signal: job.signal, onResult: async (result, k) => onResult(result, natives[k]!) },
      )
    return true
  } catch (error) {
    if (!job.signal.aborted) throw error
    await Promise.all(underWay)
    return false
  }
}

async function settle(
  host: Host,
  { commands }: ApplyJob,
  { name, target }: Source,
  text: string,
  result: DocumentResult,
): Promise<DocumentReport> {
  if (result.answers.length === 0 && result.issues.length > 0 && !isPage(text)) {
    const fault = faultIn(name, text)
    if (fault !== null) return unreadable(name, fault)
  }
  if (target === null || result.status === 'rejected') return reportOf(name, result, commands, null, null)
  // A page is a text of its own, every other document JSON.
  const after: unknown = result.blueprint
  const laidOut =
    typeof after === 'string' ? after : writeDocument(result.blueprint, result.json, detectLayout(text))
  if (target === '-') {
    host.stdout.write(laidOut.endsWith('\n') ? laidOut : `${laidOut}\n`)
    return reportOf(name, result, commands, null, null)
  }
  try {
    await makeFolder(dirname(target))
  } catch (error) {
    return reportOf(name, result, commands, null, printable(String(error)))
  }
  const written = await writeTextFileAtomic(target, laidOut)
  return written.ok
    ? reportOf(name, result, commands, target, null)
    : reportOf(name, result, commands, null, printable(describeFileIssue(written.error)))
}

/** What is wrong with a text that should be JSON; null if it is. */
function faultIn(name: string, text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return describeFault(name, text, error)
  }
}
