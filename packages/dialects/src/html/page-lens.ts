import type {
  Blueprint,
  Change,
  Dialect,
  Issue,
  Lens,
  LensNode,
  LensView,
  Refined,
  Result,
  Step,
  TextEdit,
  Vocabulary,
  WrittenChange,
} from 'blueprint-command-engine'
import { applyChanges, elementChanges } from './carry-page.ts'
import type { ElementChange } from './carry-page.ts'
import { ElementSite } from './element-site.ts'
import { sayingOf } from './nouns.ts'
import { PageStyle } from './page-style.ts'
import { parsePage } from './parse-page.ts'
import type { Page, PageElement } from './parse-page.ts'
import { projectPage } from './project-page.ts'
import { refinePage } from './refine-page.ts'
import { writePage } from './write-page.ts'

/** A page has no properties of its own: people say those of CSS. */
const WORDS: Vocabulary = {
  properties: [],
  values: [],
  nouns: [
    { words: 'table header', type: 'table_header' },
    { words: 'table head', type: 'table_header' },
    { words: 'table body', type: 'table_body' },
    { words: 'table footer', type: 'table_footer' },
    { words: 'table row', type: 'row' },
    { words: 'list item', type: 'list_item' },
  ],
}

/** One version of a page. */
export class PageLens implements Lens {
  readonly dialect = 'html'
  readonly page: Page
  readonly style: PageStyle
  readonly blueprint: Blueprint
  readonly elements: readonly PageElement[]
  readonly vocabulary: Vocabulary = WORDS
  /** How the elements come here from the version that they stand at; null where that is this one. */
  #way: { readonly to: PageLens; readonly changes: readonly ElementChange[] } | null = null

  constructor(page: Page, style: PageStyle, blueprint: Blueprint, elements: readonly PageElement[]) {
    this.page = page
    this.style = style
    this.blueprint = blueprint
    this.elements = elements
  }

  static read(text: string): PageLens {
    const page = parsePage(text)
    const style = new PageStyle(page)
    const { blueprint, elements } = projectPage(page, style)
    return new PageLens(page, style, blueprint, elements)
  }

  /** The same version, its components where a browser shows them. */
  seen(blueprint: Blueprint): PageLens {
    return new PageLens(this.page, this.style, blueprint, this.elements)
  }

  /** The page after edits that change attributes and texts alone; null where it must be read. */
  carried(change: Change, text: string, edits: readonly TextEdit[]): PageLens | null {
    const changes = elementChanges(this, change, edits)
    if (changes === null) return null
    const next = new PageLens({ ...this.page, text }, this.style, change.after, this.elements)
    this.#way = { to: next, changes: applyChanges(this.page, this.elements, changes) }
    return next
  }

  /** Brings the elements, which stand at one version, to this one. O(changes between the two). */
  #focus(): void {
    const behind: PageLens[] = []
    // oxlint-disable-next-line typescript/no-this-alias -- a walk from version to version begins at this one
    for (let at: PageLens = this; at.#way !== null; at = at.#way.to) behind.push(at)
    for (const lens of behind.toReversed()) {
      const { to, changes } = lens.#way!
      to.#way = { to: lens, changes: applyChanges(lens.page, lens.elements, changes) }
      lens.#way = null
    }
  }

  /** Whether the component of an element has a text, which may be that of what is in it. */
  saysText(element: PageElement): boolean {
    return sayingOf(element) !== undefined
  }

  get source(): string {
    return this.page.text
  }

  refine(step: Step, view: LensView): Result<Refined, readonly Issue[]> {
    this.#focus()
    return refinePage(this, step, view)
  }

  write(change: Change): Result<WrittenChange, readonly Issue[]> {
    this.#focus()
    return writePage(this, change, (text) => PageLens.read(text))
  }

  verify(): readonly Issue[] {
    return []
  }

  /** The element of a component, by the number that reading gave it; null for a new one. */
  elementOf({ component }: Pick<LensNode, 'component'>): PageElement | null {
    const at = component['at']
    return typeof at === 'number' ? (this.elements[at] ?? null) : null
  }

  site(node: LensNode, view: LensView): ElementSite {
    return this.siteOf(node, this.elementOf(node), view)
  }

  siteOf(node: LensNode, element: PageElement | null, view: LensView): ElementSite {
    return new ElementSite(node, element, this.style, view)
  }

  /** The only thing with one of these tags in or around a component. */
  only(site: ElementSite, tags: RegExp): ElementSite | null {
    const found: LensNode[] = []
    const walk = (node: LensNode): void => {
      if (tags.test(String(node.component['tag']))) found.push(node)
      node.children.forEach(walk)
    }
    walk(site.node)
    const [one] = found
    if (one !== undefined) return found.length === 1 ? this.site(one, site.view) : null
    for (let node = site.node.parent; node !== null && node.children.length === 1; node = node.parent)
      if (tags.test(String(node.component['tag']))) return this.site(node, site.view)
    return null
  }

  sliceOf(node: LensNode): string | null {
    const element = this.elementOf(node)
    return element === null ? null : this.page.text.slice(element.start, element.end)
  }
}

/** HTML pages and fragments: inline styles, Tailwind 3 and 4, rules of the page's own style elements. */
export const html: Dialect = {
  name: 'html',
  recognise: (source) => typeof source === 'string' && BEGINS.test(source.slice(0, 100_000)),
  read(source): Result<Lens, readonly Issue[]> {
    if (typeof source === 'string') return { ok: true, value: PageLens.read(source) }
    const message = `expected the text of a page, got ${typeof source}`
    return { ok: false, error: [{ code: 'document-invalid', severity: 'error', stage: 'input', message }] }
  },
}

/** White space, a byte order mark, front matter and comments, then `<`. */
const BEGINS = /^\uFEFF?(?:\s{1,10000}|---\r?\n[\s\S]{0,20000}?\r?\n---|<!--[\s\S]{0,20000}?-->){0,20}</
