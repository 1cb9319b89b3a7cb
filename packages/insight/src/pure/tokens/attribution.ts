import type { CountedResponse } from './response-ledger.ts'

/** What a response was spent on; null if nothing says so. */
export interface Assignment {
  readonly batch: string | null
  readonly item: string | null
  /** The operation or the step of the work: execute, review, planning. */
  readonly phase: string | null
  /** What said so: a rule of the map, the attempt's spec.json, or an item's id in what the subagent was started for, in a
   * branch, a folder or a file name. */
  readonly source: 'map' | 'spec' | 'spawn' | 'branch' | 'folder' | 'file' | 'none'
}

/** One rule of a map: every condition that is stated must hold. Without conditions it holds for everything. */
export interface AssignmentRule {
  readonly session?: string
  readonly agent?: string
  /** Texts that the branch, the folder or the file name contains. */
  readonly branch?: string
  readonly folder?: string
  readonly file?: string
  /** Milliseconds since 1970 UTC; the end is not included. */
  readonly fromMs?: number
  readonly toMs?: number
  readonly batch: string | null
  readonly item: string | null
  readonly phase: string | null
}

export interface AssignmentSources {
  readonly rules: readonly AssignmentRule[]
  /** What the spec.json beside a transcript says, by the transcript's file. */
  readonly specs: ReadonlyMap<string, Omit<Assignment, 'source'>>
  /** What the subagents were started for, by their ids. */
  readonly spawns: ReadonlyMap<string, string>
}

export const UNASSIGNED: Assignment = { batch: null, item: null, phase: null, source: 'none' }

/** `PRP-47.2.1`, `prp-47-2-1-analyzer`: the numbers are batch, stage and order. */
const ITEM_ID = /(?:^|[^a-z0-9])prp-(\d{1,6})[.-](\d{1,4})[.-](\d{1,4})(?!\d)/i
const BATCH_ID = /(?:^|[^a-z0-9])batch-(\d{1,6})(?!\d)/i

/** The first rule that fits, else the attempt's own statement, else an id in the nearest text. */
export function assignResponse(response: CountedResponse, sources: AssignmentSources): Assignment {
  const rule = sources.rules.find((candidate) => fits(candidate, response))
  if (rule !== undefined) {
    return { batch: rule.batch, item: rule.item, phase: rule.phase, source: 'map' }
  }
  const spec = sources.specs.get(response.file)
  if (spec !== undefined) return { ...spec, source: 'spec' }
  const { agentId, branch, folder } = response.origin
  const spawn = agentId === undefined ? undefined : sources.spawns.get(agentId)
  return (
    readIds(spawn, 'spawn') ??
    readIds(branch, 'branch') ??
    readIds(folder, 'folder') ??
    readIds(response.file, 'file') ??
    UNASSIGNED
  )
}

function fits(rule: AssignmentRule, { origin, file }: CountedResponse): boolean {
  const { timestampMs } = origin
  if (rule.session !== undefined && rule.session !== origin.sessionId) return false
  if (rule.agent !== undefined && rule.agent !== origin.agentId) return false
  if (rule.branch !== undefined && origin.branch?.includes(rule.branch) !== true) return false
  if (rule.folder !== undefined && origin.folder?.includes(rule.folder) !== true) return false
  if (rule.file !== undefined && !file.includes(rule.file)) return false
  if (rule.fromMs !== undefined && !(timestampMs !== undefined && timestampMs >= rule.fromMs)) return false
  return rule.toMs === undefined || (timestampMs !== undefined && timestampMs < rule.toMs)
}

function readIds(
  text: string | undefined,
  source: 'spawn' | 'branch' | 'folder' | 'file',
): Assignment | undefined {
  if (text === undefined) return undefined
  const item = ITEM_ID.exec(text)
  if (item !== null) {
    const [, batch, stage, order] = item
    return { batch: batch!, item: `PRP-${batch}.${stage}.${order}`, phase: null, source }
  }
  const batch = BATCH_ID.exec(text)
  return batch === null ? undefined : { batch: batch[1]!, item: null, phase: null, source }
}
