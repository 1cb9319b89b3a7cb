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

const said = new WeakMap<readonly Lexeme[], Map<ReadonlySet<string>, boolean>>()

/** Whether a command has any of these words: a cheap test, made once a command, before readers that need one. O(length). */
export function saysAny(lexemes: readonly Lexeme[], words: ReadonlySet<string>): boolean {
  let known = said.get(lexemes)
  if (known === undefined) said.set(lexemes, (known = new Map<ReadonlySet<string>, boolean>()))
  let has = known.get(words)
  if (has === undefined) {
    has = lexemes.some(({ word }) => words.has(word) || word.split(' ').some((one) => words.has(one)))
    known.set(words, has)
  }
  return has
}
