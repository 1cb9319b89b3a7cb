import { parseColor } from 'blueprint-command-engine'
import { declarationsIn, valueIn } from './declarations.ts'
import { stylesAsButton } from './nouns.ts'
import type { Page, PageElement } from './parse-page.ts'
import { StyleSheet } from './style-sheet.ts'
import { applied, plainOf, wordsIn } from './tailwind/class-list.ts'
import { isUtility, readWord, settingOf } from './tailwind/utility.ts'
import type { Theme } from './tailwind/utility.ts'

export function isColor(text: string): boolean {
  return parseColor(text) !== null
}

/** How a page says its looks: by classes of Tailwind, or by style attributes; and what its style elements say. */
export class PageStyle {
  /** Null if the page is not one of Tailwind. */
  readonly theme: Theme | null
  readonly sheet: StyleSheet
  readonly hasOuterSheets: boolean

  constructor(page: Page) {
    this.theme = themeOf(page)
    this.sheet = new StyleSheet(page.styles)
    this.hasOuterSheets = page.hasOuterSheets && this.theme === null
  }

  /** The colours of an element's own attributes. */
  colorsOf(attributes: ReadonlyMap<string, string>): {
    readonly background?: string
    readonly text?: string
  } {
    const background = this.#color(attributes, 'background-color')
    const text = this.#color(attributes, 'color')
    return { ...(background === undefined ? {} : { background }), ...(text === undefined ? {} : { text }) }
  }

  #color(attributes: ReadonlyMap<string, string>, property: string): string | undefined {
    const style = attributes.get('style')
    const declared = style === undefined ? undefined : valueIn(declarationsIn(style), property, isColor)
    if (declared !== undefined) return parseColor(declared)?.hex
    const classes = attributes.get('class')
    if (this.theme === null || classes === undefined) return undefined
    return plainOf(applied(classes, property, this.theme))?.setting.color ?? undefined
  }

  /** A background and padding, whoever says it: the style attribute, classes, or a rule of the page. */
  looksLikeButton(element: PageElement): boolean {
    if (stylesAsButton(element.attributes.get('style') ?? '')) return true
    const classes = element.attributes.get('class') ?? ''
    const { theme } = this
    if (theme !== null && classes !== '') {
      if (paintsItself(classes, theme) && applied(classes, 'padding', theme).length > 0) return true
    }
    const rules = this.sheet.declarationsFor(element)
    return ['background-color', 'padding'].every((property) => {
      const value = valueIn(rules, property, isColor)
      return value !== undefined && !/^(?:0|none|transparent)\b/.test(value)
    })
  }
}

/** A background, if only under the pointer: what is pressed like a button looks like one. */
function paintsItself(classes: string, theme: Theme): boolean {
  return wordsIn(classes).some(
    (raw) => settingOf(readWord(raw, theme).base, theme)?.property === 'background-color',
  )
}

function themeOf(page: Page): Theme | null {
  // Real pages repeat their lists of classes.
  const lists = new Map<string, number>()
  const note = ({ attributes }: PageElement): void => {
    const classes = attributes.get('class')
    if (classes !== undefined) lists.set(classes, (lists.get(classes) ?? 0) + 1)
  }
  const walk = (element: PageElement): void => {
    note(element)
    element.children.forEach(walk)
  }
  page.top.forEach(walk)
  if (page.body !== null) note(page.body)
  const times = new Map<string, number>()
  let total = 0
  for (const [classes, often] of lists)
    for (const word of wordsIn(classes)) {
      times.set(word, (times.get(word) ?? 0) + often)
      total += often
    }
  if (total === 0) return page.hasTailwindScript ? { version: 4, prefix: '' } : null
  const count = (test: (word: string) => boolean): number => {
    let sum = 0
    for (const [word, often] of times) if (test(word)) sum += often
    return sum
  }
  const prefix =
    count((word) => /(?:^|:)-?!?tw-/.test(word)) * 2 > total
      ? 'tw-'
      : count((word) => word.startsWith('tw:')) * 2 > total
        ? 'tw:'
        : ''
  const isFour =
    page.hasTailwindScript || prefix === 'tw:' || [...times.keys()].some((word) => IS_FOUR.test(word))
  const theme: Theme = { version: isFour ? 4 : 3, prefix }
  const utilities = count((word) => isUtility(readWord(word, theme).base, theme))
  return utilities * 2 > total ? theme : null
}

/** What version 4 alone has: `shadow-xs`, `bg-linear-to-r`, `hidden!`, `bg-(--x)`. */
const IS_FOUR =
  /^(?:[\w-]{1,40}:){0,6}(?:shadow-(?:xs|2xs)|rounded-xs|bg-linear-.{1,60}|[\w-]{1,60}!|[\w-]{1,60}-\(--[\w-]{1,60}\)|outline-hidden)$/
