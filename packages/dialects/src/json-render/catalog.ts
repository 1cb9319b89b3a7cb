import type { Meaning, Row, RowKind } from '../json/row.ts'

/** A property of the catalogue: its kind, `?` where it may be null; or the words it may be. */
type Entry = 'text' | 'text?' | 'number' | 'number?' | 'flag?' | 'list' | readonly string[]

const SIZE: readonly string[] = ['sm', 'md', 'lg']
const GAP: readonly string[] = ['sm', 'md', 'lg', 'xl']
const field = {
  label: 'text',
  name: 'text',
  checks: 'list',
  validateOn: ['change', 'blur', 'submit'],
} as const
const dialog = { title: 'text', description: 'text?', openPath: 'text' } as const

/** The components of @json-render/shadcn 0.19.0 (dist/catalog.js) with their props. */
export const catalog: { readonly [type: string]: { readonly [prop: string]: Entry } } = {
  Card: {
    title: 'text?',
    description: 'text?',
    maxWidth: ['sm', 'md', 'lg', 'full'],
    centered: 'flag?',
    className: 'text?',
  },
  Stack: {
    direction: ['horizontal', 'vertical'],
    gap: ['none', ...GAP],
    align: ['start', 'center', 'end', 'stretch'],
    justify: ['start', 'center', 'end', 'between', 'around'],
    className: 'text?',
  },
  Grid: { columns: 'number?', gap: GAP, className: 'text?' },
  Separator: { orientation: ['horizontal', 'vertical'] },
  Tabs: { tabs: 'list', defaultValue: 'text?', value: 'text?' },
  Accordion: { items: 'list', type: ['single', 'multiple'] },
  Collapsible: { title: 'text', defaultOpen: 'flag?' },
  Dialog: dialog,
  Drawer: dialog,
  Carousel: { items: 'list' },
  Table: { columns: 'list', rows: 'list', caption: 'text?' },
  Heading: { text: 'text', level: ['h1', 'h2', 'h3', 'h4'] },
  Text: { text: 'text', variant: ['body', 'caption', 'muted', 'lead', 'code'] },
  Image: { src: 'text?', alt: 'text', width: 'number?', height: 'number?' },
  Avatar: { src: 'text?', name: 'text', size: SIZE },
  Badge: { text: 'text', variant: ['default', 'secondary', 'destructive', 'outline'] },
  Alert: { title: 'text', message: 'text?', type: ['info', 'success', 'warning', 'error'] },
  Progress: { value: 'number', max: 'number?', label: 'text?' },
  Skeleton: { width: 'text?', height: 'text?', rounded: 'flag?' },
  Spinner: { size: SIZE, label: 'text?' },
  Tooltip: { content: 'text', text: 'text' },
  Popover: { trigger: 'text', content: 'text' },
  Input: { ...field, type: ['text', 'email', 'password', 'number'], placeholder: 'text?', value: 'text?' },
  Textarea: { ...field, placeholder: 'text?', rows: 'number?', value: 'text?' },
  Select: { ...field, options: 'list', placeholder: 'text?', value: 'text?' },
  Checkbox: { ...field, checked: 'flag?' },
  Radio: { ...field, options: 'list', value: 'text?' },
  Switch: { ...field, checked: 'flag?' },
  Slider: { label: 'text?', min: 'number?', max: 'number?', step: 'number?', value: 'number?' },
  Button: { label: 'text', variant: ['primary', 'secondary', 'danger'], disabled: 'flag?' },
  Link: { label: 'text', href: 'text' },
  DropdownMenu: { label: 'text', items: 'list', value: 'text?' },
  Toggle: { label: 'text', pressed: 'flag?', variant: ['default', 'outline'] },
  ToggleGroup: { items: 'list', type: ['single', 'multiple'], value: 'text?' },
  ButtonGroup: { buttons: 'list', selected: 'text?' },
  Pagination: { totalPages: 'number', page: 'number?' },
}

/** Types that hold others. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  'Card',
  'Stack',
  'Grid',
  'Tabs',
  'Collapsible',
  'Dialog',
  'Drawer',
])

/** From little to much, with what the property counts as where it is null. */
const LADDERS: {
  readonly [path: string]: {
    readonly ladder: readonly string[]
    readonly initial: string
    readonly means: readonly Meaning[]
  }
} = {
  'Heading.level': { ladder: ['h4', 'h3', 'h2', 'h1'], initial: 'h2', means: ['size', 'fontSize'] },
  'Text.variant': { ladder: ['caption', 'body', 'lead'], initial: 'body', means: ['size', 'fontSize'] },
  'Stack.gap': { ladder: ['none', ...GAP], initial: 'md', means: ['gap', 'padding', 'margin'] },
  'Grid.gap': { ladder: GAP, initial: 'md', means: ['gap', 'padding', 'margin'] },
  'Card.maxWidth': { ladder: ['sm', 'md', 'lg', 'full'], initial: 'full', means: ['width', 'size'] },
  'Avatar.size': { ladder: SIZE, initial: 'md', means: ['size'] },
  'Spinner.size': { ladder: SIZE, initial: 'md', means: ['size'] },
}

const TEXTS: readonly string[] = ['text', 'label', 'title', 'content', 'name']
const SECOND: ReadonlySet<string> = new Set(['description', 'caption', 'message', 'content', 'title', 'text'])
const CONTENT: { readonly [name: string]: { readonly key: string; readonly means: readonly Meaning[] } } = {
  src: { key: 'image_url', means: ['imageUrl'] },
  href: { key: 'href', means: ['href'] },
  alt: { key: 'alt', means: ['alt'] },
  placeholder: { key: 'placeholder', means: ['placeholder'] },
  width: { key: 'width', means: ['width'] },
  height: { key: 'height', means: ['height'] },
}
const INITIALS: { readonly [path: string]: string } = {
  'Badge.variant': 'default',
  'Button.variant': 'primary',
  'Toggle.variant': 'default',
  'Stack.direction': 'vertical',
  'Alert.type': 'info',
}

/** The rows of a type of the catalogue; undefined for another one. */
export function catalogRows(type: string): readonly Row[] | undefined {
  const props = Object.hasOwn(catalog, type) ? catalog[type] : undefined
  if (props === undefined) return undefined
  const main = TEXTS.find((name) => props[name] === 'text' || props[name] === 'text?')
  return Object.entries(props).flatMap(([name, entry]) => rowOf(type, name, entry, name === main))
}

function rowOf(type: string, name: string, entry: Entry, isMain: boolean): readonly Row[] {
  if (entry === 'list') return []
  const path = `/props/${name}`
  const nullable =
    typeof entry === 'string' && !entry.endsWith('?') ? { isRequired: true } : { isNullable: true }
  if (isMain)
    return [
      { key: 'text', name, path, holds: { kind: 'text' }, means: ['text'], isContent: true, ...nullable },
    ]
  const content = Object.hasOwn(CONTENT, name) ? CONTENT[name]! : { key: name }
  if (typeof entry !== 'string') return [wordsRow(type, name, path, entry)]
  const kind = entry.replace('?', '')
  if (kind === 'text') {
    const silent = SECOND.has(name) ? { isSilent: true } : {}
    return [{ ...content, name, path, holds: { kind: 'text' }, isContent: true, ...silent, ...nullable }]
  }
  const holds: RowKind = kind === 'number' ? { kind: 'number' } : { kind: 'flag', initial: false }
  return [{ ...content, name, path, holds, ...nullable }]
}

function wordsRow(type: string, name: string, path: string, values: readonly string[]): Row {
  const known = LADDERS[`${type}.${name}`]
  const initial = known?.initial ?? INITIALS[`${type}.${name}`]
  const off = type === 'Text' ? MUTED : undefined
  return {
    key: name === 'align' ? 'align_items' : name,
    name,
    path,
    holds: {
      kind: 'enum',
      values,
      ...(known === undefined ? {} : { ladder: known.ladder }),
      ...(initial === undefined ? {} : { initial }),
      ...(off === undefined ? {} : { beside: off }),
    },
    isNullable: true,
    ...(known === undefined ? {} : { means: known.means }),
    ...(name === 'align' ? { words: ['alignment'] } : {}),
  }
}

/** Off the ladder, but it leads onto it: muted text grows to lead and shrinks to caption. */
const MUTED: { readonly [value: string]: string } = { muted: 'body' }
