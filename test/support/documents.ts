import fc from 'fast-check'
import type { Blueprint, Component } from '../../src/index.ts'
import { anyJson, withOwn } from '../document/arbitrary-blueprint.ts'

/** How the components of one list stand. */
type Layout = 'column' | 'row' | 'grid' | 'mess'

/** A component before it has an id, a place and content. */
interface Draft {
  readonly type: string
  readonly role: string | null | undefined
  readonly text: string | null | undefined
  readonly word: string
  readonly size: readonly [number, number]
  readonly gap: number
  /** From where it would stand, in a mess. */
  readonly off: readonly [number, number]
  readonly visual: Readonly<Record<string, unknown>> | undefined
  readonly isHidden: boolean
  readonly repeatsHeight: boolean
  readonly hasBox: boolean
  readonly unknown: readonly (readonly [string, unknown])[]
  /** Chooses what it stands in, among what came before; 0 is the screen. */
  readonly into: number
  readonly layout: Layout
}

const HOLDERS = ['container', 'section', 'card', 'form', 'nav', 'list', 'hero', 'product_card'] as const
const LEAVES = [
  'title',
  'heading',
  'text',
  'description',
  'label',
  'button',
  'button',
  'cta',
  'link',
  'image',
  'icon',
  'input',
  'checkbox',
  'badge',
  'divider',
  'list_item',
  'price',
  'footer',
  'status_pill',
] as const

const TEXTS = [
  'Buy now',
  'Add to cart',
  'Sign in',
  'Welcome back',
  'Überblick',
  'Новости',
  'عربة التسوق',
  '最新消息',
  'Crème brûlée 🍮',
  'Red shoes',
  '$19.99',
  'Terms and conditions',
  '50% off',
  'Delete account',
  '"Quoted" it\'s',
  'Home',
  '',
] as const

const WORDS = ['save', 'hero', 'main', 'promo', 'título', 'product', 'blue', 'x', '日本'] as const
const COLORS = [
  '#FF0000',
  '#0000FF',
  '#FFFFFF',
  '#111111',
  'rebeccapurple',
  'rgb(0 128 0)',
  '#11223380',
] as const

const visual = fc.record(
  {
    bg_color: fc.constantFrom(...COLORS),
    text_color: fc.constantFrom(...COLORS),
    border_color: fc.constantFrom(...COLORS),
    border_width: fc.integer({ min: 0, max: 4 }),
    border_radius: fc.oneof(fc.integer({ min: 0, max: 24 }), fc.constant('8px')),
    font_size: fc.oneof(fc.integer({ min: 8, max: 40 }), fc.constant('1rem')),
    font_weight: fc.constantFrom('bold', 'normal', 700, 300),
    opacity: fc.constantFrom(0.3, 1),
    padding: fc.integer({ min: 0, max: 24 }),
    gap: fc.integer({ min: 0, max: 24 }),
    shadow: fc.constantFrom('none', 'sm', 'md', 'lg'),
    placeholder: fc.constantFrom('Your name', 'Suche …'),
    price: fc.constantFrom('$5', '€ 7,50'),
    alt: fc.constantFrom('A red shoe', ''),
    image_url: fc.constant('https://example.com/a.png'),
    href: fc.constantFrom('/home', '#top'),
    gradient: fc.constant({ type: 'linear', angle: 90, stops: ['#FF0000', '#0000FF'] }),
    x_custom: fc.constantFrom(1, 'a/b', null),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const strangeKey = fc.constantFrom('x_note', '__proto__', 'constructor', 'a/b~c', '0', 'data', '')
const unknown = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(strangeKey, anyJson), { maxLength: 2 }) },
)

const rarely = (n: number): fc.Arbitrary<boolean> => fc.nat(n - 1).map((k) => k === n - 1)

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...LEAVES) },
    { weight: 1, arbitrary: fc.constantFrom(...HOLDERS) },
  ),
  role: fc.constantFrom(undefined, undefined, null, 'cta', 'hero', 'footer'),
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(undefined, null, ...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  ),
  word: fc.constantFrom(...WORDS),
  size: fc.tuple(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 2, max: 90 })),
  gap: fc.constantFrom(0, 8, 16, 16, 33.5),
  off: fc.tuple(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -30, max: 60 })),
  visual: fc.option(visual, { nil: undefined }),
  isHidden: rarely(10),
  repeatsHeight: rarely(4),
  hasBox: rarely(16).map((not) => !not),
  unknown,
  into: fc.nat(5),
  layout: fc.constantFrom<Layout>('column', 'column', 'row', 'grid', 'mess'),
})

const tokens = fc.record(
  {
    primary_color: fc.constantFrom(...COLORS),
    accent_color: fc.constantFrom(...COLORS),
    base_spacing: fc.nat(32),
    border_radius: fc.constantFrom('8px', '0.5rem'),
    cta_height: fc.constantFrom(44, 56),
    colors: fc.constant({ brand: '#0055AA' }),
    x_token: anyJson,
  },
  { requiredKeys: [], noNullPrototype: true },
)

interface Screen {
  readonly drafts: readonly Draft[]
  readonly boxes: 'all' | 'none' | 'most'
  readonly isNested: boolean
  readonly layout: Layout
  readonly tokens: object | undefined
  readonly meta: object | undefined
  readonly unknown: readonly (readonly [string, unknown])[]
}

const screen: fc.Arbitrary<Screen> = fc.record({
  drafts: fc.array(draft, { minLength: 1, maxLength: 40, size: 'max' }),
  boxes: fc.constantFrom('all', 'all', 'none', 'most'),
  isNested: fc.boolean(),
  layout: fc.constantFrom<Layout>('column', 'column', 'column', 'grid', 'mess'),
  tokens: fc.option(tokens, { nil: undefined, freq: 5 }),
  meta: fc.constantFrom(undefined, {}, { screen: [390, 844] }, { screen: [1440, 900], note: '✓' }),
  unknown,
})

/** Valid documents of 1 to 40 components: flat and nested, with all, some and no boxes, hidden ones, odd keys, any script. */
export const documents: fc.Arbitrary<Blueprint> = screen.map(build)

function build({ drafts, boxes, isNested, layout, tokens, meta, unknown }: Screen): Blueprint {
  const parts: Part[] = []
  const holders: Part[] = []
  const top: Part[] = []
  for (const [i, draft] of drafts.entries()) {
    const part: Part = { draft, id: idOf(draft, i), parts: [] }
    const holder = isNested && draft.into > 0 ? holders.at(-Math.min(draft.into, holders.length)) : undefined
    ;(holder?.parts ?? top).push(part)
    if ((HOLDERS as readonly string[]).includes(draft.type)) holders.push(part)
    parts.push(part)
  }
  const hasBox = ({ hasBox }: Draft): boolean => boxes === 'all' || (boxes === 'most' && hasBox)
  arrange(top, layout, 16, 16)
  const make = ({ draft, id, parts, box }: Part): Component =>
    component(draft, id, hasBox(draft) ? box! : null, parts.map(make))
  const root: [string, unknown][] = [['screen_id', 'random']]
  if (tokens !== undefined) root.push(['tokens', tokens])
  root.push(['components', top.map(make)])
  if (meta !== undefined) root.push(['meta', meta])
  // The entries are those of a document.
  return withOwn({}, [...root, ...unknown]) as Blueprint
}

interface Part {
  readonly draft: Draft
  readonly id: string
  readonly parts: Part[]
  box?: readonly [number, number, number, number]
}

/** Four ways in which people write ids. */
function idOf({ type, word }: Draft, i: number): string {
  switch (i % 4) {
    case 0:
      return `${word}_${type}_${i}`
    case 1:
      return `${type}_${i}`
    case 2:
      return `${word}-${type}-${i}`
    default:
      return `${word}${type[0]!.toUpperCase()}${type.slice(1)}${i}`
  }
}

function component(
  draft: Draft,
  id: string,
  box: Part['box'] | null,
  children: readonly Component[],
): Component {
  const visual: Record<string, unknown> = { ...draft.visual }
  if (draft.isHidden) visual['hidden'] = true
  if (draft.repeatsHeight) visual['height'] = box?.[3] ?? draft.size[1]
  const entries: [string, unknown][] = [
    ['id', id],
    ['type', draft.type],
  ]
  if (draft.role !== undefined) entries.push(['role', draft.role])
  if (draft.text !== undefined) entries.push(['text', draft.text])
  if (box !== null) entries.push(['bbox', box])
  if (draft.visual !== undefined || Object.keys(visual).length > 0) entries.push(['visual', visual])
  if (children.length > 0) entries.push(['children', children])
  return withOwn({}, [...entries, ...draft.unknown]) as Component
}

const PADDING = 8

/** Gives every part its box, from the inside out; a holder is as large as what it holds. Returns the right and lower edge. */
function arrange(
  parts: readonly Part[],
  layout: Layout,
  left: number,
  top: number,
): readonly [number, number] {
  let right = left
  let bottom = top
  let x = left
  let y = top
  for (const [i, part] of parts.entries()) {
    const { draft } = part
    if (layout === 'grid' && i % 3 === 0) [x, y] = [left, bottom + (i === 0 ? 0 : draft.gap)]
    const [dx, dy] = layout === 'mess' ? draft.off : [0, 0]
    const start = [x + dx, y + dy] as const
    const [innerRight, innerBottom] = arrange(
      part.parts,
      draft.layout,
      start[0] + PADDING,
      start[1] + PADDING,
    )
    const [width, height] = draft.size
    const size =
      part.parts.length === 0
        ? [width, height]
        : [innerRight + PADDING - start[0], innerBottom + PADDING - start[1]]
    part.box = [start[0], start[1], Math.max(1, size[0]!), Math.max(1, size[1]!)]
    right = Math.max(right, part.box[0] + part.box[2])
    bottom = Math.max(bottom, part.box[1] + part.box[3])
    if (layout === 'column' || layout === 'mess') y = part.box[1] + part.box[3] + draft.gap
    else x = part.box[0] + part.box[2] + draft.gap
  }
  return [right, bottom]
}

/** All components of a document, in document order. */
export function allOf(document: Blueprint): Component[] {
  const all: Component[] = []
  const visit = (list: readonly Component[]): void => {
    for (const component of list) {
      all.push(component)
      visit(component.children ?? [])
    }
  }
  visit(document.components)
  return all
}
