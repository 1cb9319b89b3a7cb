import type { Blueprint, Component } from 'blueprint-command-engine'
import { fieldName, isSpokenFor, nounOf, sayingOf } from './nouns.ts'
import { visibleText } from './parse-page.ts'
import type { Page, PageElement } from './parse-page.ts'

/** Attributes that a component keeps under a key of its look. */
export const ATTRIBUTE_KEYS: { readonly [key: string]: string } = {
  href: 'href',
  image_url: 'src',
  alt: 'alt',
  placeholder: 'placeholder',
  '@class': 'class',
  '@style': 'style',
  '@hidden': 'hidden',
  '@bgcolor': 'bgcolor',
  '@align': 'align',
  '@width': 'width',
  '@height': 'height',
  '@value': 'value',
}

/** The same, from the attribute's name. */
const KEY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ATTRIBUTE_KEYS).map(([key, name]) => [name, key]),
)

const HAS_SOURCE: ReadonlySet<string> = new Set([
  'img',
  'video',
  'iframe',
  'source',
  'input',
  'audio',
  'embed',
])

/** The elements of a page as they stand in the tree of components, by the number that each component has. */
export interface Projection {
  readonly blueprint: Blueprint
  readonly elements: readonly PageElement[]
}

export interface PageLooks {
  /** The colours that attributes give, for "the red button". */
  colorsOf(attributes: ReadonlyMap<string, string>): { readonly background?: string; readonly text?: string }
  looksLikeButton(element: PageElement): boolean
}

/** The blueprint of a page. O(elements). */
export function projectPage(page: Page, looks: PageLooks): Projection {
  return new Projector(page, looks).project()
}

class Projector {
  readonly #page: Page
  readonly #looks: PageLooks
  readonly #elements: PageElement[] = []
  readonly #counts = new Map<string, number>()
  readonly #ids = new Set<string>()
  readonly #labels = new Map<string, string>()
  #hasTitle = false

  constructor(page: Page, looks: PageLooks) {
    this.#page = page
    this.#looks = looks
  }

  project(): Projection {
    const all: PageElement[] = []
    const walk = (element: PageElement): void => {
      all.push(element)
      element.children.forEach(walk)
    }
    this.#page.top.forEach(walk)
    const taken = new Set<string>()
    for (const element of all) {
      const id = element.attributes.get('id')
      if (id !== undefined && id !== '') taken.add(id)
      const target = element.tag === 'label' ? element.attributes.get('for') : undefined
      if (target !== undefined) this.#labels.set(target, visibleText(element))
    }
    this.#taken = taken
    return {
      blueprint: { components: this.#page.top.map((element) => this.#component(element)) },
      elements: this.#elements,
    }
  }

  #taken: ReadonlySet<string> = new Set()

  #component(element: PageElement): Component {
    const { tag, attributes } = element
    const number = this.#elements.push(element) - 1
    element.index = number
    const type = this.#noun(element)
    const isTitle = type === 'heading' && tag === 'h1' && !this.#hasTitle
    if (isTitle) this.#hasTitle = true
    const text = isSpokenFor(element) ? undefined : sayingOf(element)
    const id = this.#idOf(element)
    const role = isTitle ? 'title' : (this.#fieldRole(element) ?? roleOf(element, type))
    const children = element.children.map((child) => this.#component(child))
    return {
      id,
      type,
      ...(role === undefined ? {} : { role }),
      ...(text === undefined ? {} : { text }),
      visual: this.#visual(element, attributes),
      at: number,
      tag,
      ...(children.length === 0 ? {} : { children }),
    }
  }

  #noun(element: PageElement): string {
    if (
      isSpokenFor(element) &&
      element.children.length === 0 &&
      element.tag !== 'a' &&
      element.tag !== 'button'
    )
      return 'inner_text'
    return nounOf(element, (one) => this.#looks.looksLikeButton(one))
  }

  #visual(element: PageElement, attributes: ReadonlyMap<string, string>): Record<string, unknown> {
    const visual: Record<string, unknown> = {}
    for (const [name, value] of attributes) {
      const key = KEY_OF.get(name)
      if (key === undefined || (key === 'image_url' && !HAS_SOURCE.has(element.tag))) continue
      visual[key] = value
    }
    if (!attributes.has('style') && !attributes.has('class')) return visual
    return Object.assign(visual, shownColors(this.#looks.colorsOf(attributes)))
  }

  /** What a field is called: no text of its own, so that a quoted label is the label. */
  #fieldRole(element: PageElement): string | undefined {
    return /^(?:input|textarea|select)$/.test(element.tag) ? fieldName(element, this.#labels) : undefined
  }

  /** Its own id; another is numbered by tag, in document order. */
  #idOf(element: PageElement): string {
    const own = element.attributes.get('id')
    if (own !== undefined && own !== '' && !this.#ids.has(own)) {
      this.#ids.add(own)
      return own
    }
    let count = this.#counts.get(element.tag) ?? 0
    let id: string
    do id = `${element.tag}_${++count}`
    while (this.#taken.has(id) || this.#ids.has(id))
    this.#counts.set(element.tag, count)
    this.#ids.add(id)
    return id
  }
}

/** What else an element is called: a link that looks like a button, the one that submits, what names a field. */
function roleOf({ tag, attributes }: PageElement, type: string): string | undefined {
  if (tag === 'label' || tag === 'legend' || tag === 'caption') return tag === 'caption' ? 'caption' : 'label'
  if (tag === 'figcaption') return 'caption'
  if (type !== 'button') return undefined
  if (tag === 'a') return 'link'
  const kind = attributes.get('type')?.toLowerCase()
  return kind === 'submit' || kind === 'reset' ? kind : undefined
}

export function shownColors({
  background,
  text,
}: {
  readonly background?: string
  readonly text?: string
}): Record<string, string> {
  return {
    ...(background === undefined ? {} : { bg_color: background }),
    ...(text === undefined ? {} : { text_color: text }),
  }
}
