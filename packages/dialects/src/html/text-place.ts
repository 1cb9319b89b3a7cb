import type { PageElement, TextRun } from './parse-page.ts'
import { tidy } from './parse-page.ts'

/** The one text of an element, which a new one takes the place of; a sentence where there are several. */
export function textPlace(element: PageElement): TextRun | string {
  if (element.tag === 'input') {
    const value = element.attributes.get('value')
    return { start: -1, end: -1, value: value ?? '' }
  }
  const runs: TextRun[] = []
  const walk = (one: PageElement): void => {
    runs.push(...one.texts.filter(({ value }) => value.trim() !== ''))
    if (one.tag !== 'svg') one.children.forEach(walk)
  }
  walk(element)
  runs.sort((a, b) => a.start - b.start)
  if (runs.length === 1) return runs[0]!
  if (runs.length > 1) {
    const parts = runs.slice(0, 5).map(({ value }) => JSON.stringify(tidy(value).slice(0, 60)))
    return `<${element.tag}> holds several texts: ${parts.join(', ')}. Say which one is to be changed.`
  }
  if (element.children.length > 0 || element.closeStart === element.end)
    return `<${element.tag}> has no text of its own.`
  return { start: element.openEnd, end: element.openEnd, value: '' }
}
