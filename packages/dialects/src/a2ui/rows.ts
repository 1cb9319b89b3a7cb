import { isObject, ownOf } from '../json/pointer.ts'
import type { Meaning, Row } from '../json/row.ts'
import { readMarked, writeMarked } from './markdown.ts'
import type { MarkedText } from './markdown.ts'

/** Source: the basic catalogues in @a2ui/web_core 0.11.0, src/v0_9/schemas and src/v1_0/schemas. */
export type Version = '0.9' | '1.0'

function words(
  name: string,
  values: readonly string[],
  initial?: string,
  more: Partial<Row> & { ladder?: readonly string[] } = {},
): Row {
  const { ladder, ...rest } = more
  return {
    key: `own_${name}`,
    name,
    path: `/${name}`,
    holds: {
      kind: 'enum',
      values,
      ...(initial === undefined ? {} : { initial }),
      ...(ladder === undefined ? {} : { ladder }),
    },
    ...rest,
  }
}

function text(name: string, key: string, ...means: readonly Meaning[]): Row {
  return {
    key,
    name,
    path: `/${name}`,
    holds: { kind: 'text' },
    isContent: true,
    ...(means.length === 0 ? {} : { means }),
  }
}

const main = (name: string): Row => ({ ...text(name, 'text', 'text'), isRequired: true })
const flag = (name: string, initial = false): Row => ({
  key: name,
  name,
  path: `/${name}`,
  holds: { kind: 'flag', initial },
})
const number = (name: string): Row => ({ key: name, name, path: `/${name}`, holds: { kind: 'number' } })

function marked(
  change: (was: MarkedText, value: unknown) => MarkedText,
): (value: unknown, raw: unknown) => unknown {
  return (value, raw) =>
    typeof raw === 'string' ? writeMarked(change(readMarked(raw), value), raw) : String(value)
}

/** Heading marks and emphasis are not part of what is read or replaced. */
const markedText: Row = {
  ...main('text'),
  isTelling: true,
  codec: {
    read: (raw) => (typeof raw === 'string' ? readMarked(raw).body : raw),
    write: marked((was, value) => ({ ...was, body: String(value) })),
  },
}

const bold: Row = {
  isTelling: true,
  key: 'font_weight',
  name: 'bold',
  path: '/text',
  holds: { kind: 'enum', values: ['bold', 'normal'], initial: 'normal', ladder: ['normal', 'bold'] },
  means: ['fontWeight'],
  native: { '700': 'bold', '800': 'bold', '600': 'bold', '400': 'normal' },
  codec: {
    read: (raw) => (typeof raw === 'string' && readMarked(raw).bold ? 'bold' : undefined),
    write: marked((was, value) => ({ ...was, bold: value === 'bold' })),
  },
}

const italic: Row = {
  isTelling: true,
  key: 'font_style',
  name: 'italic',
  path: '/text',
  holds: { kind: 'enum', values: ['italic', 'normal'], initial: 'normal' },
  means: ['fontStyle'],
  native: { oblique: 'italic' },
  codec: {
    read: (raw) => (typeof raw === 'string' && readMarked(raw).italic ? 'italic' : undefined),
    write: marked((was, value) => ({ ...was, italic: value === 'italic' })),
  },
}

const SIZES_09 = ['caption', 'body', 'h5', 'h4', 'h3', 'h2', 'h1']
const SIZES_10 = ['caption', 'body', '####', '###', '##', '#']

/** Version 1.0 has no headings but those of Markdown in the text; into a heading the variant goes away. */
const size10: Row = {
  isTelling: true,
  key: 'size',
  name: 'size',
  path: '/text',
  holds: { kind: 'enum', values: SIZES_10, ladder: SIZES_10, initial: 'body' },
  means: ['size', 'fontSize'],
  isContent: true,
  compound: {
    read: sizeOf,
    puts: (value, element) => {
      const before = isObject(element) ? ownOf(element, 'text') : ''
      const raw = typeof before === 'string' ? before : ''
      const level = String(value).startsWith('#') ? String(value).length : 0
      const written = writeMarked({ ...readMarked(raw), level }, raw)
      const variant = isObject(element) ? ownOf(element, 'variant') : undefined
      const next = value === 'caption' ? 'caption' : level > 0 || variant === undefined ? undefined : 'body'
      return [
        ...(written === raw ? [] : [['/text', written] as const]),
        ...(next === variant ? [] : [['/variant', next] as const]),
      ]
    },
  },
}

function sizeOf(element: unknown): unknown {
  if (!isObject(element)) return undefined
  const raw = ownOf(element, 'text')
  const level = typeof raw === 'string' ? readMarked(raw).level : 0
  if (level > 0) return '#'.repeat(Math.min(level, 4))
  return ownOf(element, 'variant') === 'caption' ? 'caption' : 'body'
}

const TEXT: { readonly [V in Version]: readonly Row[] } = {
  '0.9': [
    markedText,
    words('variant', SIZES_09, 'body', { ladder: SIZES_09, means: ['size', 'fontSize'], isTelling: true }),
    bold,
    italic,
  ],
  '1.0': [
    markedText,
    words('variant', ['caption', 'body'], 'body', { isTelling: true }),
    size10,
    bold,
    italic,
  ],
}

/** Text that comes from data has no marks of its own: it is a caption or body. */
const BOUND_TEXT_10: readonly Row[] = [
  markedText,
  words('variant', ['caption', 'body'], 'body', { ladder: ['caption', 'body'], means: ['size', 'fontSize'] }),
  bold,
  italic,
]

const ACROSS = ['start', 'center', 'end', 'stretch']
const MAIN = ['start', 'center', 'end', 'spaceBetween', 'spaceAround', 'spaceEvenly', 'stretch']
const IMAGES = ['icon', 'avatar', 'smallFeature', 'mediumFeature', 'largeFeature', 'header']
const lines: readonly Row[] = [
  words('justify', MAIN, 'start', { words: ['justification'] }),
  words('align', ACROSS, 'stretch', { words: ['alignment'] }),
]

export const ICONS: readonly string[] =
  'accountCircle add arrowBack arrowForward attachFile calendarToday call camera check close delete download edit event error fastForward favorite favoriteOff folder help home info locationOn lock lockOpen mail menu moreVert moreHoriz notificationsOff notifications pause payment person phone photo play print refresh rewind search send settings share shoppingCart skipNext skipPrevious star starHalf starOff stop upload visibility visibilityOff volumeDown volumeMute volumeOff volumeUp warning'.split(
    ' ',
  )

const image: readonly Row[] = [
  { ...text('url', 'image_url', 'imageUrl'), isRequired: true },
  text('description', 'alt', 'alt'),
  words('fit', ['contain', 'cover', 'fill', 'none', 'scaleDown'], 'fill'),
  words('variant', IMAGES, 'mediumFeature', { ladder: IMAGES, means: ['size', 'width', 'height'] }),
]

const FIELD: { readonly [V in Version]: readonly Row[] } = {
  '0.9': [text('validationRegexp', 'validationRegexp')],
  '1.0': [text('placeholder', 'placeholder', 'placeholder')],
}

/** Every component may take a share of its parent's space. */
const weight = number('weight')

/** The properties of each type in a version. `caption`: the id of the text that a button shows. */
export function rowsOf(
  version: Version,
  caption: (element: unknown, source: unknown) => string | null,
): { readonly [own: string]: readonly Row[] } {
  const input = [main('label'), text('value', 'value')]
  return {
    Text: [...TEXT[version], weight],
    'Text from data': [...(version === '1.0' ? BOUND_TEXT_10 : TEXT['0.9']), weight],
    Image: [...image, weight],
    Icon: [{ ...words('name', ICONS), means: ['icon'], isContent: true, isRequired: true }, weight],
    Video: [{ ...text('url', 'image_url', 'imageUrl'), isRequired: true }, weight],
    AudioPlayer: [{ ...text('url', 'href', 'href'), isRequired: true }, main('description'), weight],
    Row: [...lines, weight],
    Column: [...lines, weight],
    List: [
      words('direction', ['vertical', 'horizontal'], 'vertical'),
      words('align', ACROSS, 'stretch', { words: ['alignment'] }),
      weight,
    ],
    Card: [weight],
    Tabs: [weight],
    Modal: [weight],
    Tab: [main('title')],
    Divider: [words('axis', ['horizontal', 'vertical'], 'horizontal'), weight],
    Button: [
      { ...markedText, inside: caption },
      words('variant', ['default', 'primary', 'borderless'], 'default'),
      weight,
    ],
    TextField: [
      ...input,
      ...FIELD[version],
      words('variant', ['shortText', 'longText', 'number', 'obscured'], 'shortText'),
      weight,
    ],
    CheckBox: [main('label'), { ...flag('value'), isContent: true }, weight],
    ChoicePicker: [
      main('label'),
      words('variant', ['mutuallyExclusive', 'multipleSelection'], 'mutuallyExclusive'),
      words('displayStyle', ['checkbox', 'chips'], 'checkbox'),
      flag('filterable'),
      weight,
    ],
    Option: [main('label'), text('value', 'value')],
    Slider: [
      main('label'),
      number('min'),
      number('max'),
      ...(version === '1.0' ? [number('steps')] : []),
      { ...number('value'), isContent: true },
      weight,
    ],
    DateTimeInput: [...input, flag('enableDate'), flag('enableTime'), weight],
  }
}
