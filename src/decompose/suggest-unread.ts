import type { Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { Cursor } from './cursor.ts'
import { endingsAfter } from './endings.ts'
import type { Lexeme } from './lexeme.ts'
import { lex } from './lexeme.ts'
import { sensesOf } from './lexicon/lexicon.ts'
import type { VerbName } from './lexicon/senses.ts'
import { firstCommands } from './name-things.ts'
import { similarWords } from './similar-words.ts'
import { readCommand } from './read-command.ts'
import { PLAIN } from './read/read-options.ts'
import { readSingle } from './read/read-single.ts'
import type { Reference } from './reference.ts'
import { resolveReference } from './resolve/resolve-reference.ts'
import { tokenize } from './tokenize.ts'
import type { UnreadParts } from './unread-parts.ts'

/** Starts of phrases that are tried in words that no family could read. */
const MAX_STARTS = 12

/** A longer stretch is no sentence that could be mended. */
const MAX_LENGTH = 300

/** More unknown words are no slips. */
const MAX_RESPELLED = 4

/** Commands near words that no family could read, the likeliest first. */
export interface UnreadSuggestions {
  /** The words with unknown ones read as near ones, without what was not understood, or finished where they break off. */
  readonly mended: readonly string[]
  /** Commands of their own about the thing that the words name. */
  readonly own: readonly string[]
}

/** Whether they work in the document is for the caller to try. */
export function suggestForUnread(
  parts: UnreadParts,
  isVague: boolean,
  index: DocumentIndex,
): UnreadSuggestions {
  const isShort = parts.words.length <= MAX_LENGTH
  return {
    mended: [
      ...(isShort ? respelled(parts, index) : []),
      ...beginning(parts),
      ...(isShort ? finished(parts, index) : []),
    ],
    own: [...aboutTheThing(parts, isVague, index), ...(isShort ? gibberish(parts, index) : [])],
  }
}

/** Where not a word is known, it helps to see what commands look like. */
function gibberish({ lexemes, unknown }: UnreadParts, index: DocumentIndex): string[] {
  const words = lexemes.filter(({ token }) => token.kind === 'word')
  return words.length > 0 && unknown.length === words.length ? firstCommands(index) : []
}

function respelled({ words, unknown }: UnreadParts, index: DocumentIndex): string[] {
  if (unknown.length === 0 || unknown.length > MAX_RESPELLED) return []
  const options = unknown.map(({ word }) => similarWords(word, index).filter(saysSomething))
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

/** Nobody meant a word that says nothing. */
function saysSomething(word: string): boolean {
  return sensesOf(word).filler !== true
}

function beginning({ words, lexemes, readable }: UnreadParts): string[] {
  return readable === 0 ? [] : [words.slice(0, lexemes[readable - 1]!.end)]
}

/** The words up to the first that is not known, and on. */
function finished(parts: UnreadParts, index: DocumentIndex): string[] {
  const { words, lexemes, unknown, readable } = parts
  if (readable > 0) return []
  const known = unknown.length === 0 ? lexemes : lexemes.slice(0, lexemes.indexOf(unknown[0]!))
  // Words without a verb are no command that breaks off: what they name is spoken of in commands of their own.
  if (known[0]?.senses.verb === undefined) return []
  let last = known.at(-1)!
  if (unknown.length === 0) last = known.findLast(({ senses }) => senses.filler !== true) ?? last
  // "look less" and an adjective would say something else.
  if (last.senses.degree !== undefined) return []
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

/** What can be said of the thing that the words name: in their own words, and what they seem to wish. */
function aboutTheThing({ words, lexemes }: UnreadParts, isVague: boolean, index: DocumentIndex): string[] {
  const verb = lexemes[0]?.senses.verb
  // Who adds, deletes or moves something wants no look.
  if (verb !== undefined && STRUCTURE.has(verb)) return []
  const named = nameIn(words, index)
  if (named === null) return []
  const { phrase } = named
  const alike = alikeLooks(lexemes, named.ids)
  if (alike.length > 0) return alike.map((look) => `make ${phrase} ${look}`)
  const said = lexemes.filter(({ start, end }) => end <= named.start || start >= named.end).filter(saysLook)
  if (said.length > 0) return said.slice(0, MAX_LOOKS).map(({ word }) => `make ${phrase} ${word}`)
  const looks = isVague ? ['bigger', 'bold', 'darker'] : ['bigger', 'red', 'bold']
  return looks.map((look) => `make ${phrase} ${look}`)
}

const STRUCTURE: ReadonlySet<VerbName> = new Set<VerbName>([
  'add',
  'delete',
  'duplicate',
  'group',
  'hide',
  'move',
  'put',
  'rename',
  'replace',
  'show',
  'swap',
  'wrap',
  'write',
])

/** Looks of one stretch of words that are suggested. */
const MAX_LOOKS = 2

function saysLook({ senses: { color, change, style } }: Lexeme): boolean {
  return color !== undefined || change !== undefined || style !== undefined
}

/** "all cards the same height": as one of them is. */
function alikeLooks(lexemes: readonly Lexeme[], [first, ...others]: readonly string[]): string[] {
  if (others.length === 0 || !lexemes.some(({ word }) => ALIKE.has(word))) return []
  return lexemes.flatMap(({ senses: { property, change } }) => {
    const look =
      property === 'height' || change === 'taller' || change === 'higher'
        ? 'tall'
        : property === 'width' || change === 'wider'
          ? 'wide'
          : property === 'size' || change === 'bigger'
            ? 'big'
            : null
    return look === null ? [] : [`as ${look} as #${first!}`, `as ${look} as #${others.at(-1)!}`]
  })
}

const ALIKE: ReadonlySet<string> = new Set(['same', 'equal', 'equally', 'identical', 'uniform'])

interface Named extends Span {
  readonly phrase: string
  readonly ids: readonly string[]
}

/** The first noun phrase that means one or more components of the document. */
function nameIn(words: string, index: DocumentIndex): Named | null {
  const lexemes = lex(tokenize(words))
  for (let at = 0; at < Math.min(lexemes.length, MAX_STARTS); at++) {
    const cursor = new Cursor(words, lexemes, at, false)
    const reference = readSingle(cursor, PLAIN)
    if (reference === null || !isNoun(reference, lexemes, at, cursor.at)) continue
    const found = resolveReference(reference, {
      index,
      last: [],
      earlier: new Set(),
      lastReference: null,
      mentioned: new Set(),
      made: null,
    })
    if (!found.ok) continue
    const ids = found.value.targets.filter((target) => typeof target === 'string')
    return { phrase: reference.phrase, ids, start: reference.start, end: reference.end }
  }
  return null
}

/** Whether words surely name something: by a noun, an id, or words behind an article, with no verb among them. */
function isNoun(
  { pronoun, generic, types, id, names }: Reference,
  lexemes: readonly Lexeme[],
  from: number,
  to: number,
): boolean {
  if (id !== null) return true
  if (pronoun !== null || generic) return false
  const hasVerb = lexemes
    .slice(from, to)
    .some(({ senses }) => senses.verb !== undefined && senses.types === undefined)
  if (hasVerb) return false
  return types !== null || (names.length > 0 && lexemes[from]!.senses.grammar === 'the')
}

/** Whether the words are a command that only breaks off. */
export function isUnfinished({ words, lexemes, unknown }: UnreadParts, index: DocumentIndex): boolean {
  if (unknown.length > 0 || words.length > MAX_LENGTH) return false
  return endingsAfter(lexemes, index).some((ending) => isRead(`${words} ${ending}`))
}
