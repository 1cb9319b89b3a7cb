import type { Effect } from '../../decompose/effect.ts'
import { readNot } from '../../decompose/read/read-effect.ts'
import { readFont } from '../../decompose/read/read-font.ts'
import { propertyChange } from '../../decompose/read/changes.ts'
import type { PropertyWord } from '../../decompose/read/changes.ts'
import type { Read } from '../phrases/read.ts'
import type { Role } from './frame.ts'
import { isNot, isSupposed } from './no-former.ts'
import { mark } from './roles.ts'

type Looks = readonly Read<readonly Effect[]>[]

/** "bold and not italic", "but not underlined": a style that shall go. A colour or a size has no opposite. */
export const notLook: Role = {
  name: 'looks',
  marks: mark(['not', 'except']),
  bare: false,
  many: true,
  read(chart, at) {
    if (!isNot(chart, at - 1)) return []
    const read = chart.read(at, (cursor) => {
      cursor.take('be')
      return readNot(cursor)
    })
    return read === null ? [] : [read]
  },
}

/** "change the color of the button on green": said of a colour. */
export const colorOn: Role = {
  name: 'value',
  marks: mark([], ['on']),
  bare: false,
  after: ['property'],
  many: true,
  read: (chart, at, given) =>
    chart
      .values(at, given.property!)
      .filter(({ value }) => value.every(({ kind }) => kind === 'color' || kind === 'theme-color')),
}

/** "was red" behind "I would love it if": as it should be. */
export const supposed: Role = {
  name: 'looks',
  marks: mark(['was']),
  bare: false,
  many: true,
  read: (chart, at) => (isSupposed(chart, at - 1) ? chart.looks(at) : []),
}

/** Of these "some" is more than there is. */
const SPACING: ReadonlySet<PropertyWord> = new Set<PropertyWord>([
  'padding',
  'margin',
  'gap',
  'spacing',
  'between',
  'letterSpacing',
])

/** "some padding", "a bit of margin": without a number it is the usual step. */
export const someSpacing: Role = {
  name: 'looks',
  marks: mark(['with']),
  bare: true,
  many: true,
  read(chart, at): Looks {
    const property = chart.lexemes[at + 1]?.senses.property
    return SOME.has(chart.lexemes[at]!.word) && property !== undefined && SPACING.has(property)
      ? [{ value: propertyChange(property, true, null, null) ?? [], end: at + 2, cost: 0 }]
      : []
  },
}

const SOME: ReadonlySet<string> = new Set(['some', 'a bit of', 'a little', 'a little bit of', 'extra'])

/** "use Georgia for the intro", "use the font "Inter"": the name of a font alone. */
export const fontName: Role = {
  name: 'looks',
  marks: null,
  bare: true,
  afterHead: true,
  read(chart, at): Looks {
    let from = at
    while (chart.lexemes[from]?.senses.grammar === 'the' || chart.lexemes[from]?.word === 'font') from++
    const first = chart.lexemes[from]
    if (first?.token.kind !== 'quoted' && first?.token.capital !== true) return []
    const read = chart.read(from, readFont)
    if (read === null || read.value[0]?.kind !== 'set' || read.value[0].property !== 'fontFamily') return []
    const { value } = read.value[0]
    // "the Lato font"
    const named = typeof value === 'string' ? value.replace(/ fonts?$/, '') : value
    const end = chart.lexemes[read.end]?.word === 'font' ? read.end + 1 : read.end
    return [{ ...read, value: [{ ...read.value[0], value: named }], end }]
  },
}
