import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import type { Failure } from '../pure/schedule/schedule-state.ts'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import {
  readTextFile,
  describeFileIssue,
  writeTextFileAtomic,
  detectLayout,
  writeDocument,
} from '@blueprint-engine/files'

/** Made once: it costs more than the work of an item. */
let engine: ReturnType<typeof createEngine> | null = null

/**
 * Runs an item's commands on its document in a checkout: all of them, or none. The file keeps its layout. The failure tells
 * which command was refused, and why.
 */
export async function doBlueprintWork(
  item: Pick<WorkItem, 'blueprint' | 'commands'>,
  folder: string,
): Promise<Failure | null> {
  if (item.blueprint === null)
    return { code: 'invalid', message: 'the item names no file of the project as its blueprint' }
  if (item.commands.length === 0) return { code: 'invalid', message: 'the item has no commands' }
  const path = join(folder, item.blueprint)
  if (await leadsOut(path, folder))
    return { code: 'invalid', message: `${item.blueprint} leads out of the project by a symbolic link` }
  const text = await readTextFile(path)
  if (!text.ok)
    return { code: 'invalid', message: describeFileIssue({ ...text.error, path: item.blueprint }) }
  const document = parseDocument(text.value)
  if (document === null) return { code: 'invalid', message: `${item.blueprint} is no JSON` }
  engine ??= createEngine()
  const run = engine.batch(document, item.commands)
  if (run.failedAt >= 0) {
    const [issue] = run.answers[run.failedAt]!.issues
    return { code: 'refused', message: `"${item.commands[run.failedAt]!}": ${issue?.message ?? 'refused'}` }
  }
  const error = run.issues.find(({ severity }) => severity === 'error')
  if (error !== undefined) return { code: 'refused', message: error.message }
  if (run.patches.length === 0)
    return { code: 'refused', message: 'the commands change nothing: all of it is as they say' }
  const written = await writeTextFileAtomic(
    path,
    writeDocument(run.blueprint, run.json, detectLayout(text.value)),
  )
  return written.ok ? null : { code: 'crashed', message: describeFileIssue(written.error) }
}

/** Writing follows links: a checkout may hold one to anywhere. A file that is not there leads nowhere. */
async function leadsOut(path: string, folder: string): Promise<boolean> {
  const [target, root] = await Promise.all([realpath(path).catch(() => null), realpath(folder)])
  return target !== null && !target.startsWith(`${root}${sep}`)
}

/** A JSON text as a document, which the engine validates; null where it is none. */
export function parseDocument(text: string): Blueprint | null {
  try {
    // The engine takes nothing on trust.
    return JSON.parse(text) as Blueprint
  } catch {
    return null
  }
}
