import type { DocumentIndex } from '../document/document-index.ts'
import { Cursor } from './cursor.ts'
import { endingsAfter } from './endings.ts'
import { lex } from './lexeme.ts'
import { similarWords } from './similar-words.ts'
import { readCommand } from './read-command.ts'
import { PLAIN } from './read/read-options.ts'
import { readSingle } from './read/read-single.ts'
import { resolveReference } from './resolve/resolve-reference.ts'
import { tokenize } from './tokenize.ts'
import type { UnreadParts } from './unread-parts.ts'

/** Starts of phrases that are tried in words that no family could read. */
const MAX_STARTS = 12

/** A longer stretch is no sentence that could be mended. */
const MAX_LENGTH = 300

/** More unknown words are no slips. */
const MAX_RESPELLED = 4

/**
 * Commands near words that no family could read, the likeliest first: with unknown words read as near ones, without what
 * was not understood, finished where they break off, and what can be said of the thing they name. Whether they work in
 * the document is for the caller to try.
 */
export function suggestForUnread(parts: UnreadParts, isVague: boolean, index: DocumentIndex): string[] {
  const isShort = parts.words.length <= MAX_LENGTH
  const commands = [
    ...(isShort ? respelled(parts, index) : []),
    ...beginning(parts),
    ...(isShort ? finished(parts, index) : []),
    ...aboutTheThing(parts, isVague, index),
  ]
  return [...new Set(commands)]
}

function respelled({ words, unknown }: UnreadParts, index: DocumentIndex): string[] {
  if (unknown.length === 0 || unknown.length > MAX_RESPELLED) return []
  const options = unknown.map(({ word }) => similarWords(word, index))
  if (options.some((near) => near.length === 0)) return []
  return [0, 1, 2].flatMap((choice) => {
    let result = ''
    let from = 0
    unknown.forEach(({ start, end }, i) => {
      const near = options[i]!
      result += words.slice(from, start) + near[Math.min(choice, near.length - 1)]!
      from = end
    })
    const command = result + words.slice(from)
    return isRead(command) ? [command] : []
  })
}

function beginning({ words, lexemes, readable }: UnreadParts): string[] {
  return readable === 0 ? [] : [words.slice(0, lexemes[readable - 1]!.end)]
}

/** The words up to the first that is not known, and on. */
function finished(parts: UnreadParts, index: DocumentIndex): string[] {
  const { words, lexemes, unknown, readable } = parts
  if (readable > 0) return []
  const known = unknown.length === 0 ? lexemes : lexemes.slice(0, lexemes.indexOf(unknown[0]!))
  const last = known.at(-1)
  if (last === undefined) return []
  const head = words.slice(0, last.end)
  const tail = unknown.length === 0 ? '' : words.slice(unknown.at(-1)!.end)
  const endings = endingsAfter(known, index)
  const whole = endings.map((ending) => `${head} ${ending}${tail}`).filter(isRead)
  return whole.length > 0 || tail === '' ? whole : endings.map((ending) => `${head} ${ending}`).filter(isRead)
}

function isRead(command: string): boolean {
  const { clauses, unread } = readCommand(command, MAX_CLAUSES)
  return unread.length === 0 && clauses.length > 0
}

/** A suggestion of more clauses is not read. */
const MAX_CLAUSES = 10

/** What can be said of the thing that the words name: commands in their own words. */
function aboutTheThing({ words }: UnreadParts, isVague: boolean, index: DocumentIndex): string[] {
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

/** Whether the words are a command that only breaks off. */
export function isUnfinished({ words, lexemes, unknown }: UnreadParts, index: DocumentIndex): boolean {
  if (unknown.length > 0 || words.length > MAX_LENGTH) return false
  return endingsAfter(lexemes, index).some((ending) => isRead(`${words} ${ending}`))
}
