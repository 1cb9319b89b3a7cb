import { normalisePath } from '../dependencies/path-pattern.ts'
import type { PathPattern } from '../dependencies/path-pattern.ts'
import { pathsInEntry } from './file-entry.ts'

/** A file that a phase or work item says it will touch. */
export interface DeclaredFile extends PathPattern {
  /** It said "(new)". */
  readonly isNew: boolean
}

/** Something to say about one entry of a list of files. */
export interface EntryRemark {
  /** Position of the entry. */
  readonly entry: number
  readonly text: string
  readonly problem: string
}

export interface DeclaredFiles {
  readonly files: readonly DeclaredFile[]
  /** What is no path of the repository, and why. */
  readonly refused: readonly EntryRemark[]
  /** What was not written as a path and a note, and how it was read. */
  readonly readings: readonly EntryRemark[]
}

/** Reads entries like `src/a.ts`, `` `src/a.ts` (new file) ``, `docs/*.md - the pages`, `None (testing only)`. */
export function readDeclaredFiles(entries: readonly string[]): DeclaredFiles {
  const files = new Map<string, DeclaredFile>()
  const refused: EntryRemark[] = []
  const readings: EntryRemark[] = []
  for (const [entry, text] of entries.entries()) {
    const { paths, isNew, reading } = pathsInEntry(text)
    if (reading !== null) readings.push({ entry, text, problem: reading })
    for (const path of paths) {
      const pattern = normalisePath(path)
      if (!pattern.ok) refused.push({ entry, text: path, problem: pattern.error })
      else if (!files.has(pattern.value.text)) files.set(pattern.value.text, { ...pattern.value, isNew })
    }
  }
  return { files: [...files.values()], refused, readings }
}

/** Splits a comma list; commas in brackets, braces and code do not separate. O(length). */
export function splitList(text: string): string[] {
  // A row of a table is one entry, commas or not.
  if (/^\s{0,3}\|/.test(text)) return text.split('\n').map((row) => row.trim())
  const entries = splitOutsideOf(text, '({[', ')}]')
  // A bracket that is never closed would swallow all that follows.
  return entries.isBalanced ? entries.parts : splitOutsideOf(text, '', '').parts
}

function splitOutsideOf(
  text: string,
  opening: string,
  closing: string,
): { readonly parts: string[]; readonly isBalanced: boolean } {
  const parts: string[] = []
  let depth = 0
  let isBalanced = true
  let isCode = false
  let part = ''
  const close = (): void => {
    parts.push(part.trim())
    part = ''
    isCode = false
  }
  for (const character of text) {
    if (character === '`') isCode = !isCode
    else if (opening.includes(character)) depth++
    else if (closing.includes(character)) depth = Math.max(0, depth - 1)
    if (character === '\n') {
      if (depth > 0) isBalanced = false
      depth = 0
      close()
    } else if ((character === ',' || character === ';') && depth === 0 && !isCode) close()
    else part += character
  }
  if (depth > 0) isBalanced = false
  close()
  return { parts: parts.filter((each) => each !== ''), isBalanced }
}
