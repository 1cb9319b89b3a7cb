import type { DocumentIndex } from '../document/document-index.ts'
import { Cursor } from './cursor.ts'
import { lex } from './lexeme.ts'
import { PLAIN } from './read/read-options.ts'
import { readSingle } from './read/read-single.ts'
import { resolveReference } from './resolve/resolve-reference.ts'
import { tokenize } from './tokenize.ts'

/** Starts of phrases that are tried in words that no family could read. */
const MAX_STARTS = 12

/** What can be said of the thing that unread words name: commands in its own words. */
export function suggestForUnread(words: string, isVague: boolean, index: DocumentIndex): readonly string[] {
  const phrase = nameIn(words, index)
  if (phrase === null) return []
  const looks = isVague ? ['bigger', 'bold', 'darker'] : ['bigger', 'red', 'bold']
  return looks.map((look) => `make ${phrase} ${look}`)
}

/** The first noun phrase that means one or more components of the document. */
function nameIn(words: string, index: DocumentIndex): string | null {
  const lexemes = lex(tokenize(words))
  for (let at = 0; at < Math.min(lexemes.length, MAX_STARTS); at++) {
    const reference = readSingle(new Cursor(words, lexemes, at, false), PLAIN)
    if (reference === null || reference.pronoun !== null || reference.generic) continue
    if (reference.types === null && reference.names.length === 0 && reference.id === null) continue
    const found = resolveReference(reference, {
      index,
      last: [],
      earlier: new Set(),
      lastReference: null,
      mentioned: new Set(),
      made: null,
    })
    if (found.ok) return reference.phrase
  }
  return null
}
