import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { noProperty } from './no-property.ts'
import { readAdjective } from './read-adjective.ts'
import { readAsLike, readLookLike } from './read-as-like.ts'
import { readBorder, readOutlined } from './read-border.ts'
import { readColored } from './read-colored.ts'
import { readDegree } from './read-degree.ts'
import { isFontName, readFont } from './read-font.ts'
import { readGradient } from './read-gradient.ts'
import { readOwnValue } from './read-own.ts'
import { readLayout } from './read-layout.ts'
import { readMatch } from './read-match.ts'
import { readNamedLook } from './read-named-look.ts'
import { readSideBorder } from './read-side-border.ts'
import { readMeasured } from './read-measured.ts'
import { readNoMore, readNotSo } from './read-not-so.ts'
import { readProperty } from './read-property.ts'
import { readValueFor } from './read-value.ts'
import { skipLead } from './skip-lead.ts'

/** Reads effects one after the other, joined by "and", commas or nothing. Null where there is none. */
export function readEffects(cursor: Cursor): Effect[] | null {
  const first = readEffect(cursor)
  if (first === null) return null
  const effects = [...first]
  for (;;) {
    const more = cursor.attempt((c) => {
      if (c.takeWord('and not', 'but not')) return readNot(c)
      while (isGlue(c)) c.at++
      if (beginsThing(c) || c.senses.quantity === 'both') return null
      const next = readEffect(c)
      return next !== null && endsWell(c) ? next : null
    })
    if (more === null) return effects
    effects.push(...more)
  }
}

/** "the header red and the title blue": a title is a thing before it is what the header says. */
function beginsThing(cursor: Cursor): boolean {
  const { grammar } = cursor.senses
  if (grammar !== 'the' && grammar !== 'its') return false
  const { senses, word } = cursor.peek(1)
  if (senses.types === undefined || senses.property === undefined) return false
  return grammar === 'its' ? word !== 'text' && word !== 'texts' : !OWN.has(word)
}

/** Words for what a component says or shows before they are components of their own. */
const OWN: ReadonlySet<string> = new Set(['text', 'texts', 'label', 'labels', 'caption', 'price'])

function isGlue(cursor: Cursor): boolean {
  const { token, senses, word } = cursor.peek()
  if (token.kind === 'separator') return word === ','
  return senses.grammar === 'and' || senses.grammar === 'too' || (senses.filler === true && !cursor.atEnd)
}

/** After an effect the clause ends, or goes on with another effect: otherwise the words were the start of a noun phrase. */
function endsWell(cursor: Cursor): boolean {
  const { senses, token } = cursor.peek()
  if (
    cursor.atEnd ||
    cursor.atBoundary ||
    senses.filler === true ||
    senses.grammar === 'too' ||
    senses.grammar === 'with'
  )
    return true
  if (
    senses.relation !== undefined ||
    senses.grammar === 'to' ||
    senses.grammar === 'for' ||
    senses.grammar === 'by' ||
    senses.grammar === 'instead' ||
    senses.grammar === 'than'
  )
    return true
  if (token.kind === 'quoted') return true
  // Only looked at: it is the next one to be read.
  const mark = cursor.at
  const goesOn = readEffect(cursor) !== null
  cursor.at = mark
  return goesOn
}

/** Reads one effect: an adjective, a colour, a size, a property with its value. Leaves the cursor where it fails. */
export function readEffect(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const look = readLookLike(c)
    if (look !== null) return look
    if (c.peek().word === 'in' && isFontName(c.peek(1))) {
      c.at++
      return readFont(c)
    }
    const laidOut = readLayout(c) ?? readNamedLook(c) ?? readMatch(c)
    if (laidOut !== null) return laidOut
    skipLead(c)
    const side = readSideBorder(c) ?? readNamedLook(c) ?? readMatch(c)
    if (side !== null) return side
    const own = readOwnValue(c, '')
    if (own !== null) return own
    const none = readNone(c) ?? readNotSo(c) ?? readNoMore(c)
    if (none !== null) return none
    const like = readAsLike(c)
    if (like !== null) return like
    const gradient = readGradient(c)
    if (gradient !== null) return gradient
    const border = readBorder(c, false) ?? readOutlined(c)
    if (border !== null) return border
    if (readPillWord(c)) return [{ kind: 'pill' }]
    const shadow = readSizedShadow(c)
    if (shadow !== null) return shadow
    if (
      c.takeWord('full-width', 'fullwidth', 'full-bleed') ||
      (c.peek().word === 'full' && c.peek(1).senses.property === 'width' && (c.at += 2) > 0)
    )
      return [{ kind: 'resize', width: { kind: 'share', share: 1 } }]
    const words = readDegree(c)
    return (
      readMeasured(c, words.degree) ??
      readColored(c) ??
      readAdjective(c, words) ??
      readProperty(c, words.degree)
    )
  })
}

/** "no shadow", "without a border", "should not have a border", "should not be bold". */
function readNone(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const modal = c.peek(-1).senses.grammar
    if (!c.take('no') && !c.take('without')) {
      if ((modal !== 'should' && modal !== 'have') || !c.take('not')) return null
      if (c.take('be')) return readNot(c)
      if (modal === 'should' && !c.take('have') && !c.takeWord('have', 'has', 'get')) return null
      while (c.senses.quantity === 'all') c.at++
    }
    c.take('a')
    const { property } = c.senses
    if (property === undefined) return null
    c.at++
    return noProperty(property)
  })
}

/** The opposite of "bold", "underlined", "hidden"; colours and sizes have none. */
export function readNot(cursor: Cursor): Effect[] | null {
  const { style } = cursor.senses
  if (style === undefined || !Object.hasOwn(PLAIN_VALUES, style.property)) return null
  cursor.at++
  const value = style.property === 'hidden' ? style.value !== true : PLAIN_VALUES[style.property]!
  return [{ kind: 'set', property: style.property, value }]
}

const PLAIN_VALUES: Readonly<Record<string, string | number | boolean>> = {
  fontWeight: 'normal',
  fontStyle: 'normal',
  textDecoration: 'none',
  textTransform: 'none',
  borderRadius: 0,
  hidden: false,
}

/** "a medium shadow" */
function readSizedShadow(cursor: Cursor): Effect[] | null {
  if (cursor.peek(1).senses.property !== 'shadow') return null
  return cursor.attempt((c) => {
    const effects = readValueFor(c, 'shadow')
    if (effects !== null) c.at++
    return effects
  })
}

function readPillWord(cursor: Cursor): boolean {
  const isShape = cursor.senses.pill === true
  if (isShape) cursor.at++
  const found =
    isShape ||
    (cursor.takeWord('pill', 'pills', 'capsule', 'fully') &&
      (cursor.peek(-1).word !== 'fully' || cursor.takeWord('rounded', 'round')))
  if (!found) return false
  cursor.takeWord('shaped', 'shape', 'like', 'shapes', 'style')
  cursor.takeWord('button', 'buttons')
  return true
}
