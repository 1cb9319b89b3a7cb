import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { PropertyWord } from '../read/changes.ts'
import { endsClause } from '../read/ends-clause.ts'
import type { ReadOptions } from '../read/read-options.ts'
import { PLAIN } from '../read/read-options.ts'
import { saysWhich } from '../read/says-which.ts'
import { readReference } from '../read/read-reference.ts'
import { readSingle } from '../read/read-single.ts'
import type { Reference } from '../reference.ts'
import { IT } from '../reference.ts'

/** What a clause is about: a thing, or a property of a thing. */
export interface Subject {
  readonly target: Reference
  readonly property: PropertyWord | null
  /** No component was named: "the font size", "its border". */
  readonly implied: boolean
}

/** Reads a subject in one of the ways in which it can be said. */
export type SubjectReader = (cursor: Cursor) => Subject | null

/** "the background of the header", "font size for all cards". */
export const propertyOf: SubjectReader = (cursor) => readPropertyOf(cursor, false)

/** "the image of the card", where the card holds no image: a field of the card. */
export const fieldOf: SubjectReader = (cursor) => readPropertyOf(cursor, true)

function readPropertyOf(cursor: Cursor, isField: boolean): Subject | null {
  const property = readPropertyName(cursor)
  if (property === null || namesThing(cursor) !== isField) return null
  const { relation, grammar } = cursor.senses
  if (
    relation !== 'of' &&
    relation !== 'inside' &&
    relation !== 'on' &&
    grammar !== 'for' &&
    relation !== 'between'
  ) {
    // "change color title to red"
    const isBetween = property === 'between'
    if (!isBetween && (!cursor.lenient || isField || cursor.senses.types === undefined)) return null
  } else cursor.at++
  const target = readReference(cursor, OWNER)
  // The space between two unlike things is nothing that is written down.
  if (target === null || (property === 'between' && target.parts.length > 0)) return null
  return { target, property, implied: false }
}

/** The property just read is also what components are called: title, image, label. "text" is a property first. */
function namesThing(cursor: Cursor): boolean {
  const { senses, word } = cursor.peek(-1)
  return senses.types !== undefined && word !== 'text' && word !== 'texts' && word !== 'price'
}

/** "the header's background", "#save_button's width". */
export const ownersProperty: SubjectReader = (cursor) => readOwners(cursor, false)

/** "the card's image", where the card holds no image. */
export const ownersField: SubjectReader = (cursor) => readOwners(cursor, true)

function readOwners(cursor: Cursor, isField: boolean): Subject | null {
  const target = readReference(cursor, { ...OWNER, possessive: false })
  if (target === null || cursor.peek().token.kind !== 'possessive') return null
  cursor.at++
  const property = readPropertyName(cursor)
  return property === null || namesThing(cursor) !== isField ? null : { target, property, implied: false }
}

/** "header background", "the cards padding", "Book now button text color". */
export const thingProperty: SubjectReader = (cursor) => {
  const target = readReference(cursor, OWNER)
  if (target === null) return null
  const property = readPropertyName(cursor, true)
  return property === null ? null : { target, property, implied: false }
}

/** A thing alone. */
export const thing: SubjectReader = (cursor) => {
  const target = readReference(cursor, PLAIN)
  return target === null ? null : { target, property: null, implied: false }
}

/** "badge text | "Closed"": behind what is said stands the new text, not which one is meant. */
const saidText: SubjectReader = (cursor) => {
  const mark = cursor.at
  const target = readReference(cursor, PLAIN)
  if (target === null || target.quoted === null || cursor.peek(-1).token.kind !== 'quoted') return null
  const { noun, names, relations } = target
  const says = cursor.peek(-2).senses.grammar === 'says' || cursor.at - mark < 2
  if (says || noun === null || !SAYING.has(noun) || names.length + relations.length === 0) return null
  cursor.at--
  return { target: { ...target, quoted: null }, property: null, implied: false }
}

const SAYING: ReadonlySet<string> = new Set(['text', 'label', 'title', 'heading', 'caption'])

/** A thing without "with ...": the words belong to what it shall get. */
export const thingBeforeWith: SubjectReader = (cursor) => {
  const target = readReference(cursor, { ...PLAIN, with: false })
  return target === null || saysWhich(cursor) ? null : { target, property: null, implied: false }
}

/** A thing before a quoted text that it shall say: "call the header | "Home"". */
export const thingBeforeQuote: SubjectReader = (cursor) => {
  const target = readReference(cursor, PLAIN)
  if (target?.pronoun === 'it' && cursor.peek().token.kind === 'quoted')
    return { target, property: null, implied: false }
  if (target === null || target.quoted === null || cursor.peek(-1).token.kind !== 'quoted') return null
  // "the button that says "Store"" is which one.
  const { grammar } = cursor.peek(-2).senses
  const isNamed = target.types !== null || target.names.length > 0
  if (!isNamed || grammar === 'says' || grammar === 'with' || target.relations.length > 0) return null
  cursor.at--
  return { target: { ...target, quoted: null }, property: null, implied: false }
}

/** "its border", "the font size": of what the clause before spoke of. */
export const impliedProperty: SubjectReader = (cursor) => {
  const owned = cursor.senses.grammar === 'its'
  const property = readPropertyName(cursor)
  if (property === null) return null
  // "the title", "its title" are things before they are the text of something.
  if (owned ? namesThing(cursor) : cursor.peek(-1).senses.types !== undefined) return null
  return { target: IT, property, implied: true }
}

/** "the text", "the picture", where no such thing exists: of what the clause before spoke of. */
const impliedField: SubjectReader = (cursor) => {
  const property = readPropertyName(cursor)
  return property === null ? null : { target: IT, property, implied: true }
}

const OWNER: ReadOptions = { ...PLAIN, quotedAfter: false, stopAt: beginsValue }

/** "change the text of the button in "Buy now"": at the end of a clause "in" may stand for "to". */
function beginsValue(cursor: Cursor): boolean {
  if (cursor.peek().word !== 'in' && cursor.peek().word !== 'on') return false
  const { token, senses } = cursor.peek(1)
  const after = cursor.peek(2)
  return (
    (token.kind === 'quoted' || senses.color !== undefined) && (after.token.word === '' || isBoundary(after))
  )
}

/** "in the phone field the placeholder": what it stands in is said first. */
export const insideProperty: SubjectReader = (cursor) => {
  const { relation } = cursor.senses
  if (relation !== 'inside' && relation !== 'on') return null
  cursor.at++
  const target = readSingle(cursor, PLAIN)
  if (target === null) return null
  cursor.takeSeparator(',')
  cursor.skipFillers()
  const property = readPropertyName(cursor)
  return property === null ? null : { target, property, implied: false }
}

function skipDeterminers(cursor: Cursor): void {
  while (cursor.take('the') || cursor.take('its') || cursor.take('a')) {
    // one after the other
  }
}

function readPropertyName(cursor: Cursor, isAfterThing = false): PropertyWord | null {
  if (!isAfterThing) skipDeterminers(cursor)
  const property = cursor.senses.property
  if (property === undefined) return null
  cursor.at++
  return property
}

/** Tries the subjects in order with what has to follow; the first that reads on to the end of its clause wins. */
export function withSubject<T>(
  cursor: Cursor,
  readers: readonly SubjectReader[],
  rest: (cursor: Cursor, subject: Subject) => T | null,
): T | null {
  for (const reader of readers) {
    const result = cursor.attempt((c) => {
      const read = reader(c)
      if (read === null) return null
      const value = rest(c, read)
      return value !== null && endsClause(c) && c.variant-- <= 0 ? value : null
    })
    if (result !== null) return result
  }
  return null
}

/**
 * The order for families that say how something is: things first, whole phrases before those cut short at "with", what
 * is implied after what is said, fields of things ("the card's image") last, for such things usually exist by themselves.
 */
export const SUBJECTS: readonly SubjectReader[] = [
  ownersProperty,
  thing,
  thingBeforeWith,
  thingProperty,
  propertyOf,
  impliedProperty,
  ownersField,
  fieldOf,
  impliedField,
  saidText,
]

/** For verbs that set only what is called a property: "make its border red" sets one, "make the card red" does not. */
export const STATED_PROPERTIES: readonly SubjectReader[] = [
  propertyOf,
  ownersProperty,
  thingProperty,
  impliedProperty,
]

/** The order for families that set or change properties: "the border of the card" is the property before a thing called so. */
export const PROPERTIES_FIRST: readonly SubjectReader[] = [
  propertyOf,
  ownersProperty,
  thingProperty,
  impliedProperty,
  thing,
  thingBeforeWith,
  ownersField,
  fieldOf,
  impliedField,
]
