/** How big a new component of a type is, in pixels. */
export interface DefaultSize {
  readonly height: number
  /** `column`: as wide as its column; `text`: as its text needs; else a width in pixels. */
  readonly width: 'column' | 'text' | number
}

const OTHER_SIZE: DefaultSize = { height: 48, width: 'column' }

const sizes: Readonly<Record<string, DefaultSize>> = {
  header: { height: 64, width: 'column' },
  title: { height: 40, width: 'column' },
  subtitle: { height: 28, width: 'column' },
  heading: { height: 32, width: 'column' },
  description: { height: 48, width: 'column' },
  label: { height: 20, width: 'column' },
  text: { height: 24, width: 'column' },
  price: { height: 24, width: 'text' },
  button: { height: 48, width: 'text' },
  cta: { height: 48, width: 'text' },
  link: { height: 24, width: 'text' },
  image: { height: 180, width: 'column' },
  icon: { height: 24, width: 24 },
  product_card: { height: 120, width: 'column' },
  card: { height: 120, width: 'column' },
  container: { height: 120, width: 'column' },
  section: { height: 160, width: 'column' },
  hero: { height: 220, width: 'column' },
  nav: { height: 56, width: 'column' },
  footer: { height: 64, width: 'column' },
  list: { height: 120, width: 'column' },
  list_item: { height: 40, width: 'column' },
  form: { height: 160, width: 'column' },
  input: { height: 48, width: 'column' },
  search: { height: 48, width: 'column' },
  textarea: { height: 96, width: 'column' },
  select: { height: 48, width: 'column' },
  checkbox: { height: 24, width: 'text' },
  radio: { height: 24, width: 'text' },
  switch: { height: 24, width: 'text' },
  divider: { height: 2, width: 'column' },
  badge: { height: 32, width: 'text' },
  avatar: { height: 48, width: 48 },
  table: { height: 160, width: 'column' },
  tabs: { height: 48, width: 'column' },
  carousel: { height: 200, width: 'column' },
  video: { height: 200, width: 'column' },
  map: { height: 180, width: 'column' },
  chart: { height: 200, width: 'column' },
  modal: { height: 240, width: 'column' },
}

export function defaultSize(type: string): DefaultSize {
  return Object.hasOwn(sizes, type) ? sizes[type]! : OTHER_SIZE
}

/** Mean advance width of a sans-serif letter, as a share of the font size. */
const LETTER_WIDTH = 0.56

/** A guess at the width that a text needs on one line; nobody here measures fonts. */
export function textWidth(text: string, fontSize: number, type: string): number {
  const letters = Math.min(text.length, 200)
  const chrome =
    type === 'button' || type === 'cta'
      ? 48
      : type === 'badge'
        ? 24
        : type === 'link' || type === 'price'
          ? 0
          : 32
  return Math.max(
    type === 'button' || type === 'cta' ? 120 : 48,
    Math.round(letters * fontSize * LETTER_WIDTH) + chrome,
  )
}
