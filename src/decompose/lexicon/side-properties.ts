import type { PropertyName } from '../../document/native-table.ts'
import type { Entry } from './entry.ts'

const SIDES = ['top', 'right', 'bottom', 'left'] as const

const WHOLES = {
  padding: ['padding', 'inner spacing', 'inner padding', 'inner space'],
  margin: ['margin', 'outer spacing', 'outer margin', 'outer space'],
  border: ['border', 'border line', 'stroke', 'outline'],
} as const

type Whole = keyof typeof WHOLES

const PLACES: Readonly<Record<(typeof SIDES)[number], readonly string[]>> = {
  top: ['on top', 'at the top', 'on the top', 'at top'],
  right: ['on the right', 'at the right', 'on the right side'],
  bottom: ['at the bottom', 'on the bottom', 'at bottom'],
  left: ['on the left', 'at the left', 'on the left side'],
}

/** "left padding", "padding-left", "padding on the left": the properties of single sides. */
export const sideProperties: readonly Entry[] = (Object.keys(WHOLES) as Whole[]).flatMap((whole) =>
  SIDES.map((side): Entry => [
    WHOLES[whole]
      .flatMap((word) => [
        `${side} ${word}`,
        `${word} ${side}`,
        `${word}-${side}`,
        `${word} to the ${side}`,
        ...PLACES[side].map((place) => `${word} ${place}`),
      ])
      .join('|'),
    { property: `${whole}${side[0]!.toUpperCase()}${side.slice(1)}` as PropertyName },
  ]),
)

const borders: ReadonlySet<string> = new Set(['borderTop', 'borderRight', 'borderBottom', 'borderLeft'])

export type BorderSideName = 'borderTop' | 'borderRight' | 'borderBottom' | 'borderLeft'

export function isBorderSide(property: string | undefined): property is BorderSideName {
  return property !== undefined && borders.has(property)
}
