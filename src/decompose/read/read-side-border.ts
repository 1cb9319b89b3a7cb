import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { isBorderSide } from '../lexicon/side-properties.ts'
import type { BorderSideName } from '../lexicon/side-properties.ts'
import { readBorder } from './read-border.ts'
import { saysAny } from './words-ahead.ts'

const BORDERS: ReadonlySet<string> = new Set([
  'border',
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'stroke',
  'outline',
])

/** "1px bottom border, #E5E7EB", "only a bottom border", "a thin grey top border". */
export function readSideBorder(cursor: Cursor): Effect[] | null {
  if (!saysAny(cursor.lexemes, BORDERS) || !cursor.hasAhead(({ senses }) => isBorderSide(senses.property)))
    return null
  return cursor.attempt((c) => {
    const isOnly = takeOnly(c)
    c.take('a')
    const before = isBorderSide(c.senses.property) ? [] : readBorder(c, true)
    if (before === null || !isBorderSide(c.senses.property)) return null
    const side = c.senses.property
    c.at++
    const linked =
      c.take('to') || c.take('be') || c.takeWord('of') || c.takeSeparator(':') || c.takeSeparator(',')
    const after = before.length > 1 ? null : c.attempt((inner) => readBorder(inner, true))
    if (linked && after === null && c.peek(-1).token.kind === 'separator') c.at--
    const effect = sideOf(side, [...before, ...(after ?? [])])
    const isAlone = isOnly || takeOnly(c)
    return isAlone ? [{ kind: 'set', property: 'borderWidth', value: 0 }, effect] : [effect]
  })
}

function takeOnly(cursor: Cursor): boolean {
  return cursor.takeWord('only', 'just')
}

/** What was read of a whole border as that of one side; 1 px where no width was said. */
export function sideOf(side: BorderSideName, effects: readonly Effect[]): Effect {
  let width = 1
  let style: string | undefined
  let color: string | undefined
  for (const effect of effects) {
    if (effect.kind === 'color') color = effect.hex
    else if (effect.kind === 'set' && effect.property === 'borderWidth') width = Number(effect.value)
    else if (effect.kind === 'set' && effect.property === 'borderStyle' && typeof effect.value === 'string')
      style = effect.value
  }
  return {
    kind: 'set',
    property: side,
    value: { width, ...(style === undefined ? {} : { style }), ...(color === undefined ? {} : { color }) },
  }
}
