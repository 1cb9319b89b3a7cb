// Generated documents: the same size and shape give the same document, to the byte.
import type { Blueprint, Box, Component, Visual } from '../src/index.ts'

/** `flat`: every component at the top level; `nested`: sections with cards with title, text and button, three levels. */
export type Shape = 'flat' | 'nested'

const SCREEN_WIDTH = 1280
const LEFT = 40
const RIGHT = 680
const ROW = 120
const HEADER_HEIGHT = 72

const WORDS = ['Quiet', 'Amber', 'River', 'Stone', 'Maple', 'Harbor', 'Cedar', 'Linen', 'Copper', 'Meadow']
const GOODS = ['lamp', 'chair', 'teapot', 'blanket', 'mirror', 'basket', 'clock', 'planter', 'stool', 'rug']

const LIGHT: Visual = { bg_color: '#F8FAFC', text_color: '#0F172A', border_radius: 8 }
const DARK: Visual = { bg_color: '#0F172A', text_color: '#CBD5E1', border_radius: 8 }
const BUTTON: Visual = { bg_color: '#1D4ED8', text_color: '#FFFFFF', font_size: 15, border_radius: 8 }
const TITLE: Visual = { text_color: '#111827', font_size: 20, font_weight: 'bold' }
const TEXT: Visual = { text_color: '#1F2937', font_size: 15 }
// A card's own colour decides what can be read on it.
const MUTED: Visual = { text_color: '#64748B', font_size: 15 }

/** Numbers components by type, as programs that write documents do: `card_1`, `card_2`. */
class Names {
  readonly #counts = new Map<string, number>()

  next(type: string): string {
    const count = (this.#counts.get(type) ?? 0) + 1
    this.#counts.set(type, count)
    return `${type}_${count}`
  }
}

/**
 * A document of exactly `size` components (20 at least) on which every command of the standard set can be applied.
 * Nothing overlaps, so that the layout rules have nothing to excuse.
 */
export function makeDocument(size: number, shape: Shape): Blueprint {
  if (!Number.isInteger(size) || size < 20)
    throw new RangeError(`expected a size of at least 20, got ${size}`)
  const { components, height } = shape === 'flat' ? makeFlat(size) : makeNested(size)
  return {
    screen_id: `bench_${shape}_${size}`,
    screen_type: 'desktop',
    orientation: 'landscape',
    tokens: { primary_color: '#1D4ED8', accent_color: '#B45309', base_spacing: 16, border_radius: '8px' },
    components,
    meta: { source: 'generated', screen: [SCREEN_WIDTH, height] },
  }
}

/** Ten components a block, most in a row of their own; rows keep distance, so that growing has room. */
const BLOCK = [
  { type: 'title', column: LEFT, newRow: true },
  { type: 'text', column: LEFT, newRow: true },
  { type: 'card', column: LEFT, newRow: true },
  { type: 'dark card', column: RIGHT, newRow: false },
  { type: 'text', column: LEFT, newRow: true },
  { type: 'button', column: LEFT, newRow: true },
  { type: 'image', column: LEFT, newRow: true },
  { type: 'card', column: RIGHT, newRow: false },
  { type: 'input', column: LEFT, newRow: true },
  { type: 'button', column: LEFT, newRow: true },
] as const

function makeFlat(size: number): { components: Component[]; height: number } {
  const names = new Names()
  const components: Component[] = [makeHeader([])]
  let y = HEADER_HEIGHT + 48 - ROW
  for (let i = 1; i < size; i++) {
    const { type, column, newRow } = BLOCK[i % BLOCK.length]!
    if (newRow) y += ROW
    components.push(makeLeaf(names, type, [column, y], i))
  }
  return { components, height: y + 2 * ROW }
}

const CARDS = 4
const CARD_HEIGHT = 240

function makeNested(size: number): { components: Component[]; height: number } {
  const names = new Names()
  const title = makeLeaf(names, 'title', [LEFT, 20], 0)
  const components: Component[] = [makeHeader([title])]
  let y = HEADER_HEIGHT + 48
  let left = size - 2
  while (left > 1) {
    const cards: Component[] = []
    const box: Box = [16, y, SCREEN_WIDTH - 32, CARDS * (CARD_HEIGHT + 40) + 40]
    left--
    for (let i = 0; i < CARDS && left > 0; i++) {
      const inner = Math.min(3, left - 1)
      left -= inner + 1
      cards.push(makeCard(names, [LEFT + 24, y + 40 + i * (CARD_HEIGHT + 40)], inner, i))
    }
    components.push({
      id: names.next('section'),
      type: 'section',
      bbox: box,
      visual: { bg_color: '#FFFFFF' },
      children: cards,
    })
    y += box[3] + 40
  }
  if (left === 1) components.push(makeLeaf(names, 'text', [LEFT, y], 1))
  return { components, height: y + 2 * ROW }
}

function makeCard(
  names: Names,
  [x, y]: readonly [number, number],
  children: number,
  position: number,
): Component {
  const isDark = position % 2 === 1
  const parts = (['title', 'text', 'button'] as const).slice(0, children)
  const id = names.next('card')
  return {
    id,
    type: 'card',
    bbox: [x, y, 900, CARD_HEIGHT],
    visual: isDark ? DARK : LIGHT,
    children: parts.map((type, row) => {
      const leaf = makeLeaf(names, type, [x + 24, y + 16 + row * 72], position + row)
      return isDark && type !== 'button'
        ? { ...leaf, visual: { ...leaf.visual, text_color: '#E2E8F0' } }
        : leaf
    }),
  }
}

function makeHeader(children: readonly Component[]): Component {
  const header: Component = {
    id: 'header',
    type: 'header',
    role: 'navigation',
    bbox: [0, 0, SCREEN_WIDTH, HEADER_HEIGHT],
    visual: { bg_color: '#FFFFFF', text_color: '#111827' },
  }
  return children.length === 0 ? header : { ...header, children }
}

function makeLeaf(names: Names, kind: string, [x, y]: readonly [number, number], i: number): Component {
  const type = kind === 'dark card' ? 'card' : kind
  const id = names.next(type)
  const words = `${WORDS[i % WORDS.length]} ${GOODS[Math.floor(i / WORDS.length) % GOODS.length]}`
  switch (kind) {
    case 'title':
      return { id, type, text: words, bbox: [x, y, 400, 32], visual: TITLE }
    case 'text':
      return {
        id,
        type,
        text: `${words}, made to last`,
        bbox: [x, y, 400, 28],
        visual: i % 3 === 0 ? MUTED : TEXT,
      }
    case 'button':
      return { id, type, text: `Buy ${words}`, bbox: [x, y, 200, 44], visual: BUTTON }
    case 'image':
      return { id, type, bbox: [x, y, 400, 80], visual: { alt: words, image_url: `/images/${i}.jpg` } }
    case 'input':
      return {
        id,
        type,
        bbox: [x, y, 320, 48],
        visual: { placeholder: `Search ${words}`, border_color: '#64748B' },
      }
    default:
      return { id, type, text: words, bbox: [x, y, 400, 88], visual: kind === 'dark card' ? DARK : LIGHT }
  }
}
