import type { Blueprint, Component, Dialect } from 'blueprint-command-engine'
import { html, PageLens } from './page-lens.ts'

/** An element as a browser shows it: its tag, and left, top, width and height in CSS pixels of the page. */
export interface SeenElement {
  readonly tag: string
  readonly box: readonly [x: number, y: number, width: number, height: number]
}

/** What {@link measure} needs of a document; that of a browser has it. */
interface SeenDocument {
  querySelectorAll(selector: string): Iterable<{
    readonly tagName: string
    getBoundingClientRect(): {
      readonly left: number
      readonly top: number
      readonly width: number
      readonly height: number
    }
  }>
}

/**
 * The boxes of all elements, in document order. It runs in the page and uses nothing from outside, so that it can be sent
 * there: `await page.evaluate(measure)`. O(elements).
 *
 * @param document the page's `Document`; default: the global one
 * @throws a TypeError where there is no document
 * @example
 * const seen = await page.evaluate(measure)
 * const engine = createEngine({ dialects: [seenHtml(seen)] })
 * engine.run(source, 'make the button on the right red')
 */
export function measure(document?: unknown): SeenElement[] {
  // A browser's document has it; without one there is nothing to measure, and this throws.
  const page = (document ?? Reflect.get(globalThis, 'document')) as SeenDocument
  const all = page.querySelectorAll('body *')
  return [...all].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { tag: element.tagName.toLowerCase(), box: [left, top, width, height] }
  })
}

/**
 * The dialect of pages whose elements have been seen: words for places ("the button on the right", "the biggest image") and
 * overlaps go by the boxes. Elements that the browser made up are skipped; those it does not show have no box. What was seen
 * holds for the page as it was measured: after an edit that moves things, measure again.
 */
export function seenHtml(seen: readonly SeenElement[]): Dialect {
  return {
    ...html,
    read(source) {
      if (typeof source !== 'string') return html.read(source)
      const lens = PageLens.read(source)
      return { ok: true, value: lens.seen(withBoxes(lens, seen)) }
    },
  }
}

function withBoxes(lens: PageLens, seen: readonly SeenElement[]): Blueprint {
  const boxes = new Map<number, SeenElement['box']>()
  let at = 0
  for (const { index, tag } of lens.elements) {
    let next = at
    while (next < seen.length && seen[next]!.tag !== tag) next++
    if (next === seen.length) continue
    boxes.set(index, seen[next]!.box)
    at = next + 1
  }
  const place = (component: Component): Component => {
    const box = boxes.get(Number(component['at']))
    const children = component.children?.map(place)
    return {
      ...component,
      ...(box === undefined || box[2] * box[3] === 0 ? {} : { bbox: box }),
      ...(children === undefined ? {} : { children }),
    }
  }
  return { ...lens.blueprint, components: lens.blueprint.components.map(place) }
}
