import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { changeEffects, isUp, propertyChange } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import { startsObject } from '../read/noun-words.ts'
import { readBy } from '../read/read-amount.ts'
import { readMove } from '../read/read-move.ts'
import { PLAIN } from '../read/read-options.ts'
import { beginsPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import { readSide } from '../read/read-side.ts'
import type { Lexeme } from '../lexeme.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { readPredicate } from './predicate.ts'
import { readAssignment } from './set.ts'
import { styleWish } from './style-wish.ts'
import { PROPERTIES_FIRST, insideProperty, withSubject } from './subject.ts'

const VERB_LAST = [...PROPERTIES_FIRST, insideProperty] as const

/** A verb, or what says where to without one: without either the subject need not be read. */
function mayFollow({ senses, token, word }: Lexeme): boolean {
  return (
    senses.verb !== undefined ||
    senses.direction !== undefined ||
    senses.side !== undefined ||
    senses.number !== undefined ||
    senses.ordinal !== undefined ||
    senses.change !== undefined ||
    senses.grammar === 'to' ||
    senses.grammar === 'at' ||
    senses.grammar === 'into' ||
    senses.style?.property === 'align' ||
    token.kind === 'number' ||
    PLACES.has(word) ||
    TELEGRAM.has(word)
  )
}

const PLACES: ReadonlySet<string> = new Set([
  'leftmost',
  'rightmost',
  'vertically',
  'horizontally',
  'start',
  'end',
])

/** "help text move after the intro", "placeholder of the phone field change to "Mobile"": the verb behind what it acts on. */
export const verbSecond: Family = {
  name: 'verb-second',
  about: 'Names the component first and the verb behind it, as many languages do.',
  on: 'shop',
  examples: [
    'the promo text move below the hero title',
    'text of the subscribe button change to "Join"',
    'logo make bigger',
  ],
  read(cursor, before) {
    // What begins with a verb and its object has it first; "send button make bigger" begins with a name.
    const { verb: first, types } = cursor.senses
    if (first !== undefined && types === undefined && startsObject(cursor.peek(1))) return null
    if (!cursor.hasAhead(mayFollow)) return null
    const placed = before === null ? cursor.attempt(readTelegram) : null
    if (placed !== null) return placed
    return withSubject(cursor, VERB_LAST, (c, subject) => {
      // "the badge, make it red": at the beginning a comma may stand behind what is meant.
      if (before === null) c.takeSeparator(',')
      c.skipFillers()
      const { verb, verbChange, verbStyle, ownVerb } = c.senses
      if (verb === undefined) return subject.property === null ? readStep(c, subject.target) : null
      c.at++
      takeResumed(c, subject.target)
      switch (verb) {
        case 'set':
        case 'rename':
          return readAssignment(c, subject)
        case 'make':
        case 'give':
        case 'add':
          return readPredicate(c, subject)
        case 'move':
        case 'put':
          return subject.property === null ? readMove(c, subject.target) : null
        case 'align':
          return subject.property === null || subject.property === 'text'
            ? readAligned(c, subject.target, subject.property === 'text')
            : null
        case 'increase':
        case 'decrease':
          return wishOf(
            subject.target,
            propertyChange(subject.property ?? 'size', verb === 'increase', null, readBy(c)),
          )
        case 'effect':
          if (ownVerb !== undefined) return null
          if (verbStyle !== undefined)
            return subject.property === null
              ? styleWish(subject.target, [{ kind: 'set', ...verbStyle }])
              : null
          return wishOf(
            subject.target,
            subject.property === null
              ? changeEffects(verbChange!, null, readBy(c))
              : (lightnessOf(subject.property, verbChange!, null, null) ??
                  propertyChange(subject.property, isUp(verbChange!, subject.property), null, readBy(c))),
          )
        default:
          return null
      }
    })
  },
}

/** "phone field before name field", the whole command without article and verb. */
function readTelegram(cursor: Cursor): Wish | null {
  const isBegin = cursor.lexemes
    .slice(0, cursor.at)
    .every(({ senses }) => senses.filler === true || senses.frame === true)
  if (!isBegin || cursor.senses.grammar !== undefined || cursor.senses.verb !== undefined) return null
  const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace })
  if (target === null || target.parts.length > 0 || target.plural || !TELEGRAM.has(cursor.peek().word))
    return null
  const wish = readMove(cursor, target)
  const ends = cursor.lexemes
    .slice(cursor.at)
    .every(({ token, senses }) => token.kind === 'separator' || senses.filler === true)
  return ends ? wish : null
}

const TELEGRAM: ReadonlySet<string> = new Set([
  'before',
  'after',
  'above',
  'below',
  'under',
  'over',
  'beneath',
])

/** "the title and the intro make them both red": the pronoun repeats what was named. */
function takeResumed(cursor: Cursor, { plural }: Reference): void {
  cursor.skipFillers()
  const { pronoun } = cursor.senses
  if (pronoun !== 'it' && pronoun !== (plural ? 'them' : 'this')) return
  const { types, ordinal } = cursor.peek(1).senses
  // "change its label", "make this card": of another thing.
  if (cursor.senses.grammar === 'its' || types !== undefined || ordinal !== undefined) return
  cursor.at++
  cursor.skipFillers()
  if (plural && cursor.senses.quantity === 'both') cursor.at++
}

/** "the onion one place down", "footer to the bottom", "logo 20px right": no verb, but where to. */
function readStep(cursor: Cursor, target: Reference): Wish | null {
  const { relation, grammar } = cursor.senses
  return relation !== undefined || grammar === 'be' || grammar === 'should' ? null : readMove(cursor, target)
}

/** "logo center", "title align left". */
function readAligned(cursor: Cursor, target: Reference, text: boolean): Wish | null {
  const own = /^cent(?:er|re)/.test(cursor.peek(-1).word) ? 'center' : null
  const to = own ?? cursor.attempt(readSide)
  return to === null ? null : styleWish(target, [{ kind: 'align', to, text }])
}

function wishOf(target: Reference, effects: readonly Effect[] | null): Wish | null {
  return effects === null ? null : styleWish(target, effects)
}
