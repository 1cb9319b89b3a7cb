import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { parseItemId, readItemFileName } from '../pure/work-item/item-id.ts'
import type { ItemStatus } from '../pure/work-item/item-status.ts'
import { readWorkItems } from '../pure/work-item/read-work-items.ts'
import type { RefusedFile, WorkItemsReading } from '../pure/work-item/read-work-items.ts'
import { leadsOutOf } from './inside-project.ts'
import { updateFrontMatter } from '../pure/work-item/update-front-matter.ts'
import type { FrontMatterChanges } from '../pure/work-item/update-front-matter.ts'
import { describeFileIssue, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'

export interface LoadedItems extends WorkItemsReading {
  /** The text of each item's file, by id. */
  readonly texts: ReadonlyMap<string, string>
  /** How the items of other batches stand, by id: items may wait for them. */
  readonly elsewhere: ReadonlyMap<string, ItemStatus>
}

/** All that a folder holds. */
export interface AllItems extends WorkItemsReading {
  readonly texts: ReadonlyMap<string, string>
  /** Files that could not be read at all. */
  readonly unreadable: readonly RefusedFile[]
}

const READING = { maxBytes: 4 * 1024 * 1024, regularOnly: true }

/** Reads all work items of a folder, of whatever batch. A file that cannot be read is rejected, and stands in nobody's way. */
export async function loadAllItems(folder: string): Promise<Result<AllItems, string>> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch {
    return fail(`${folder} cannot be read; "blueprint batch generate PLAN.md" writes work items there`)
  }
  const files: { file: string; text: string }[] = []
  const unreadable: RefusedFile[] = []
  for (const file of names.filter((name) => /\.md$/i.test(name)).sort()) {
    const text = await readTextFile(join(folder, file), READING)
    if (text.ok) files.push({ file, text: text.value })
    else unreadable.push({ file, reason: describeFileIssue({ ...text.error, path: 'it' }) })
  }
  const reading = readWorkItems(files)
  const textOf = new Map(files.map(({ file, text }) => [file, text]))
  return ok({
    items: reading.items,
    findings: reading.findings,
    refused: reading.refused,
    unreadable,
    texts: new Map(reading.items.map(({ id, file }) => [id, textOf.get(file)!])),
  })
}

/** Reads the work items of a batch; a folder may hold those of many. */
export async function loadItems(folder: string, batchId: string): Promise<Result<LoadedItems, string>> {
  const all = await loadAllItems(folder)
  if (!all.ok) return all
  const isOwnName = (file: string): boolean =>
    parseItemId(readItemFileName(file)?.id ?? '')?.batch === batchId
  const items = all.value.items.filter((item) => item.batchId === batchId)
  const others = all.value.items.filter((item) => item.batchId !== batchId)
  const otherFiles = new Set(others.map(({ file }) => file))
  const own = new Set(items.map(({ file }) => file))
  const { refused } = all.value
  // A file that its name gives to this batch and that cannot be read may be one of its items.
  const broken = all.value.unreadable.find(({ file }) => isOwnName(file))
  if (broken !== undefined) return fail(`${join(folder, broken.file)}: ${broken.reason}`)
  return ok({
    items,
    findings: all.value.findings.filter(
      ({ file }) => own.has(file) || (isOwnName(file) && !otherFiles.has(file)),
    ),
    refused: refused.filter(({ file }) => isOwnName(file)),
    texts: new Map(items.map(({ id }) => [id, all.value.texts.get(id)!])),
    elsewhere: new Map(others.map(({ id, status }) => [id, status])),
  })
}

/** Changes keys of an item's front matter; what does not change is not written. The error tells what is wrong with the file. */
export async function writeItemKeys(
  folder: string,
  file: string,
  changes: FrontMatterChanges,
): Promise<Result<boolean, string>> {
  const path = join(folder, file)
  const outside = await leadsOutOf(folder, path)
  if (outside !== null) return fail(outside)
  const text = await readTextFile(path, READING)
  if (!text.ok) return fail(describeFileIssue(text.error))
  const changed = updateFrontMatter(text.value, changes)
  if (!changed.ok) return fail(`${file}: ${changed.error}`)
  if (changed.value === text.value) return ok(false)
  const written = await writeTextFileAtomic(path, changed.value)
  return written.ok ? ok(true) : fail(describeFileIssue(written.error))
}
