import { parse, walk } from 'css-tree'
import type { CssNode } from 'css-tree'
import type { Declaration } from './declarations.ts'
import type { PageElement } from './parse-page.ts'

interface Compound {
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  /** How it stands to the one before it. */
  readonly combinator: ' ' | '>' | null
}

interface StyleRule {
  readonly compounds: readonly Compound[]
  readonly specificity: number
  readonly declarations: readonly {
    readonly property: string
    readonly value: string
    readonly isImportant: boolean
  }[]
}

/** The rules of the page's own style elements, as far as their selectors are simple: tags, ids, classes, one in another. */
export class StyleSheet {
  readonly #rules: readonly StyleRule[]

  constructor(styles: readonly string[]) {
    this.#rules = styles.flatMap(rulesOf)
  }

  /** What the rules say of an element, weakest first, so that the last one counts. */
  declarationsFor(element: PageElement): readonly Declaration[] {
    return this.#rules
      .filter(({ compounds }) => fits(element, compounds, compounds.length - 1))
      .map((rule, order) => ({ rule, order }))
      .sort((a, b) => a.rule.specificity - b.rule.specificity || a.order - b.order)
      .flatMap(({ rule }) => rule.declarations)
      .map((one, i) => ({ ...one, start: i, end: i, valueStart: 0, valueEnd: 0 }))
  }
}

/** Rules at top level: what stands in a media query holds for some screens alone. */
function rulesOf(css: string): StyleRule[] {
  const rules: StyleRule[] = []
  let tree: CssNode
  try {
    tree = parse(css, { parseValue: false, onParseError: () => undefined })
  } catch {
    // Style sheets are not ours to judge: what cannot be read says nothing.
    return rules
  }
  if (tree.type !== 'StyleSheet') return rules
  tree.children.forEach((node) => {
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return
    const declarations: { property: string; value: string; isImportant: boolean }[] = []
    walk(node.block, (inner) => {
      if (inner.type !== 'Declaration') return
      const value = inner.value.type === 'Raw' ? inner.value.value.trim() : ''
      declarations.push({
        property: inner.property.toLowerCase(),
        value,
        isImportant: inner.important !== false,
      })
    })
    node.prelude.children.forEach((selector) => {
      const read = selector.type === 'Selector' ? compoundsOf(selector) : null
      if (read !== null) rules.push({ ...read, declarations })
    })
  })
  return rules
}

function compoundsOf(
  selector: Extract<CssNode, { type: 'Selector' }>,
): Omit<StyleRule, 'declarations'> | null {
  const compounds: Compound[] = []
  let current: { tag: string | null; id: string | null; classes: string[]; combinator: ' ' | '>' | null } = {
    tag: null,
    id: null,
    classes: [],
    combinator: null,
  }
  let specificity = 0
  for (const part of selector.children.toArray()) {
    switch (part.type) {
      case 'TypeSelector':
        current.tag = part.name === '*' ? null : part.name.toLowerCase()
        if (part.name !== '*') specificity += 1
        break
      case 'IdSelector':
        current.id = part.name
        specificity += 10_000
        break
      case 'ClassSelector':
        current.classes.push(part.name)
        specificity += 100
        break
      case 'Combinator':
        if (part.name !== ' ' && part.name !== '>') return null
        compounds.push(current)
        current = { tag: null, id: null, classes: [], combinator: part.name }
        break
      default:
        return null
    }
  }
  compounds.push(current)
  return { compounds, specificity }
}

function fits(element: PageElement, compounds: readonly Compound[], at: number): boolean {
  const { tag, id, classes, combinator } = compounds[at]!
  if (tag !== null && element.tag !== tag) return false
  if (id !== null && element.attributes.get('id') !== id) return false
  if (classes.length > 0) {
    const own = (element.attributes.get('class') ?? '').split(/\s{1,1000}/)
    if (!classes.every((name) => own.includes(name))) return false
  }
  if (combinator === null) return true
  for (let outer = element.parent; outer !== null; outer = outer.parent) {
    if (fits(outer, compounds, at - 1)) return true
    if (combinator === '>') return false
  }
  return false
}
