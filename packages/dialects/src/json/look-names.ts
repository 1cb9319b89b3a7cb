import type { Meaning, Row, RowKind } from './row.ts'

/** What a look property of a document without a catalogue is, told by its name: as in CSS, in camelCase. */
interface Look {
  readonly means: readonly Meaning[]
  readonly holds: RowKind
  /** Key in the look of the component. */
  readonly key: string
}

const color: RowKind = { kind: 'color' }
const length: RowKind = { kind: 'length', written: 'number' }
const words = (...values: string[]): RowKind => ({ kind: 'enum', values })

const LOOKS: { readonly [name: string]: Look } = {
  color: { means: ['textColor'], holds: color, key: 'text_color' },
  backgroundColor: { means: ['background'], holds: color, key: 'bg_color' },
  background: { means: ['background'], holds: color, key: 'bg_color' },
  borderColor: { means: ['borderColor'], holds: color, key: 'border_color' },
  fontSize: { means: ['fontSize', 'size'], holds: length, key: 'font_size' },
  fontWeight: { means: ['fontWeight'], holds: { kind: 'text' }, key: 'font_weight' },
  weight: { means: ['fontWeight'], holds: { kind: 'text' }, key: 'font_weight' },
  fontStyle: { means: ['fontStyle'], holds: words('normal', 'italic'), key: 'font_style' },
  fontFamily: { means: ['fontFamily'], holds: { kind: 'text' }, key: 'font_family' },
  textAlign: {
    means: ['textAlign', 'align'],
    holds: words('left', 'center', 'right', 'justify'),
    key: 'text_align',
  },
  align: { means: ['align', 'textAlign'], holds: words('left', 'center', 'right'), key: 'align' },
  textDecoration: {
    means: ['textDecoration'],
    holds: words('none', 'underline', 'line-through'),
    key: 'text_decoration',
  },
  textTransform: {
    means: ['textTransform'],
    holds: words('none', 'uppercase', 'lowercase', 'capitalize'),
    key: 'text_transform',
  },
  lineHeight: { means: ['lineHeight'], holds: { kind: 'number' }, key: 'line_height' },
  letterSpacing: { means: ['letterSpacing'], holds: length, key: 'letter_spacing' },
  borderRadius: { means: ['borderRadius'], holds: length, key: 'border_radius' },
  radius: { means: ['borderRadius'], holds: length, key: 'border_radius' },
  borderWidth: { means: ['borderWidth'], holds: length, key: 'border_width' },
  opacity: { means: ['opacity'], holds: { kind: 'number' }, key: 'opacity' },
  padding: { means: ['padding'], holds: length, key: 'padding' },
  margin: { means: ['margin'], holds: length, key: 'margin' },
  gap: { means: ['gap'], holds: length, key: 'gap' },
  width: { means: ['width'], holds: length, key: 'width' },
  height: { means: ['height'], holds: length, key: 'height' },
  maxWidth: { means: [], holds: length, key: 'max_width' },
  size: { means: ['size'], holds: length, key: 'size' },
  thickness: { means: ['height', 'borderWidth'], holds: length, key: 'thickness' },
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left', 'X', 'Y'] as const

/** The look of that name; undefined for a name that says nothing of looks. */
export function lookNamed(name: string): Look | undefined {
  if (Object.hasOwn(LOOKS, name)) return LOOKS[name]
  for (const whole of ['padding', 'margin'] as const)
    for (const side of SIDES)
      if (name === whole + side)
        return { means: [whole], holds: length, key: `${whole}_${side.toLowerCase()}` }
  return undefined
}

/** What a style object may hold: everything here, whether or not it is there. Lengths are texts with a unit. */
export function styleRows(base: string): readonly Row[] {
  const names = [
    ...Object.keys(LOOKS),
    ...SIDES.slice(0, 4).flatMap((side) => [`padding${side}`, `margin${side}`]),
  ]
  const own = new Set(['background', 'weight', 'radius', 'align', 'size', 'maxWidth'])
  return names
    .filter((name) => !own.has(name))
    .map((name) => {
      const { means, holds, key } = lookNamed(name)!
      const written: RowKind = holds.kind === 'length' ? { kind: 'length', written: 'px' } : holds
      return { key, name, path: `${base}/${name}`, holds: written, means }
    })
}
