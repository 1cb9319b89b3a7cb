import type { Measure } from 'blueprint-command-engine'
import type { ElementSite } from './element-site.ts'
import { changeCss, changeText, done, no, setCss, unknown } from './refine-look.ts'
import type { Relative } from './refine-look.ts'
import type { Outcome } from '../refining/each-target.ts'
import { rounded } from '../refining/lengths.ts'

const LETTERS =
  /^(?:text|heading|link|button|list_item|label|title|quote|inner_text|input|textarea|select|option|cell|row|table|list|badge)$/

/** Bigger or smaller: letters of what says something, the sides of pictures and boxes that state them. */
export function resize(
  site: ElementSite,
  measures: { readonly width?: Measure; readonly height?: Measure; readonly font?: Measure },
  isExact: boolean,
): Outcome {
  const { width, height, font } = measures
  const isWhole = width !== undefined && height !== undefined
  const sides = (
    [
      ['width', width],
      ['height', height],
    ] as const
  ).filter(([side, measure]) => measure !== undefined && (!isWhole || isStated(site, side)))
  const hasLetters = LETTERS.test(site.node.component.type)
  const letters = font ?? (isWhole && hasLetters ? width : undefined)
  let isDone = false
  if (letters !== undefined && hasLetters) {
    const outcome = measured(site, 'font-size', letters, isExact)
    if (!outcome.ok) return outcome
    isDone = true
  }
  for (const [side, measure] of sides) {
    if (isWhole && isDone && site.ownPx(side) === undefined) continue
    const outcome = measured(site, side, measure!, isExact)
    if (!outcome.ok) {
      if (isWhole && isDone) continue
      return outcome
    }
    isDone = true
  }
  if (isDone) return done(site)
  return no(site, `${site.name} states no width or height to change; say a width, such as 320px.`)
}

function isStated(site: ElementSite, side: 'width' | 'height'): boolean {
  return (
    site.ownPx(side) !== undefined ||
    site.classes(side).length > 0 ||
    site.attribute(`@${side}`) !== undefined
  )
}

function measured(site: ElementSite, property: string, measure: Measure, isExact: boolean): Outcome {
  if (measure.kind === 'to') return setCss(site, property, measure.px)
  if (measure.kind === 'share') return setCss(site, property, `${rounded(measure.share * 100)}%`)
  const relative: Relative =
    measure.kind === 'factor' ? { factor: measure.factor, isExact } : { by: measure.px, isExact: true }
  const isOwn =
    site.declared(property) !== undefined ||
    site.classes(property).length > 0 ||
    site.ruled(property) !== undefined
  const attribute = property === 'width' || property === 'height' ? site.attribute(`@${property}`) : undefined
  if (isOwn || attribute === undefined) return changeCss(site, property, relative)
  const next = changeText(attribute, relative, 'font-weightless')
  if (next === null) return unknown(site, property, attribute)
  site.set(`@${property}`, next)
  return done(site)
}
