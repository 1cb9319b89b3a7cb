import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Lexeme } from '../lexeme.ts'
import type { DraftReference } from './draft-reference.ts'
import { demoteNoun, hasAnything, hasNoun } from './draft-reference.ts'
import { isName, nounFollows, startsObject } from './noun-words.ts'
import { readNumbers } from './read-numbers.ts'
import { swallow } from './swallow.ts'
import { takeModifier } from './take-modifier.ts'

/** Reads the noun with its adjectives and names. Stops where the phrase can go no further. */
export function readNoun(cursor: Cursor, draft: DraftReference): void {
  while (!cursor.atEnd) {
    const lexeme = cursor.peek()
    const { senses, token } = lexeme
    if (isBoundary(lexeme)) return
    if (token.kind === 'quoted') {
      if (draft.quoted !== null) return
      draft.quoted = token.word
    } else if (token.kind === 'hash') {
      if (draft.id !== null || draft.types !== null) return
      draft.id = token.word
    } else if (token.kind === 'number') {
      if (draft.types !== null && draft.plural && readNumbers(cursor, draft)) continue
      const isName =
        (token.unit === undefined || token.unit === '%') &&
        token.signed !== true &&
        Number.isInteger(token.value) &&
        draft.types === null &&
        nounFollows(cursor, 1)
      const isNumber = token.unit === undefined && Number.isInteger(token.value) && hasNoun(draft)
      if (!isName && !isNumber) return
      draft.names.push(token.word)
    } else if (token.kind !== 'word') return
    else if (
      senses.types !== undefined &&
      !(senses.verb !== undefined && !hasAnything(draft) && startsObject(cursor.peek(1)))
    )
      takeNoun(draft, lexeme)
    else if (senses.generic === true) {
      draft.generic = true
      draft.genericNoun = lexeme.word
      if (senses.plural === true) draft.plural = true
    } else if (senses.pronoun === 'one' || senses.pronoun === 'ones') {
      if (draft.types !== null || draft.pronoun !== null) return
      if (draft.names.length > 0 && senses.number !== undefined && nounFollows(cursor, 1))
        draft.names.push(lexeme.word)
      else {
        draft.pronoun = senses.pronoun
        if (senses.pronoun === 'ones') draft.plural = true
      }
    } else if (isName(senses)) {
      if (
        draft.types !== null &&
        draft.pronoun === null &&
        !continuesName(cursor) &&
        !(cursor.lenient && demoteNoun(draft))
      )
        return
      draft.names.push(...lexeme.word.split(' '))
    } else if (
      senses.property !== undefined &&
      senses.token === undefined &&
      !hasAnything(draft) &&
      draft.quoted === null &&
      cursor.peek(1).senses.relation !== 'of'
    ) {
      // "the address", "the message": what is else the name of a property names a thing where nothing else does.
      draft.names.push(...lexeme.word.split(' '))
    } else if (!takeModifier(cursor, draft)) {
      if (!swallow(cursor, draft)) return
      continue
    }
    cursor.at++
  }
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

function takeNoun(draft: DraftReference, lexeme: Lexeme): void {
  if (draft.noun !== null) draft.names.push(...draft.noun.split(' '))
  if (draft.generic) draft.names.push(...generalName(draft))
  draft.types = [...lexeme.senses.types!]
  draft.role = lexeme.senses.role ?? null
  draft.noun = lexeme.word
  draft.plural =
    lexeme.senses.plural === true ||
    (draft.plural && draft.quantity !== null) ||
    draft.take !== null ||
    draft.ordinals.length > 1
}
