import type { Issue } from 'blueprint-command-engine'
import type { ElementSite } from './element-site.ts'
import { colorClass, lengthClass, plainOf, replaceWords, wordClass } from './tailwind/class-list.ts'
import type { Applied } from './tailwind/class-list.ts'
import { fontSizes, radii } from './tailwind/scales.ts'
import { writeWord } from './tailwind/utility.ts'
import type { Outcome } from '../refining/each-target.ts'
import { changeLengths, pixelsIn, rounded } from '../refining/lengths.ts'
import type { Length } from '../refining/lengths.ts'
import { note, refusal } from '../refining/refusal.ts'

export const done = (site: ElementSite, issues: readonly Issue[] = []): Outcome => ({
  ok: true,
  value: { steps: site.steps(), issues },
})
export const no = (site: ElementSite, message: string): Outcome => ({
  ok: false,
  error: refusal('not-applicable', message, site.id),
})

/** The property of CSS for one of the language. */
export const CSS: { readonly [property: string]: string } = {
  textColor: 'color',
  background: 'background-color',
  borderColor: 'border-color',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  fontStyle: 'font-style',
  fontFamily: 'font-family',
  lineHeight: 'line-height',
  letterSpacing: 'letter-spacing',
  textAlign: 'text-align',
  textDecoration: 'text-decoration',
  textTransform: 'text-transform',
  padding: 'padding',
  margin: 'margin',
  gap: 'gap',
  paddingTop: 'padding-top',
  paddingRight: 'padding-right',
  paddingBottom: 'padding-bottom',
  paddingLeft: 'padding-left',
  marginTop: 'margin-top',
  marginRight: 'margin-right',
  marginBottom: 'margin-bottom',
  marginLeft: 'margin-left',
  borderWidth: 'border-width',
  borderRadius: 'border-radius',
  borderStyle: 'border-style',
  opacity: 'opacity',
  width: 'width',
  height: 'height',
}

const UNITLESS: ReadonlySet<string> = new Set(['opacity', 'font-weight', 'line-height'])

/** Sets a property: where the style attribute has it there, else by a class on a page of Tailwind, else in the attribute. */
export function setCss(site: ElementSite, property: string, value: string | number): Outcome {
  const forced = forcedBy(site, property)
  if (forced !== null) return forced
  const isDeclared = site.declared(property) !== undefined
  const base = isDeclared ? null : classFor(site, property, value)
  if (base !== null) site.addClass(property, base)
  else {
    dropSides(site, property)
    site.declare(property, cssText(property, value))
  }
  agree(site, property, value)
  if (
    property === 'border-width' &&
    site.style.theme === null &&
    site.declared('border-style') === undefined &&
    site.ruled('border-style') === undefined
  )
    site.declare('border-style', 'solid')
  return done(site, darkNote(site, property))
}

export function forcedBy(site: ElementSite, property: string): Outcome | null {
  if (!site.isForced(property)) return null
  return no(
    site,
    `A rule of the page sets the ${property} of ${site.name} with !important, and rules are shared: change it in the style sheet.`,
  )
}

/** Sides that were said one by one would undo the whole. */
function dropSides(site: ElementSite, property: string): void {
  if (property !== 'padding' && property !== 'margin') return
  for (const side of ['top', 'right', 'bottom', 'left'])
    if (site.declarations.some((one) => one.property === `${property}-${side}`))
      site.declare(`${property}-${side}`, null)
}

/** Attributes that say the same are changed with it, so that both agree. */
function agree(site: ElementSite, property: string, value: string | number): void {
  const text = typeof value === 'number' ? String(value) : value.replace(/px$/, '')
  const key = { 'background-color': '@bgcolor', 'text-align': '@align', width: '@width', height: '@height' }[
    property
  ]
  if (key !== undefined && site.attribute(key) !== undefined) site.set(key, text)
}

export function darkNote(site: ElementSite, property: string): readonly Issue[] {
  const classes = site.attribute('@class') ?? ''
  const head = { 'background-color': 'bg-', color: 'text-' }[property]
  if (
    site.style.theme === null ||
    head === undefined ||
    !new RegExp(`(?:^|\\s)(?:[\\w-]{1,20}:){0,4}dark:[^\\s]{0,20}${head}`).test(classes)
  )
    return []
  return [
    note(
      'overridden',
      `In the dark look ${site.name} keeps its own ${property}: a dark: class says it.`,
      site.id,
    ),
  ]
}

function cssText(property: string, value: string | number): string {
  return typeof value === 'number' && !UNITLESS.has(property) ? `${rounded(value)}px` : String(value)
}

function classFor(site: ElementSite, property: string, value: string | number): string | null {
  const { theme } = site.style
  if (theme === null) return null
  if (typeof value === 'number') return lengthClass(property, rounded(value), theme)
  if (property.endsWith('color')) return colorClass(property, value, plainOf(site.classes(property))?.setting)
  if (property === 'font-weight')
    return value === 'bold' ? 'font-bold' : value === 'normal' ? 'font-normal' : null
  if ((property === 'width' || property === 'height') && value === '100%')
    return property === 'width' ? 'w-full' : 'h-full'
  const px = /^(-?\d{1,6}(?:\.\d{1,4})?)px$/.exec(value)
  if (px !== null) return lengthClass(property, Number(px[1]), theme)
  return wordClass(property, value)
}

/** A change relative to what the element has. */
export interface Relative {
  readonly factor?: number
  readonly by?: number
  readonly isExact: boolean
}

/** Changes a length or number, where it comes from. */
export function changeCss(site: ElementSite, property: string, relative: Relative): Outcome {
  const forced = forcedBy(site, property)
  if (forced !== null) return forced
  const sides = site.declarations.filter(
    (one) => one.property.startsWith(`${property}-`) && /-(?:top|right|bottom|left)$/.test(one.property),
  )
  const declared = site.declared(property)
  if (declared !== undefined || sides.length > 0)
    return changeDeclared(
      site,
      property,
      declared,
      sides.map((one) => one.property),
      relative,
    )
  const classes = site.classes(property)
  if (classes.length > 0) return changeClasses(site, property, classes, relative)
  const ruled = site.ruled(property)
  if (ruled !== undefined && property !== 'font-size') {
    const next = changeText(ruled, relative, property)
    return next === null ? unknown(site, property, ruled) : setCss(site, property, next)
  }
  const present = site.px(property) ?? initialOf(site, property)
  if (present === null) return unknown(site, property, ruled)
  return setCss(site, property, stepped(site, property, present, relative))
}

/** What a property is where nobody says it; null if a sheet that is not at hand may. */
function initialOf(site: ElementSite, property: string): number | null {
  if (site.style.hasOuterSheets) return null
  const initial: { readonly [name: string]: number } = {
    padding: 0,
    margin: 0,
    gap: 0,
    'border-radius': 0,
    'border-width': 0,
    opacity: 1,
    'font-weight': 400,
    'letter-spacing': 0,
  }
  return initial[property] ?? null
}

/** On a page of Tailwind what is not said steps on the scale too. */
function stepped(site: ElementSite, property: string, present: number, relative: Relative): number {
  const { theme } = site.style
  if (theme === null || relative.isExact || (property !== 'font-size' && property !== 'border-radius'))
    return bounded(property, changed(present, relative))
  const scale = property === 'font-size' ? fontSizes : radii[theme.version]
  return (
    stepOn(
      scale.map(([, px]) => px),
      present,
      relative,
    ) ?? bounded(property, changed(present, relative))
  )
}

function stepOn(scale: readonly number[], present: number, relative: Relative): number | null {
  const at = scale.indexOf(present)
  if (at < 0) return null
  return scale[Math.min(scale.length - 1, Math.max(0, at + stepsFor(relative)))]!
}

function stepsFor({ factor = 1, by = 0 }: Relative): number {
  if (by !== 0) return Math.sign(by) * (Math.abs(by) > 8 ? 2 : 1)
  const isFar = factor >= 1.35 || factor <= 0.75
  return (factor > 1 ? 1 : -1) * (isFar ? 2 : 1)
}

function changed(present: number, { factor = 1, by = 0 }: Relative): number {
  return rounded(present * factor + by)
}

function bounded(property: string, value: number): number {
  if (property === 'opacity') return Math.min(1, Math.max(0, value))
  if (property === 'font-weight') return Math.min(900, Math.max(100, Math.round(value / 100) * 100))
  return property === 'margin' || property === 'letter-spacing' ? value : Math.max(0, value)
}

function changeDeclared(
  site: ElementSite,
  property: string,
  declared: string | undefined,
  sides: readonly string[],
  relative: Relative,
): Outcome {
  const names = [...(declared === undefined ? [] : [property]), ...sides]
  for (const name of names) {
    const present = site.declared(name)
    if (present === undefined) continue
    const next = changeText(present, relative, property)
    if (next === null) return unknown(site, name, present)
    site.declare(name, next)
    agree(site, name, next)
  }
  return done(site)
}

export function changeText(present: string, relative: Relative, property: string): string | null {
  if (property === 'font-weight' && (present === 'bold' || present === 'normal'))
    return String(bounded(property, changed(present === 'bold' ? 700 : 400, relative)))
  return changeLengths(present, (length: Length) => {
    const { factor = 1, by = 0 } = relative
    if (by !== 0 && pixelsIn(length) === undefined) return null
    if (property === 'margin' && by === 0 && length.amount === 0) return length
    const isBare = length.unit === '' && !UNITLESS.has(property) && by !== 0
    const amount = bounded(property, length.amount * factor + (length.unit === 'rem' ? by / 16 : by))
    return { amount: rounded(amount), unit: isBare ? 'px' : length.unit }
  })
}

/** Plain classes and responsive ones alike, each from what it says. */
function changeClasses(
  site: ElementSite,
  property: string,
  classes: readonly Applied[],
  relative: Relative,
): Outcome {
  const theme = site.style.theme!
  const changes = new Map<string, string | null>()
  for (const { word, setting } of classes) {
    if (setting.px === undefined) {
      if (word.variants.length > 0 || setting.value === 'auto') continue
      return unknown(site, property, word.raw)
    }
    const isScale = setting.property === 'font-size' || setting.property === 'border-radius'
    const px = isScale
      ? stepped(site, setting.property, setting.px, relative)
      : bounded(property, changed(setting.px, relative))
    const base = lengthClass(setting.property, px, theme)
    if (base === null) return unknown(site, property, word.raw)
    changes.set(word.raw, writeWord(word, base, theme))
  }
  if (changes.size === 0) return unknown(site, property, classes[0]!.word.raw)
  site.set('@class', replaceWords(site.attribute('@class') ?? '', changes))
  return done(site)
}

export function unknown(site: ElementSite, property: string, present: string | undefined): Outcome {
  const what = present === undefined ? 'is not stated on the page' : `is ${present}`
  return no(
    site,
    `The ${property} of ${site.name} ${what}, so it cannot go up or down; it can be set to a length in px.`,
  )
}
