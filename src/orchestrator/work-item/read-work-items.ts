import type { Finding } from '../finding.ts'
import { compareItemIds } from './item-id.ts'
import { readWorkItem } from './read-work-item.ts'
import type { WorkItem } from './work-item.ts'

export interface FileFinding extends Finding {
  readonly file: string
}

export interface WorkItemsReading {
  /** By id. Of items with the same id the first file counts. */
  readonly items: readonly WorkItem[]
  readonly findings: readonly FileFinding[]
}

/** Reads the items of a folder together: ids must differ. */
export function readWorkItems(
  files: readonly { readonly file: string; readonly text: string }[],
): WorkItemsReading {
  const items = new Map<string, WorkItem>()
  const findings: FileFinding[] = []
  for (const { file, text } of files) {
    const reading = readWorkItem(file, text)
    findings.push(...reading.findings.map((finding) => ({ ...finding, file })))
    const { item } = reading
    if (item === null) continue
    const first = items.get(item.id)
    if (first === undefined) items.set(item.id, item)
    else
      findings.push({
        code: 'id-duplicate',
        severity: 'warning',
        message: `${item.id} is also the id of ${first.file}, which counts`,
        line: 1,
        column: 1,
        file,
      })
  }
  return { items: [...items.values()].sort((a, b) => compareItemIds(a.id, b.id)), findings }
}
