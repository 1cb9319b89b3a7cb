import type { Finding } from '../finding.ts'
import { compareItemIds } from './item-id.ts'
import { readWorkItem } from './read-work-item.ts'
import type { WorkItem } from './work-item.ts'

export interface FileFinding extends Finding {
  readonly file: string
}

/** A file that is not a work item, and why. */
export interface RefusedFile {
  readonly file: string
  readonly reason: string
}

export interface WorkItemsReading {
  /** By id. Of items with the same id the first file stands for all, and an error names them. */
  readonly items: readonly WorkItem[]
  readonly findings: readonly FileFinding[]
  readonly refused: readonly RefusedFile[]
}

/** Reads the items of a folder together: ids must differ. */
export function readWorkItems(
  files: readonly { readonly file: string; readonly text: string }[],
): WorkItemsReading {
  const items = new Map<string, WorkItem[]>()
  const findings: FileFinding[] = []
  const refused: RefusedFile[] = []
  for (const { file, text } of files) {
    const reading = readWorkItem(file, text)
    findings.push(...reading.findings.map((finding) => ({ ...finding, file })))
    const { item, refusal } = reading
    if (item === null) refused.push({ file, reason: refusal ?? 'it cannot be read' })
    else items.set(item.id, [...(items.get(item.id) ?? []), item])
  }
  for (const [id, same] of items) findings.push(...duplicates(id, same))
  const first = [...items.values()].map(([item]) => item!)
  return { items: first.sort((a, b) => compareItemIds(a.id, b.id)), findings, refused }
}

/** Which of several files is meant nobody can tell: each is reported of all. */
function duplicates(id: string, same: readonly WorkItem[]): FileFinding[] {
  if (same.length < 2) return []
  const names = same.map(({ file }) => file).join(', ')
  const message = `${id} is the id of ${same.length} files: ${names}; each item needs an id of its own`
  return same.map(({ file }) => ({
    code: 'id-duplicate',
    severity: 'error',
    message,
    line: 1,
    column: 1,
    file,
  }))
}
