import type { NewThing } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { PlaceWish } from '../effect.ts'
import { readNewThings } from '../read/read-new-thing.ts'
import { readPlace } from '../read/read-place.ts'
import { readText } from '../read/read-text.ts'
import { readTrailing } from '../read/read-trailing.ts'
import type { Family } from './family.ts'

/** "add a button that says "Buy now" below the title". */
export const add: Family = {
  name: 'add',
  about: 'Adds a component, with a text, a look and a place.',
  on: 'shop',
  examples: [
    'add a button that says "Buy now" below the hero title',
    'insert a divider before the footer',
    'put a heading "Reviews" above the newsletter',
  ],
  read(cursor) {
    if (!cursor.takeVerb('add', 'put', 'give', 'make', 'duplicate')) return null
    const verb = cursor.peek(-1)
    if (verb.senses.verb === 'make' && verb.word !== 'make') return null
    if (verb.senses.verb === 'duplicate') return null
    const place0 =
      verb.senses.verb === 'add' || verb.senses.verb === 'put' ? cursor.attempt((c) => readFront(c)) : null
    const count = readCount(cursor)
    const isAdd = verb.senses.verb === 'add'
    const things =
      readNewThings(cursor, isAdd || count > 1 || cursor.peek().word === 'new') ??
      (isAdd ? readBareText(cursor) : null)
    if (things === null) return null
    let place = place0 ?? readPlace(cursor)
    const last = things[things.length - 1]!
    const text = last.text ?? readText(cursor)
    place ??= readPlace(cursor)
    const effects = [...last.effects, ...readTrailing(cursor)]
    place ??= readPlace(cursor)
    if (place === null && (last.type === '' || verb.senses.verb === 'give' || verb.senses.verb === 'make'))
      return null
    const tail = text ?? readText(cursor)
    // "New badge: red" is about a badge that says "New".
    if (verb.word === 'new' && cursor.peek().word === ':') return null
    return { kind: 'add', things: [...things.slice(0, -1), { ...last, text: tail, effects }], place, count }
  },
}

/** "add "Cellar" to the list": only what it says, what it is tells its place. */
function readBareText(cursor: Cursor): NewThing[] | null {
  const { token } = cursor.peek()
  if (token.kind !== 'quoted') return null
  cursor.at++
  return [{ type: '', noun: 'text', text: token.word, effects: [] }]
}

/** "below the title add a button" keeps its place behind the verb as well: "add below the title a button". */
function readFront(cursor: Cursor): PlaceWish | null {
  const place = readPlace(cursor)
  return place !== null && cursor.senses.grammar === 'a' ? place : null
}

function readCount(cursor: Cursor): number {
  const { senses, token } = cursor.peek()
  const count =
    senses.number ?? (token.kind === 'number' && token.unit === undefined ? token.value : undefined)
  // "3 more cards", "two new buttons"
  const ahead = cursor.peek(1).senses.degree === 'more' || cursor.peek(1).word === 'new' ? 2 : 1
  if (count === undefined || count < 1 || !Number.isInteger(count)) return 1
  if (cursor.peek(ahead).senses.plural !== true) return 1
  cursor.at += ahead
  return count
}
