import { join } from 'node:path'
import type { WorkItem } from '../pure/work-item/work-item.ts'
import { readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import type { BatchFolders } from './batch-folders.ts'

/** Files that tell agents about a project. */
const PROJECT_FILES = ['CLAUDE.md', 'AGENTS.md', 'README.md']
const MAX_PROJECT_BYTES = 100_000

/** What every reviewer needs, in a file of its own. */
export interface SharedContext {
  readonly path: string
  readonly text: string
}

/** Writes once what every reviewer needs: the project's own guide and a line on each item. */
export async function writeSharedContext(
  folders: BatchFolders,
  items: readonly WorkItem[],
): Promise<SharedContext> {
  const guides: string[] = []
  for (const name of PROJECT_FILES) {
    const text = await readTextFile(join(folders.root, name), { maxBytes: MAX_PROJECT_BYTES })
    if (text.ok) guides.push(`# From ${name}\n\n${text.value}`)
  }
  const lines = items.map(
    ({ id, title, dependencies, files }) =>
      `- ${id} ${title}; after ${dependencies.join(', ') || 'nothing'}; touches ${files.map(({ text }) => text).join(', ') || 'no files'}`,
  )
  const path = join(folders.state, 'shared-context.md')
  const text = [`# Items of the batch\n\n${lines.join('\n')}\n`, ...guides].join('\n')
  const written = await writeTextFileAtomic(path, text)
  if (!written.ok) throw new Error(`${path} could not be written`)
  return { path, text }
}
