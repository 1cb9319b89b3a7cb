import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Lexeme } from '../lexeme.ts'
import { sensesOf } from '../lexicon/lexicon.ts'
import type { Senses } from '../lexicon/senses.ts'
import { NO_SENSES } from '../lexicon/senses.ts'
import { stem } from '../../document/words.ts'
import type { DraftReference } from './draft-reference.ts'
import { demoteNoun, hasAnything, hasNoun } from './draft-reference.ts'
import { isName, nounFollows, startsObject } from './noun-words.ts'
import { readNumbers } from './read-numbers.ts'
import { isRough } from './skip-lead.ts'
import { swallow } from './swallow.ts'
import { takeModifier } from './take-modifier.ts'

/** Reads the noun with its adjectives and names. Stops where the phrase can go no further. */
export function readNoun(cursor: Cursor, draft: DraftReference): void {
  while (!cursor.atEnd && (!isBoundary(cursor.peek()) || isSign(cursor, draft)) && readPart(cursor, draft)) {
    // One word, number, id or quoted text a turn.
  }
}

/** Takes the next part of the phrase into the draft; false where it belongs to something else. */
function readPart(cursor: Cursor, draft: DraftReference): boolean {
  const { token } = cursor.peek()
  switch (token.kind) {
    case 'word':
      return readWord(cursor, draft)
    case 'number':
      return (draft.types !== null && draft.plural && readNumbers(cursor, draft)) || readNumber(cursor, draft)
    case 'quoted':
      if (draft.quoted !== null) return false
      draft.quoted = token.word
      break
    case 'hash':
      if (draft.id !== null || draft.types !== null) return false
      draft.id = token.word
      break
    default:
      return false
  }
  cursor.at++
  return true
}

function readWord(cursor: Cursor, draft: DraftReference): boolean {
  const lexeme = cursor.peek()
  const { senses } = lexeme
  if (senses.types !== undefined && !isVerbWithObject(cursor, draft)) takeNoun(draft, lexeme)
  else if (senses.generic === true) takeGeneral(draft, lexeme)
  else if (senses.pronoun === 'one' || senses.pronoun === 'ones') {
    if (!takeOne(cursor, draft, senses.pronoun)) return false
  } else if (isName(senses)) {
    if (isRough(cursor) || !mayTakeName(cursor, draft)) return false
    draft.names.push(...lexeme.word.split(' '))
  } else if (isNamedAsProperty(cursor, draft) || isSign(cursor, draft))
    draft.names.push(...lexeme.word.split(' '))
  else if (!takeModifier(cursor, draft)) return swallow(cursor, draft)
  cursor.at++
  return true
}

/** A number in a name: "the 50% badge", "2 columns", "card 3". */
function readNumber(cursor: Cursor, draft: DraftReference): boolean {
  const { token } = cursor.peek()
  const next = cursor.peek(1)
  // "300 x 50" are sides, "3 times" is how often: no names.
  const isMeasure =
    ((next.word === 'x' || next.word === 'by') && cursor.peek(2).token.kind === 'number') ||
    next.word === 'times'
  if (isMeasure || !Number.isInteger(token.value)) return false
  const isName =
    (token.unit === undefined || token.unit === '%') &&
    token.signed !== true &&
    draft.types === null &&
    nounFollows(cursor, 1)
  const isNumber = token.unit === undefined && hasNoun(draft)
  if (!isName && !isNumber) return false
  draft.names.push(token.word)
  cursor.at++
  return true
}

/** "label the ...", where a verb that is a noun as well has its object behind it. */
function isVerbWithObject(cursor: Cursor, draft: DraftReference): boolean {
  return cursor.senses.verb !== undefined && !hasAnything(draft) && startsObject(cursor.peek(1))
}

function takeGeneral(draft: DraftReference, lexeme: Lexeme): void {
  draft.generic = true
  draft.genericNoun = lexeme.word
  if (lexeme.senses.plural === true) draft.plural = true
}

/** "the red one", "the big ones"; but "step one card" has a number in its name. */
function takeOne(cursor: Cursor, draft: DraftReference, pronoun: 'one' | 'ones'): boolean {
  if (draft.types !== null || draft.pronoun !== null) return false
  if (draft.names.length > 0 && cursor.senses.number !== undefined && nounFollows(cursor, 1)) {
    draft.names.push(cursor.peek().word)
    return true
  }
  draft.pronoun = pronoun
  if (pronoun === 'ones') draft.plural = true
  return true
}

/** "the plus icon": where nothing stands before it, it joins nothing. */
function isSign(cursor: Cursor, draft: DraftReference): boolean {
  const { types } = cursor.peek(1).senses
  return cursor.peek().word === 'plus' && types !== undefined && !hasNoun(draft) && draft.id === null
}

/** After the noun a name goes on only where another noun follows, or where the noun was the start of a name. */
function mayTakeName(cursor: Cursor, draft: DraftReference): boolean {
  // An id says all: in "#menu full width" the "full" is no name.
  if (draft.id !== null) return false
  if (draft.types === null || draft.pronoun !== null || continuesName(cursor)) return true
  return cursor.lenient && demoteNoun(draft)
}

/** "the address", "the message": what is else the name of a property names a thing where nothing else does. */
function isNamedAsProperty(cursor: Cursor, draft: DraftReference): boolean {
  const { property, token } = cursor.senses
  return (
    property !== undefined &&
    token === undefined &&
    !hasAnything(draft) &&
    draft.quoted === null &&
    draft.id === null &&
    cursor.peek(1).senses.relation !== 'of'
  )
}

/** A word after the noun belongs to it only when another noun or name follows: "card title row". */
function continuesName(cursor: Cursor): boolean {
  return nounFollows(cursor, 1) || cursor.peek().token.word.includes('_')
}

/** "the controls row": the general noun was a name after all. */
function generalName(draft: DraftReference): string[] {
  draft.generic = false
  return draft.genericNoun === null ? [] : draft.genericNoun.split(' ')
}

/** "the tabs" are one thing that holds them, "the other tabs" and "all tabs" each of them. Null for other nouns. */
function membersOf({ quantity, take, parity }: DraftReference, { word, senses }: Lexeme): Senses | null {
  if (senses.plural === true || (quantity === null && take === null && parity === null)) return null
  const one = stem(word)
  const single = one === word ? NO_SENSES : sensesOf(one)
  return single.types === undefined ? null : single
}

function takeNoun(draft: DraftReference, lexeme: Lexeme): void {
  if (draft.noun !== null) draft.names.push(...draft.noun.split(' '))
  if (draft.generic) draft.names.push(...generalName(draft))
  const single = membersOf(draft, lexeme)
  draft.types = [...(single ?? lexeme.senses).types!]
  draft.role = lexeme.senses.role ?? null
  draft.noun = lexeme.word
  draft.plural =
    single !== null ||
    lexeme.senses.plural === true ||
    (draft.plural && draft.quantity !== null) ||
    draft.take !== null ||
    draft.ordinals.length > 1
}
