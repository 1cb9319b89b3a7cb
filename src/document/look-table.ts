import { visualFields } from './native-table.ts'
import type { ValueKind } from './native-table.ts'

/** What a look for a state or a device may hold: all that a look may, but no further such looks. */
export const innerVisualFields: { readonly [key: string]: ValueKind } = Object.fromEntries(
  Object.entries(visualFields).filter(([, kind]) => kind !== 'looks'),
)

/** Where a look for a state or for a kind of device is kept. */
export const variants = {
  hover: 'states',
  focus: 'states',
  active: 'states',
  disabled: 'states',
  mobile: 'devices',
  tablet: 'devices',
  desktop: 'devices',
} as const

/** A state of a component, or a kind of device. */
export type Variant = keyof typeof variants

/** The properties of single sides, by the property for all of them. */
export const sidesOfWhole = {
  padding: ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'],
  margin: ['marginTop', 'marginRight', 'marginBottom', 'marginLeft'],
  borderWidth: ['borderTop', 'borderRight', 'borderBottom', 'borderLeft'],
} as const
