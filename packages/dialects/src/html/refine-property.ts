import { parseColor } from 'blueprint-command-engine'
import type { SetStep } from 'blueprint-command-engine'
import { templateMark } from './bindings.ts'
import type { ElementSite } from './element-site.ts'
import type { PageLens } from './page-lens.ts'
import { CSS, done, no, setCss } from './refine-look.ts'
import { setShadow } from './refine-shadow.ts'
import { hide } from './refine-visibility.ts'
import { textPlace } from './text-place.ts'
import { firstQuoted, saysBinding, withoutQuotes } from '../refining/command-words.ts'
import type { Outcome } from '../refining/each-target.ts'

/** Attributes that a template fills are not rewritten. */
export function boundLook(site: ElementSite): Outcome | null {
  for (const key of ['@style', '@class']) {
    const mark = templateMark(site.attribute(key) ?? '')
    if (mark !== null)
      return no(
        site,
        `The ${key.slice(1)} of ${site.name} comes from a template: ${mark}. It is not overwritten.`,
      )
  }
  return null
}

const CONTENT: { readonly [property: string]: string } = {
  href: 'href',
  imageUrl: 'image_url',
  alt: 'alt',
  placeholder: 'placeholder',
}

export function isContent(property: string): boolean {
  return property === 'text' || Object.hasOwn(CONTENT, property)
}

/** "change "Your name" to "Name"" where that is what a field shows, or a picture says: the attribute that has it. */
function quotedAttribute(site: ElementSite): string | null {
  const said = firstQuoted(site.view.words)
  if (said === undefined) return null
  return (
    ['placeholder', 'alt'].find((key) => site.attribute(key)?.trim().toLowerCase() === said.toLowerCase()) ??
    null
  )
}

export function setProperty(lens: PageLens, site: ElementSite, step: SetStep): Outcome {
  const { property, value } = step
  const quoted = property === 'text' && site.element !== null ? quotedAttribute(site) : null
  if (quoted !== null) return setAttribute(lens, site, quoted, value)
  if (property === 'text') return setText(site, step)
  if (Object.hasOwn(CONTENT, property)) return setAttribute(lens, site, CONTENT[property]!, value)
  if (property === 'hidden') return hide(site, value === true)
  if (property === 'shadow') return setShadow(site, typeof value === 'string' ? value : 'none')
  if (property === 'gradient') return setGradient(site, value)
  const css = CSS[property]
  if (css === undefined)
    return no(
      site,
      `${site.name} has no ${property}; an element has colors, fonts, sizes, spacing, borders, opacity and shadow.`,
    )
  if (value === null) {
    site.declare(css, null)
    return done(site)
  }
  if (typeof value !== 'string' && typeof value !== 'number')
    return no(site, `The ${css} of ${site.name} cannot be ${JSON.stringify(value)}.`)
  if (css.endsWith('color')) {
    const color = parseColor(String(value))
    if (color === null)
      return no(site, `The ${css} of ${site.name} cannot be ${JSON.stringify(value)}: expected a color.`)
    return setCss(site, css, color.hex)
  }
  return setCss(site, css, value)
}

function setGradient(site: ElementSite, value: unknown): Outcome {
  const { angle, stops } = value as { readonly angle?: number; readonly stops?: readonly string[] }
  if (stops === undefined) {
    site.declare('background-image', null)
    return done(site)
  }
  site.declare('background-image', `linear-gradient(${angle ?? 180}deg, ${stops.join(', ')})`)
  return done(site)
}

function setText(site: ElementSite, step: SetStep): Outcome {
  if (step.value === null || typeof step.value !== 'string')
    return no(site, `The text of ${site.name} cannot be taken away: delete the element.`)
  const { element } = site
  if (element === null) return { ok: true, value: { steps: [{ ...step, targets: [site.id] }], issues: [] } }
  const place = textPlace(element)
  if (typeof place === 'string') return no(site, place)
  const mark = saysBinding(withoutQuotes(site.view.words)) ? null : templateMark(place.value)
  if (mark !== null)
    return no(site, `The text of ${site.name} comes from a template: ${mark}. It is not overwritten.`)
  return { ok: true, value: { steps: [{ ...step, targets: [site.id] }], issues: [] } }
}

const CAN_HAVE: { readonly [key: string]: RegExp } = {
  href: /^(?:a|area)$/,
  image_url: /^(?:img|video|iframe|source|input|audio|embed)$/,
  alt: /^(?:img|area|input)$/,
  placeholder: /^(?:input|textarea)$/,
}

function setAttribute(lens: PageLens, site: ElementSite, key: string, value: unknown): Outcome {
  const target = CAN_HAVE[key]!.test(site.tag) ? site : lens.only(site, CAN_HAVE[key]!)
  if (target === null)
    return no(site, `${site.name} has no ${key === 'image_url' ? 'picture' : key}, nor has one thing in it.`)
  const mark = templateMark(target.attribute(key) ?? '')
  if (mark !== null)
    return no(target, `The ${key} of ${target.name} comes from a template: ${mark}. It is not overwritten.`)
  target.set(key, typeof value === 'string' ? value : null)
  return done(target)
}
