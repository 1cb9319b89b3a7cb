import { boxOf, sharesLook, textOf } from '../document/blueprint.ts'
import type { Touched } from '../document/change.ts'
import { lookDifferences, sharesRest } from '../document/component-difference.ts'
import type { AnyProperty } from '../document/native-table.ts'

/** Properties of the look that rules read one by one. */
const LOOK = [
  'background',
  'textColor',
  'borderColor',
  'gradient',
  'fontSize',
  'fontWeight',
  'opacity',
  'hidden',
  'price',
  'href',
  'width',
  'height',
  'states',
  'devices',
  'positioning',
  'pin',
] as const

/**
 * What of a component a rule can depend on: a property; `box`, `text` or `look` as a whole; `place`, its parent; `rest`, every
 * other key.
 */
export type Aspect = (typeof LOOK)[number] | 'text' | 'box' | 'look' | 'place' | 'rest'

/** Several aspects, a bit each. */
export type AspectMask = number

const bits = new Map<Aspect, AspectMask>(
  ([...LOOK, 'text', 'box', 'look', 'place', 'rest'] as const).map((aspect, i) => [aspect, 1 << i]),
)

const TEXT = bits.get('text')!
const BOX = bits.get('box')!
const WHOLE_LOOK = bits.get('look')!
const PLACE = bits.get('place')!
const REST = bits.get('rest')!

/** A new component. */
const EVERY: AspectMask = (1 << bits.size) - 1

export const NO_ASPECT: AspectMask = 0

export function aspects(...names: readonly Aspect[]): AspectMask {
  let mask = NO_ASPECT
  for (const name of names) mask |= bits.get(name)!
  return mask
}

/** The aspects that writing a property changes, where it does not live in a box. */
export function aspectOf(property: AnyProperty): AspectMask {
  if (property === 'text') return TEXT
  return WHOLE_LOOK | (bits.get(property as Aspect) ?? NO_ASPECT)
}

/** Which aspects differ; told from the two states themselves, not from what the change says of itself. O(keys). */
export function differenceOf({ node, before, after, parentBefore }: Touched): AspectMask {
  if (after === null) return NO_ASPECT
  if (before === null) return EVERY
  let mask = parentBefore === node.parent ? NO_ASPECT : PLACE
  if (before === after) return mask
  if (textOf(before) !== textOf(after)) mask |= TEXT
  if (boxOf(before) !== boxOf(after)) mask |= BOX
  if (!sharesRest(before, after)) mask |= REST
  if (sharesLook(before, after)) return mask
  mask |= WHOLE_LOOK
  for (const name of lookDifferences(before, after)) mask |= bits.get(name as Aspect) ?? NO_ASPECT
  return mask
}
