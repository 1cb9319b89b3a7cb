import { parseColor } from 'blueprint-command-engine'
import type { LensNode, LensView, Step } from 'blueprint-command-engine'
import { declarationsIn, valueIn, winning, withDeclaration } from './declarations.ts'
import type { Declaration } from './declarations.ts'
import type { PageElement } from './parse-page.ts'
import { shownColors } from './project-page.ts'
import { isColor } from './page-style.ts'
import type { PageStyle } from './page-style.ts'
import { applied, plainOf, setUtility } from './tailwind/class-list.ts'

const INHERITED: ReadonlySet<string> = new Set([
  'color',
  'font-size',
  'font-weight',
  'font-style',
  'font-family',
  'line-height',
  'letter-spacing',
  'text-align',
  'text-transform',
])

/** What a browser gives headings, in their parent's font size (HTML, 15.3.6). */
const HEADING_EM: { readonly [tag: string]: number } = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h4: 1,
  h5: 0.83,
  h6: 0.67,
  small: 0.83,
}

/** An element that a step is about, with its attributes as the steps before have left them. */
export class ElementSite {
  readonly node: LensNode
  readonly element: PageElement | null
  readonly style: PageStyle
  readonly view: LensView
  readonly #changed = new Map<string, string | null>()

  constructor(node: LensNode, element: PageElement | null, style: PageStyle, view: LensView) {
    this.node = node
    this.element = element
    this.style = style
    this.view = view
  }

  get id(): string {
    return this.node.id
  }

  get tag(): string {
    const tag = this.node.component['tag']
    return typeof tag === 'string' ? tag : (this.element?.tag ?? 'p')
  }

  get name(): string {
    return `<${this.tag}> #${this.id}`
  }

  /** An attribute that the component keeps, by its key. */
  attribute(key: string): string | undefined {
    if (this.#changed.has(key)) return this.#changed.get(key) ?? undefined
    const value = this.view.read(this.node, `own:${key}`)
    return typeof value === 'string' ? value : undefined
  }

  set(key: string, value: string | null): void {
    this.#changed.set(key, value)
  }

  /** The steps that write what was set, with the colours that then show. */
  steps(): readonly Step[] {
    const targets = [this.id]
    const steps: Step[] = [...this.#changed].map(([key, value]) => ({ kind: 'own', targets, key, value }))
    if (!this.#changed.has('@style') && !this.#changed.has('@class')) return steps
    const attributes = new Map<string, string>()
    for (const [key, name] of [
      ['@style', 'style'],
      ['@class', 'class'],
    ] as const) {
      const value = this.attribute(key)
      if (value !== undefined) attributes.set(name, value)
    }
    const colors = shownColors(this.style.colorsOf(attributes))
    for (const key of ['bg_color', 'text_color']) {
      const next = colors[key] ?? null
      if ((this.view.read(this.node, `own:${key}`) ?? null) !== next)
        steps.push({ kind: 'own', targets, key, value: next })
    }
    return steps
  }

  get declarations(): readonly Declaration[] {
    return declarationsIn(this.attribute('@style') ?? '')
  }

  /** What the style attribute says. */
  declared(property: string): string | undefined {
    return valueIn(this.declarations, property, isColor)
  }

  /** What the page's style elements say. */
  ruled(property: string): string | undefined {
    return this.element === null
      ? undefined
      : valueIn(this.style.sheet.declarationsFor(this.element), property, isColor)
  }

  /** A rule with `!important` that no attribute can beat. */
  isForced(property: string): boolean {
    if (this.element === null) return false
    const rule = winning(this.style.sheet.declarationsFor(this.element), property)
    return rule?.isImportant === true && winning(this.declarations, property)?.isImportant !== true
  }

  classes(property: string): ReturnType<typeof applied> {
    const { theme } = this.style
    return theme === null ? [] : applied(this.attribute('@class') ?? '', property, theme)
  }

  declare(property: string, value: string | null): void {
    const next = withDeclaration(this.attribute('@style') ?? '', property, value, isColor)
    this.set('@style', next === '' ? null : next)
  }

  addClass(property: string, base: string): void {
    this.set('@class', setUtility(this.attribute('@class') ?? '', property, base, this.style.theme!))
  }

  /** A length in px as the element has it now: its own, then its ancestors', then the browser's; null if nobody can know. */
  px(property: string): number | null {
    const own = this.ownPx(property)
    if (own !== undefined) return own
    if (!INHERITED.has(property)) return null
    return inheritedPx(this.element, property, this.style)
  }

  ownPx(property: string): number | null | undefined {
    const text = this.declared(property) ?? this.#classPx(property) ?? this.ruled(property)
    if (text === undefined) return undefined
    return typeof text === 'number'
      ? text
      : lengthPx(text, () => inheritedPx(this.element?.parent ?? null, 'font-size', this.style))
  }

  #classPx(property: string): number | undefined {
    return plainOf(this.classes(property))?.setting.px
  }

  /** The colour as it shows, told by the element or its ancestors. */
  color(property: string): string | null {
    const own =
      this.declared(property) ?? plainOf(this.classes(property))?.setting.color ?? this.ruled(property)
    if (own !== undefined && own !== null) return parseColor(own)?.hex ?? null
    if (property !== 'color') return null
    return inheritedColor(this.element?.parent ?? null, this.style)
  }
}

function inheritedPx(element: PageElement | null, property: string, style: PageStyle): number | null {
  if (element === null) return property === 'font-size' ? 16 : null
  const outer = (): number | null => inheritedPx(element.parent, property, style)
  const list = declarationsIn(element.attributes.get('style') ?? '')
  const declared = valueIn(list, property, isColor)
  if (declared !== undefined) return lengthPx(declared, outer)
  if (style.theme !== null) {
    const px = plainOf(applied(element.attributes.get('class') ?? '', property, style.theme))?.setting.px
    if (px !== undefined) return px
  }
  const ruled = valueIn(style.sheet.declarationsFor(element), property, isColor)
  if (ruled !== undefined) return lengthPx(ruled, outer)
  if (style.hasOuterSheets) return null
  const em = property === 'font-size' && style.theme === null ? HEADING_EM[element.tag] : undefined
  if (em === undefined) return outer()
  const base = outer()
  return base === null ? null : Math.round(base * em * 100) / 100
}

function inheritedColor(element: PageElement | null, style: PageStyle): string | null {
  for (let at = element; at !== null; at = at.parent) {
    const text =
      style.colorsOf(at.attributes).text ?? valueIn(style.sheet.declarationsFor(at), 'color', isColor)
    if (text !== undefined) return parseColor(text)?.hex ?? null
  }
  return style.hasOuterSheets ? null : '#000000'
}

/** Pixels of a length; em and % go by the font size around. */
function lengthPx(text: string, around: () => number | null): number | null {
  const match = /^(-?\d{0,6}(?:\.\d{1,6})?)(px|rem|em|%|pt)?$/.exec(text.trim())
  if (match === null || match[1] === '') return null
  const amount = Number(match[1])
  switch (match[2]) {
    case 'rem':
      return amount * 16
    case 'pt':
      return (amount * 4) / 3
    case 'em':
    case '%': {
      const base = around()
      return base === null ? null : (amount * base) / (match[2] === '%' ? 100 : 1)
    }
    default:
      return amount
  }
}
