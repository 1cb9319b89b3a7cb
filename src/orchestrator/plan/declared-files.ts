import { normalisePath } from '../dependencies/path-pattern.ts'
import type { PathPattern } from '../dependencies/path-pattern.ts'

/** A file that a phase or work item says it will touch. */
export interface DeclaredFile extends PathPattern {
  /** It said "(new)". */
  readonly isNew: boolean
}

export interface DeclaredFiles {
  readonly files: readonly DeclaredFile[]
  /** What is no path of the repository, and why. */
  readonly refused: readonly { readonly entry: number; readonly text: string; readonly problem: string }[]
}

const NONE = /^(?:none|nothing|n\/a|no files?|-|—)$/i
const NOTE = /\s\([^()]{0,300}\)$/

/** Reads entries like `src/a.ts`, `` `src/a.ts` (new file) ``, `docs/*.md - the pages`, `None (testing only)`. */
export function readDeclaredFiles(entries: readonly string[]): DeclaredFiles {
  const files = new Map<string, DeclaredFile>()
  const refused: { entry: number; text: string; problem: string }[] = []
  for (const [entry, text] of entries.entries()) {
    const { path, note } = pathIn(text.trim())
    if (path === '' || NONE.test(path)) continue
    const pattern = normalisePath(path)
    if (!pattern.ok) refused.push({ entry, text: path, problem: pattern.error })
    else if (/\s/.test(path) && !text.includes('`') && !/\.[A-Za-z0-9]{1,10}$/.test(path))
      refused.push({ entry, text: path, problem: 'is no path; expected one file or glob an entry' })
    else if (!files.has(pattern.value.text))
      files.set(pattern.value.text, { ...pattern.value, isNew: /^\(?new\b/i.test(note) })
  }
  return { files: [...files.values()], refused }
}

/** Splits a comma list; commas in brackets and braces do not separate. O(length). */
export function splitList(text: string): string[] {
  const entries: string[] = []
  let depth = 0
  let entry = ''
  for (const character of text) {
    if ('({['.includes(character)) depth++
    if (')}]'.includes(character)) depth = Math.max(0, depth - 1)
    if ((character === ',' && depth === 0) || character === '\n') {
      entries.push(entry)
      entry = ''
    } else entry += character
  }
  return [...entries, entry].map((each) => each.trim()).filter((each) => each !== '')
}

function pathIn(text: string): { readonly path: string; readonly note: string } {
  const code = /^`([^`\n]{1,1000})`(.{0,1000})$/s.exec(text)
  if (code !== null) return { path: code[1]!, note: code[2]!.trim() }
  const [first = '', ...rest] = text.split(/\s[-–—]\s/)
  const note = NOTE.exec(first)
  if (note !== null) return { path: first.slice(0, note.index).trim(), note: note[0].trim() }
  return { path: first.trim(), note: rest.join(' - ') }
}
