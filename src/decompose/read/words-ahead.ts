import type { Cursor } from '../cursor.ts'
import type { Lexeme } from '../lexeme.ts'

/** So many lexemes a phrase of a table may be long. */
const LONGEST = 7

/** Takes the longest phrase of a table that stands here, however the words were put together. Null where none does. */
export function takePhrase<T>(cursor: Cursor, table: ReadonlyMap<string, T>): T | null {
  let said = ''
  let found: { readonly value: T; readonly length: number } | null = null
  for (let ahead = 0; ahead < LONGEST; ahead++) {
    const { token, word } = cursor.peek(ahead)
    if (token.kind !== 'word') break
    said = said === '' ? word : `${said} ${word}`
    const value = table.get(said)
    if (value !== undefined) found = { value, length: ahead + 1 }
  }
  if (found === null) return null
  cursor.at += found.length
  return found.value
}

/** Takes a word of a set. */
export function takeOneOf(cursor: Cursor, words: ReadonlySet<string>): boolean {
  const { token, word } = cursor.peek()
  if (token.kind !== 'word' || !words.has(word)) return false
  cursor.at++
  return true
}

/** The words of a command, and of which sets it was asked whether it has any. */
interface Known {
  readonly words: readonly string[]
  readonly has: Map<ReadonlySet<string>, boolean>
}

const said = new WeakMap<readonly Lexeme[], Known>()

/** Whether a command has any of these words: a cheap test, made once a command, before readers that need one. O(length). */
export function saysAny(lexemes: readonly Lexeme[], words: ReadonlySet<string>): boolean {
  let known = said.get(lexemes)
  if (known === undefined) said.set(lexemes, (known = { words: wordsOf(lexemes), has: new Map() }))
  let has = known.has.get(words)
  if (has === undefined) {
    has = known.words.some((word) => words.has(word))
    known.has.set(words, has)
  }
  return has
}

/** Each once, those of a phrase by themselves too. */
function wordsOf(lexemes: readonly Lexeme[]): readonly string[] {
  const words = new Set<string>()
  for (const { word } of lexemes) {
    words.add(word)
    if (word.includes(' ')) for (const one of word.split(' ')) words.add(one)
  }
  return [...words]
}
