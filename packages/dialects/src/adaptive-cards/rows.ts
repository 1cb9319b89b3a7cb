import { inCaseOf, loosely } from '../json/coerce.ts'
import type { Codec, Row, RowKind } from '../json/row.ts'

/** Source: schemas/1.6.0/adaptive-card.json and schemas/src/enums of microsoft/AdaptiveCards. */
const SIZES = ['small', 'default', 'medium', 'large', 'extraLarge']
const SPACINGS = ['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']
const COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']
const CONTAINER_STYLES = ['default', 'emphasis', 'good', 'attention', 'warning', 'accent']
const IMAGE_SIZES = ['auto', 'stretch', 'small', 'medium', 'large']

/** Words are read in any case, and written in the case of the old one. */
function anyCase(values: readonly string[]): Codec {
  return {
    read: (raw) =>
      typeof raw === 'string' ? (values.find((one) => loosely(one) === loosely(raw)) ?? raw) : raw,
    write: (value, raw) => (typeof value === 'string' ? inCaseOf(value, raw) : value),
  }
}

function words(
  name: string,
  values: readonly string[],
  more: Partial<Row> & { ladder?: readonly string[]; initial?: string } = {},
): Row {
  const { ladder, initial, ...rest } = more
  const holds: RowKind = {
    kind: 'enum',
    values,
    ...(ladder === undefined ? {} : { ladder }),
    ...(initial === undefined ? {} : { initial }),
  }
  return { key: name, name, path: `/${name}`, holds, codec: anyCase(values), ...rest }
}

function flag(name: string, more: Partial<Row> = {}): Row {
  return { key: name, name, path: `/${name}`, holds: { kind: 'flag' }, ...more }
}

function text(name: string, more: Partial<Row> = {}): Row {
  return { key: name, name, path: `/${name}`, holds: { kind: 'text' }, isContent: true, ...more }
}

const mainText = (name: string): Row => text(name, { key: 'text', means: ['text'], isRequired: true })

/** `_text_` is italic: Markdown, of which TextBlock takes a part (schemas/src/elements/TextBlock.json). */
const ITALIC = /^_([^_\n]{1,100000})_$/

const markdownText: Row = {
  ...mainText('text'),
  isTelling: true,
  codec: {
    read: (raw) => (typeof raw === 'string' ? (ITALIC.exec(raw)?.[1] ?? raw) : raw),
    write: (value, raw) => (typeof raw === 'string' && ITALIC.test(raw) ? `_${String(value)}_` : value),
  },
}

const italic: Row = {
  isTelling: true,
  key: 'font_style',
  name: 'italic',
  path: '/text',
  holds: { kind: 'enum', values: ['italic', 'normal'] },
  means: ['fontStyle'],
  native: { oblique: 'italic', true: 'italic', false: 'normal' },
  codec: {
    read: (raw) => (typeof raw === 'string' && ITALIC.test(raw) ? 'italic' : undefined),
    write: (value, raw) => {
      if (typeof raw !== 'string') return raw
      const plain = ITALIC.exec(raw)?.[1] ?? raw
      return value === 'italic' ? `_${plain}_` : plain
    },
  },
}

const hidden: Row = {
  key: 'hidden',
  name: 'isVisible',
  words: ['visible'],
  path: '/isVisible',
  holds: { kind: 'flag', initial: false },
  means: ['hidden'],
  isContent: true,
  codec: {
    read: (raw) => (raw === false ? true : undefined),
    write: (value) => (value === true ? false : undefined),
  },
}

const align = (...means: readonly ('align' | 'textAlign')[]): Row =>
  words('horizontalAlignment', ['left', 'center', 'right'], { means, words: ['alignment'] })

const common: readonly Row[] = [
  words('spacing', SPACINGS, {
    ladder: SPACINGS.slice(0, -1),
    initial: 'default',
    means: ['margin', 'marginTop', 'padding', 'gap'],
  }),
  flag('separator', { holds: { kind: 'flag', initial: false } }),
  words('height', ['auto', 'stretch']),
  hidden,
]

function letters(initialSize: string, initialWeight: string): readonly Row[] {
  return [
    words('size', SIZES, { ladder: SIZES, initial: initialSize, means: ['size', 'fontSize'] }),
    words('weight', ['lighter', 'default', 'bolder'], {
      ladder: ['lighter', 'default', 'bolder'],
      initial: initialWeight,
      means: ['fontWeight'],
      native: {
        bold: 'bolder',
        '700': 'bolder',
        '600': 'bolder',
        '800': 'bolder',
        normal: 'default',
        '400': 'default',
        '300': 'lighter',
      },
    }),
    words('color', COLORS, { initial: 'default', means: ['textColor'] }),
    flag('isSubtle', { words: ['subtle'] }),
    words('fontType', ['default', 'monospace'], { initial: 'default', means: ['fontFamily'] }),
  ]
}

const block = (size: string, weight: string): readonly Row[] => [
  markdownText,
  ...letters(size, weight),
  italic,
  align('textAlign', 'align'),
  flag('wrap'),
  { ...flag('maxLines'), holds: { kind: 'number', isInteger: true } },
  words('style', ['default', 'heading'], { initial: 'default', isTelling: true }),
  ...common,
]

const px = (name: string, ...means: NonNullable<Row['means']>): Row => ({
  key: name,
  name,
  path: `/${name}`,
  holds: { kind: 'length', written: 'px' },
  means,
})

const image: readonly Row[] = [
  text('url', { key: 'image_url', means: ['imageUrl'], isRequired: true }),
  text('altText', { key: 'alt', means: ['alt'] }),
  words('style', ['default', 'person'], { initial: 'default' }),
  {
    key: 'bg_color',
    name: 'backgroundColor',
    path: '/backgroundColor',
    holds: { kind: 'color' },
    means: ['background'],
  },
]

const boxed: readonly Row[] = [
  words('style', CONTAINER_STYLES, { initial: 'default' }),
  flag('bleed'),
  px('minHeight'),
  words('verticalContentAlignment', ['top', 'center', 'bottom'], { words: ['vertical alignment'] }),
  ...common,
]

const action: readonly Row[] = [
  mainText('title'),
  words('style', ['default', 'positive', 'destructive'], { initial: 'default' }),
  words('mode', ['primary', 'secondary'], { initial: 'primary' }),
  flag('isEnabled', { words: ['enabled'], holds: { kind: 'flag', initial: true } }),
  text('tooltip'),
  text('iconUrl', { key: 'icon', means: ['icon', 'imageUrl'] }),
]

const input = (main: string): readonly Row[] => [
  mainText(main),
  text('placeholder', { means: ['placeholder'] }),
  text('value'),
  text('errorMessage'),
  flag('isRequired', { words: ['required'] }),
  ...common,
]

/** Since 1.6. */
const inputLooks: readonly Row[] = [
  words('labelPosition', ['above', 'inline'], { initial: 'above' }),
  {
    key: 'labelWidth',
    name: 'labelWidth',
    path: '/labelWidth',
    holds: { kind: 'length', written: 'number' },
  },
  words('inputStyle', ['default', 'revealOnHover'], { initial: 'default' }),
]

const wholeText: Row = { ...mainText('text'), path: '' }

/** The properties of each type. */
export const cardRows: { readonly [own: string]: readonly Row[] } = {
  TextBlock: block('default', 'default'),
  'heading TextBlock': block('large', 'bolder'),
  TextRun: [
    mainText('text'),
    ...letters('default', 'default'),
    flag('italic', { means: ['fontStyle'], native: { italic: true, oblique: true, normal: false } }),
    flag('underline', { means: ['textDecoration'], native: { underline: true, none: false } }),
    flag('strikethrough'),
    flag('highlight'),
  ],
  RichTextBlock: [align('align', 'textAlign'), ...common],
  Image: [
    ...image,
    words('size', IMAGE_SIZES, { ladder: ['small', 'medium', 'large'], initial: 'auto', means: ['size'] }),
    px('width', 'width'),
    px('height', 'height'),
    align('align'),
    ...common.filter(({ name }) => name !== 'height'),
  ],
  'Image of a set': [...image],
  ImageSet: [
    words('imageSize', IMAGE_SIZES, {
      ladder: ['small', 'medium', 'large'],
      initial: 'auto',
      means: ['size'],
      words: ['size'],
    }),
    ...common,
  ],
  Container: boxed,
  ColumnSet: [...boxed, align('align')],
  Column: [
    ...boxed.filter(({ name }) => name !== 'height'),
    {
      key: 'width',
      name: 'width',
      path: '/width',
      holds: { kind: 'length', written: 'px', words: ['auto', 'stretch'] },
      means: ['width'],
    },
  ],
  Table: [
    words('gridStyle', CONTAINER_STYLES, { initial: 'default' }),
    flag('showGridLines', { words: ['grid lines'] }),
    flag('firstRowAsHeader'),
    ...common,
  ],
  TableRow: [words('style', CONTAINER_STYLES, { initial: 'default' })],
  TableCell: boxed.filter(({ name }) => name !== 'height' && name !== 'spacing' && name !== 'separator'),
  FactSet: common,
  Fact: [mainText('title')],
  'text of its own': [wholeText],
  ActionSet: common,
  Media: [text('altText', { key: 'alt', means: ['alt'] }), ...common],
  'Action.OpenUrl': [...action, text('url', { key: 'href', means: ['href'], isRequired: true })],
  Action: action,
  'Input.Text': [
    ...input('label'),
    flag('isMultiline', { words: ['multiline'] }),
    words('style', ['text', 'tel', 'url', 'email', 'password']),
  ],
  'Input.ChoiceSet': [
    ...input('label'),
    words('style', ['compact', 'expanded', 'filtered'], { initial: 'compact' }),
    flag('isMultiSelect'),
    flag('wrap'),
  ],
  'Input.Toggle': [...input('title').filter(({ name }) => name !== 'placeholder'), flag('wrap')],
  Input: input('label'),
  Choice: [mainText('title'), text('value')],
  AdaptiveCard: [],
}

/** The row table of a type; inputs have more from version 1.6 on. */
export function rowsOf(own: string, version: number): readonly Row[] {
  const base =
    cardRows[own] ?? (own.startsWith('Action.') ? action : own.startsWith('Input.') ? input('label') : common)
  return own.startsWith('Input.') && version >= 1.6 ? [...base, ...inputLooks] : base
}
