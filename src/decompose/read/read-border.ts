import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { readAmount } from './read-amount.ts'
import { readColor } from './read-color.ts'

const STYLES = ['solid', 'dashed', 'dotted', 'double'] as const

/** Border shorthand in any order: `2px solid red`, `a thin dashed grey border`. `afterNoun`: the word border came before. */
export function readBorder(cursor: Cursor, afterNoun: boolean): Effect[] | null {
  return cursor.attempt((c) => {
    let width: number | null = null
    let style: string | null = null
    let color: string | null = null
    for (;;) {
      const { word, token, senses } = c.peek()
      if (width === null && token.kind === 'number' && token.unit !== '%') {
        width = readAmount(c)!.value
        c.takeWord('wide', 'thick')
      } else if (style === null && token.kind === 'word' && (STYLES as readonly string[]).includes(word)) {
        style = word
        c.at++
      } else if (width === null && token.kind === 'word' && (word === 'thin' || word === 'thick')) {
        width = word === 'thin' ? 1 : 4
        c.at++
      } else if (
        color === null &&
        (senses.color !== undefined ||
          senses.shade !== undefined ||
          token.kind === 'color' ||
          token.kind === 'hash')
      ) {
        color = readColor(c)
        if (color === null) break
      } else if (
        ((token.kind === 'separator' && word === ',') || senses.grammar === 'and') &&
        (width !== null || style !== null) &&
        afterNoun &&
        readsOn(c)
      )
        c.at++
      else break
    }
    if (width === null && style === null && color === null) return null
    if (!afterNoun) {
      // "2px solid red": the three together are a border's, as in CSS.
      const isShorthand = width !== null && style !== null && color !== null
      if (c.senses.property !== 'border') return isShorthand ? borderEffects(width, style, color) : null
      c.at++
      if (width === null) {
        const behind = c.attempt(readWidthBehind)
        width = behind?.width ?? null
        style ??= behind?.style ?? null
      }
    }
    // "a 2px border in red"
    if (color === null && c.peek().word === 'in') color = c.attempt(readColorAfterIn)
    return borderEffects(width, style, color)
  })
}

function readColorAfterIn(c: Cursor): ReturnType<typeof readColor> {
  c.at++
  return readColor(c)
}

/** "red border 2px dashed", "a red border of 2px", where nothing follows whose measure it could be: "red border 8px radius". */
function readWidthBehind(cursor: Cursor): { width: number; style: string | null } | null {
  if (cursor.peek().word === 'of') cursor.at++
  const { token } = cursor.peek()
  if (token.kind !== 'number' || token.unit === '%') return null
  const { value } = readAmount(cursor)!
  cursor.takeWord('wide', 'thick')
  const style = cursor.takeWord(...STYLES) ? cursor.peek(-1).word : null
  const { filler, relation } = cursor.senses
  const ends = cursor.atEnd || isBoundary(cursor.peek()) || filler === true || relation !== undefined
  return ends ? { width: value, style } : null
}

function readsOn(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  const after = cursor.peek(2)
  if (cursor.senses.grammar === 'and' && after.token.word !== '' && !isBoundary(after)) return false
  return (
    next.senses.color !== undefined ||
    next.token.unit === 'px' ||
    (STYLES as readonly string[]).includes(next.word)
  )
}

/** A border said without a width has 1 px, one that is there keeps its own: the width is written where it is said or absent. */
function borderEffects(width: number | null, style: string | null, color: string | null): Effect[] {
  const effects: Effect[] = []
  if (width !== null) effects.push({ kind: 'set', property: 'borderWidth', value: width })
  else effects.push({ kind: 'border-present' })
  if (style !== null) effects.push({ kind: 'set', property: 'borderStyle', value: style })
  if (color !== null) effects.push({ kind: 'color', aspect: 'border', hex: color })
  return effects
}

/** "outlined", "outlined in red", "bordered with 2px grey". */
export function readOutlined(cursor: Cursor): Effect[] | null {
  if (!cursor.takeWord('outlined', 'bordered')) return null
  return (
    cursor.attempt((c) => {
      if (!c.takeWord('in')) c.take('with')
      return readBorder(c, true)
    }) ?? plainBorder()
  )
}

/** A plain border: 1 px where there is none. */
export function plainBorder(): Effect[] {
  return [{ kind: 'border-present' }]
}
