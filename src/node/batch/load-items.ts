import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { parseItemId, readItemFileName } from '../../orchestrator/work-item/item-id.ts'
import { readWorkItems } from '../../orchestrator/work-item/read-work-items.ts'
import type { WorkItemsReading } from '../../orchestrator/work-item/read-work-items.ts'
import { updateFrontMatter } from '../../orchestrator/work-item/update-front-matter.ts'
import type { FrontMatterChanges } from '../../orchestrator/work-item/update-front-matter.ts'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '../files.ts'

export interface LoadedItems extends WorkItemsReading {
  /** The text of each item's file, by id. */
  readonly texts: ReadonlyMap<string, string>
}

const READING = { maxBytes: 4 * 1024 * 1024, regularOnly: true }

/** Reads the work items of a batch; a folder may hold those of many. */
export async function loadItems(folder: string, batchId: string): Promise<Result<LoadedItems, string>> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch {
    return fail(`${folder} cannot be read; "blueprint batch generate PLAN.md" writes work items there`)
  }
  const files: { file: string; text: string }[] = []
  const own = new Set<string>()
  for (const file of names.filter((name) => name.endsWith('.md')).sort()) {
    const named = readItemFileName(file)
    // A file whose name tells another batch is not opened.
    if (named !== null && parseItemId(named.id)?.batch !== batchId) continue
    const text = await readTextFile(join(folder, file), READING)
    if (!text.ok) return fail(describeFileIssue(text.error))
    files.push({ file, text: text.value })
    if (named !== null) own.add(file)
  }
  const reading = readWorkItems(files)
  const items = reading.items.filter((item) => item.batchId === batchId)
  for (const { file } of items) own.add(file)
  const textOf = new Map(files.map(({ file, text }) => [file, text]))
  return ok({
    items,
    findings: reading.findings.filter(({ file }) => own.has(file)),
    texts: new Map(items.map(({ id, file }) => [id, textOf.get(file)!])),
  })
}

/** Changes keys of an item's front matter; what does not change is not written. The error tells what is wrong with the file. */
export async function writeItemKeys(
  folder: string,
  file: string,
  changes: FrontMatterChanges,
): Promise<Result<boolean, string>> {
  const path = join(folder, file)
  const text = await readTextFile(path, READING)
  if (!text.ok) return fail(describeFileIssue(text.error))
  const changed = updateFrontMatter(text.value, changes)
  if (!changed.ok) return fail(`${file}: ${changed.error}`)
  if (changed.value === text.value) return ok(false)
  const written = await writeTextFileAtomic(path, changed.value)
  return written.ok ? ok(true) : fail(describeFileIssue(written.error))
}
