import type { WordEdit } from '../../command/content-steps.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { takeOneOf } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, skipPage, wordSet } from './words.ts'

const REPLACES: ReadonlySet<string> = wordSet(
  'replace|change|swap|substitute|exchange|swap out|switch|rename|turn',
)
const FIXES: ReadonlySet<string> = wordSet('fix|correct|fixing')
const WORDS: ReadonlySet<string> = wordSet(
  'word|words|phrase|text|letters|letter|spelling|typo|term|name|string|misspelling|mistake',
)
const EVERY: ReadonlySet<string> = wordSet('every|all|each|any|every occurrence of|all occurrences of')
const EVERYWHERE: ReadonlySet<string> = wordSet('everywhere|throughout|globally')

/** A text in quotes, or words as they stand up to what ends them. */
function readWords(cursor: Cursor, isMarked: boolean): string | null {
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    return token.word
  }
  if (!isMarked || token.kind === 'separator') return null
  const start = cursor.peek().start
  let end = start
  for (let i = 0; i < MOST_WORDS && !cursor.atEnd && !endsWords(cursor); i++) {
    end = cursor.peek().end
    cursor.at++
  }
  return end === start ? null : cursor.text.slice(start, end)
}

const MOST_WORDS = 4

function endsWords(cursor: Cursor): boolean {
  const { senses, token, word } = cursor.peek()
  if (token.kind === 'separator') return true
  const { grammar, relation } = senses
  return (
    grammar === 'with' ||
    grammar === 'to' ||
    grammar === 'by' ||
    grammar === 'into' ||
    grammar === 'from' ||
    grammar === 'and' ||
    grammar === 'then' ||
    grammar === 'becomes' ||
    grammar === 'for' ||
    relation === 'inside' ||
    relation === 'on' ||
    relation === 'of' ||
    word === 'everywhere'
  )
}

interface Where {
  readonly target: Reference | null
  readonly isEverywhere: boolean
}

/** "in the title", "everywhere", "on the whole page". */
function readWhere(cursor: Cursor): Where | null {
  if (takeOneOf(cursor, EVERYWHERE)) {
    skipPage(cursor)
    return { target: null, isEverywhere: true }
  }
  if (skipPage(cursor)) return { target: null, isEverywhere: true }
  const target = cursor.attempt((c) => {
    const { relation, grammar } = c.senses
    if (relation !== 'inside' && relation !== 'on' && relation !== 'of' && grammar !== 'from') return null
    c.at++
    return readThing(c)
  })
  return target === null ? null : { target, isEverywhere: false }
}

function edited(edit: WordEdit, where: Where | null): Wish {
  return where === null || where.target === null
    ? { kind: 'deed', deed: { kind: 'edit-text', edit } }
    : { kind: 'act', target: where.target, act: { kind: 'edit-text', edit } }
}

/** "replace the word Bags by Luggage in the title", "change "Sign up" to "Join" everywhere", "fix "adress" to "address"". */
function readReplace(cursor: Cursor): Wish | null {
  const before = readLeadingPlace(cursor)
  const isFix = takeOneOf(cursor, FIXES)
  if (!isFix && !takeOneOf(cursor, REPLACES)) return null
  cursor.take('the')
  const isEvery = takeOneOf(cursor, EVERY)
  if (isEvery)
    cursor.attempt((c) => (c.takeWord('occurrence of', 'occurrences of', 'instances of') ? true : null))
  cursor.take('the')
  const isMarked = takeOneOf(cursor, WORDS)
  if (isMarked && !isFix && cursor.peek(-1).word === 'text' && cursor.peek().token.kind !== 'quoted')
    return null
  if (isMarked && cursor.peek(-1).word === 'name') return null
  if (isFix) cursor.takeSeparator(':')
  const find = readWords(cursor, isMarked)
  if (find === null) return null
  const first = readWhere(cursor)
  const linked =
    cursor.take('with') ||
    cursor.take('by') ||
    cursor.take('to') ||
    cursor.take('into') ||
    cursor.take('becomes') ||
    cursor.takeWord('for')
  if (!linked) return null
  if (takeOneOf(cursor, WORDS) && cursor.peek(-1).word === 'name') return null
  const put = readWords(cursor, isMarked)
  if (put === null) return null
  const where = before ?? first ?? readWhere(cursor)
  if (!isEnd(cursor)) return null
  // Without a word that says so, a text in quotes is the whole of one.
  if (!isMarked && !isEvery && !isFix && (where === null || before !== null)) return null
  return edited({ kind: 'replace', find, with: put }, where)
}

/** "in the title, replace ..." */
function readLeadingPlace(cursor: Cursor): Where | null {
  return cursor.attempt((c) => {
    const where = readWhere(c)
    if (where === null) return null
    c.takeSeparator(',')
    return where
  })
}

const REMOVES: ReadonlySet<string> = wordSet('remove|delete|drop|cut|erase|take out|strip|get rid of|lose')

/** "remove the word Free from the button". */
function readRemove(cursor: Cursor): Wish | null {
  if (!takeOneOf(cursor, REMOVES)) return null
  cursor.take('the')
  const isEvery = takeOneOf(cursor, EVERY)
  cursor.take('the')
  const isMarked = takeOneOf(cursor, MARKS)
  const find = readWords(cursor, isMarked)
  if (find === null) return null
  const where = readWhere(cursor)
  if (!isEnd(cursor) || (!isMarked && !isEvery && (where === null || where.isEverywhere))) return null
  return edited({ kind: 'remove', find }, where)
}

const MARKS: ReadonlySet<string> = wordSet('word|words|phrase|letters|letter|term')
const ADDS: ReadonlySet<string> = wordSet('add|append|put|attach|insert|write|prepend|prefix|place|stick')
const ENDS: ReadonlySet<string> = wordSet('end|back')
const STARTS: ReadonlySet<string> = wordSet('beginning|start|front')

/** "add "!" to the end of the title", "put "New: " before the headline", "append "(beta)" to all buttons". */
function readAppend(cursor: Cursor): Wish | null {
  const { word } = cursor.peek()
  if (!takeOneOf(cursor, ADDS)) return null
  cursor.take('a')
  cursor.take('the')
  takeOneOf(cursor, MARKS)
  const { token } = cursor.peek()
  if (token.kind !== 'quoted') return null
  cursor.at++
  cursor.takeWord('text')
  const side = readSideOfText(cursor, word)
  if (side === null) return null
  const target = readThing(cursor)
  if (target === null || !isEnd(cursor)) return null
  if (side === 'leaf')
    return {
      kind: 'act',
      target,
      act: { kind: 'edit-text', edit: { kind: 'append', text: spaced(token.word, 'append') }, isLeaf: true },
    }
  return {
    kind: 'act',
    target,
    act: { kind: 'edit-text', edit: { kind: side, text: spaced(token.word, side) } },
  }
}

/** A word is set off from the text; a sign is not. */
function spaced(text: string, side: 'append' | 'prepend'): string {
  if (side === 'append') return /^[\p{L}\p{N}([]/u.test(text) ? ` ${text}` : text
  return /[\p{L}\p{N}:)\].!?,]$/u.test(text) ? `${text} ` : text
}

function readSideOfText(cursor: Cursor, verb: string): 'append' | 'prepend' | 'leaf' | null {
  const atEdge = cursor.attempt((c) => {
    if (!c.take('to') && !c.take('at') && !c.takeWord('in', 'on')) return null
    c.take('the')
    c.takeWord('very')
    const side = takeOneOf(c, ENDS) ? 'append' : takeOneOf(c, STARTS) ? 'prepend' : null
    if (side === null || c.senses.relation !== 'of') return null
    c.at++
    return side
  })
  if (atEdge !== null) return atEdge
  if (verb === 'prepend' || verb === 'prefix')
    return cursor.take('to') || cursor.takeWord('on') ? 'prepend' : null
  const { relation } = cursor.senses
  if (relation === 'before' || cursor.peek().word === 'in front of') {
    if (!/[:\s★>-]$/u.test(cursor.peek(-1).token.word) && !/\p{P}$/u.test(cursor.peek(-1).token.word))
      return null
    cursor.at++
    return 'prepend'
  }
  if (relation === 'after' && /^[\s\p{P}]/u.test(cursor.peek(-1).token.word)) {
    cursor.at++
    return 'append'
  }
  if (verb === 'append') return cursor.take('to') ? 'append' : null
  return cursor.take('to') ? 'leaf' : null
}

const REPLACING: ReadonlySet<string> = new Set([...REPLACES, ...FIXES])

/** Changes inside of texts. */
export const edits: readonly Spoken[] = [
  { name: 'replace-words', stake: 'text', cost: -8, needs: REPLACING, read: readReplace },
  { name: 'remove-words', stake: 'text', cost: -4, needs: REMOVES, read: readRemove },
  { name: 'append', stake: 'text', cost: -2, needs: ADDS, read: readAppend },
]
