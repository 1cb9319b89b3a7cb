import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A text node of an element: where its characters stand. */
export interface TextRun {
  start: number
  end: number
  /** As it reads: entities resolved. */
  value: string
}

/**
 * An element that stands in the text. Offsets are UTF-16 units. All versions of a page share their elements, which stand at
 * one version and are brought to another in place ({@link PageLens}).
 */
export interface PageElement {
  /** Its place among the elements of the page, in the order of the text; -1 before that is known. */
  index: number
  readonly tag: string
  attributes: ReadonlyMap<string, string>
  start: number
  openEnd: number
  /** Where its end tag begins; where the element ends where it has none. */
  closeStart: number
  end: number
  readonly parent: PageElement | null
  readonly children: PageElement[]
  readonly texts: TextRun[]
  readonly hasEndTag: boolean
}

export interface Page {
  readonly text: string
  /** What stands in the body, outermost. */
  readonly top: readonly PageElement[]
  readonly body: PageElement | null
  /** The contents of `<style>` elements. */
  readonly styles: readonly string[]
  readonly hasOuterSheets: boolean
  readonly hasTailwindScript: boolean
}

/** What holds no elements that commands could speak of. */
const OPAQUE: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'svg',
  'noscript',
  'math',
  'textarea',
  'title',
  'iframe',
  'object',
])
const HEAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'meta',
  'link',
  'title',
  'base',
  'head',
])

/** Reads a page or a fragment with the places of its elements. Linear in its length. */
export function parsePage(text: string): Page {
  const tree = parse(text, { sourceCodeLocationInfo: true })
  const styles: string[] = []
  const page = { hasOuterSheets: false, hasTailwindScript: false, body: null as PageElement | null }
  const top: PageElement[] = []
  const pending: { node: Node; parent: PageElement | null }[] = [...tree.childNodes]
    .reverse()
    .map((node) => ({ node, parent: null }))
  // A stack of its own: pages may be nested deeper than calls can be.
  while (pending.length > 0) {
    const { node, parent } = pending.pop()!
    if (node.nodeName === '#text' && 'value' in node) {
      const at = node.sourceCodeLocation
      if (parent !== null && at)
        parent.texts.push({ start: at.startOffset, end: at.endOffset, value: node.value })
      continue
    }
    if (!('tagName' in node)) continue
    note(node, styles, page)
    const here = elementOf(node, parent)
    const isFrame = node.tagName === 'html' || node.tagName === 'head' || node.tagName === 'body'
    if (node.tagName === 'body') page.body = here
    if (here !== null && !isFrame && !HEAD.has(node.tagName)) (parent?.children ?? top).push(here)
    const isOpaque = OPAQUE.has(node.tagName) && here !== null
    if (isOpaque) continue
    const inner = isFrame ? null : (here ?? parent)
    for (let i = node.childNodes.length - 1; i >= 0; i--)
      pending.push({ node: node.childNodes[i]!, parent: inner })
  }
  return { text, top, styles, ...page }
}

function elementOf(node: Element, parent: PageElement | null): PageElement | null {
  const at = node.sourceCodeLocation
  if (!at) return null
  const openEnd = at.startTag?.endOffset ?? at.endOffset
  const closeStart = at.endTag?.startOffset ?? at.endOffset
  return {
    index: -1,
    tag: node.tagName,
    attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
    start: at.startOffset,
    openEnd,
    closeStart: Math.max(openEnd, closeStart),
    end: Math.max(openEnd, at.endOffset),
    parent,
    children: [],
    texts: [],
    hasEndTag: at.endTag !== undefined,
  }
}

function note(
  node: Element,
  styles: string[],
  page: { hasOuterSheets: boolean; hasTailwindScript: boolean },
): void {
  const attribute = (name: string): string => node.attrs.find((one) => one.name === name)?.value ?? ''
  if (node.tagName === 'style')
    styles.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
  if (node.tagName === 'link' && /stylesheet/i.test(attribute('rel'))) page.hasOuterSheets = true
  if (node.tagName === 'script' && attribute('src').includes('@tailwindcss/browser'))
    page.hasTailwindScript = true
}

/** All visible text, white space made one. */
export function visibleText(element: PageElement): string {
  const runs: TextRun[] = []
  const walk = (one: PageElement): void => {
    runs.push(...one.texts)
    if (!OPAQUE.has(one.tag)) one.children.forEach(walk)
  }
  walk(element)
  return tidy(
    runs
      .sort((a, b) => a.start - b.start)
      .map(({ value }) => value)
      .join(''),
  )
}

export function tidy(text: string): string {
  return text.replaceAll(/[\s\u00a0]{1,100000}/g, ' ').trim()
}
