import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { readColor } from './read-color.ts'

/**
 * A gradient: `gradient from A to B`, `A to B gradient`, `gradient of A and B`, with an optional direction. After the
 * noun the word has been read already. Spec: the angle is 180 where none is said.
 */
export function readGradient(cursor: Cursor, afterNoun = false): Effect[] | null {
  return cursor.attempt((c) => {
    let angle = readDirection(c)
    const named = takeGradientWord(c) || afterNoun
    c.takeWord(
      'going',
      'that goes',
      'fading',
      'running',
      'starting',
      'blending',
      'which goes',
      'transitioning',
      'that fades',
    )
    if (named) angle = readCssDirection(c) ?? readDirection(c) ?? angle
    if (!c.take('from') && c.senses.relation === 'of') c.at++
    const stops = readStops(c, named)
    if (stops.length < 2) return null
    if (!named && !takeGradientWord(c)) return null
    angle = readDirection(c) ?? angle ?? 180
    return [{ kind: 'set', property: 'gradient', value: { type: 'linear', angle, stops } }]
  })
}

function takeGradientWord(cursor: Cursor): boolean {
  while (cursor.take('a')) {
    // "a gradient"
  }
  if (cursor.senses.property !== 'gradient') return false
  cursor.at++
  cursor.takeWord('background', 'fill', 'color', 'colour')
  return true
}

function readStops(cursor: Cursor, named: boolean): string[] {
  const stops: string[] = []
  const first = readColor(cursor)
  if (first === null) return stops
  stops.push(first)
  skipShare(cursor)
  while (stops.length < 8) {
    const mark = cursor.at
    const glue = takesGlue(cursor, named)
    const color = glue ? (skipTo(cursor), readColor(cursor)) : null
    if (color === null) {
      cursor.at = mark
      break
    }
    stops.push(color)
    skipShare(cursor)
  }
  return stops
}

/** "#fff 0%": where a colour stands cannot be written down; in order they are anyway. */
function skipShare(cursor: Cursor): void {
  const { kind, unit, value } = cursor.peek().token
  if (kind === 'number' && unit === '%' && value! >= 0 && value! <= 100) cursor.at++
}

const CSS_ANGLES: Readonly<Record<string, number>> = {
  top: 0,
  right: 90,
  bottom: 180,
  left: 270,
  'top right': 45,
  'bottom right': 135,
  'bottom left': 225,
  'top left': 315,
}

/** The beginning of a CSS gradient: "90deg,", "to bottom right,". */
function readCssDirection(cursor: Cursor): number | null {
  return cursor.attempt((c) => {
    let angle: number | undefined
    const { kind, unit, value } = c.peek().token
    if (kind === 'number' && unit === 'deg') {
      angle = value!
      c.at++
    } else if (c.take('to')) {
      const words: string[] = []
      while (c.senses.side !== undefined && words.length < 2) {
        words.push(c.senses.side)
        c.at++
      }
      angle = CSS_ANGLES[words.join(' ')] ?? CSS_ANGLES[words.reverse().join(' ')]
    }
    return angle !== undefined && c.takeSeparator(',') ? angle : null
  })
}

function skipTo(cursor: Cursor): void {
  if (cursor.senses.grammar === 'to' || cursor.senses.grammar === 'and' || cursor.senses.grammar === 'into')
    cursor.at++
}

function takesGlue(cursor: Cursor, named: boolean): boolean {
  if (cursor.take('to') || cursor.take('into') || cursor.takeWord('over', 'through', 'via')) return true
  if (cursor.peek().token.kind === 'separator' && cursor.peek().word === ',' && named) {
    cursor.at++
    return true
  }
  return (named || gradientAhead(cursor)) && (cursor.take('and') || cursor.takeWord('-'))
}

/** "a red and blue gradient": the noun is still to come. */
function gradientAhead(cursor: Cursor): boolean {
  for (let ahead = 1; ahead < 6; ahead++) if (cursor.peek(ahead).senses.property === 'gradient') return true
  return false
}

/** CSS angles: 180 downwards, 90 to the right, 0 upwards, 270 to the left. */
function readDirection(cursor: Cursor): number | null {
  return cursor.attempt((c) => {
    if (c.takeWord('horizontal')) return 90
    if (c.takeWord('vertical')) return 180
    if (c.takeWord('diagonal')) return 135
    if (c.take('at') || c.takeWord('angled')) {
      c.take('at')
      c.take('a')
      c.takeWord('angle of')
    }
    if (c.peek().token.kind === 'number' && c.peek().token.unit === 'deg') {
      const { value } = c.peek().token
      c.at++
      return value!
    }
    c.take('from')
    // "left to" and "right to" are one word of the vocabulary.
    if (c.peek().word === 'left to' || c.peek().word === 'right to') {
      const angle = c.peek().word === 'left to' ? 90 : 270
      c.at++
      return c.takeWord('right', 'left') ? angle : null
    }
    const from = c.senses.side
    if (from === undefined) return null
    c.at++
    if (!c.take('to')) return null
    const to = c.senses.side
    if (to === undefined) return null
    c.at++
    return from === 'left' ? 90 : from === 'right' ? 270 : from === 'top' ? 180 : from === 'bottom' ? 0 : null
  })
}
