import { parseColor, scaleLightness } from 'blueprint-command-engine'
import type { ElementSite } from './element-site.ts'
import { darkNote, done, forcedBy, no, setCss } from './refine-look.ts'
import { plainOf } from './tailwind/class-list.ts'
import { SHADES } from './tailwind/scales.ts'
import type { Outcome } from '../refining/each-target.ts'

/** Darker or lighter: a shade on the palette, else OKLCH lightness. */
export function changeColor(site: ElementSite, property: string, factor: number): Outcome {
  const forced = forcedBy(site, property)
  if (forced !== null) return forced
  const classes = site.declared(property) === undefined ? site.classes(property) : []
  const plain = plainOf(classes)
  if (plain?.setting.family !== undefined) {
    const at = SHADES.indexOf(plain.setting.shade!) + (factor < 1 ? 1 : -1)
    const shade = SHADES[Math.min(SHADES.length - 1, Math.max(0, at))]!
    const head = plain.word.base.slice(0, plain.word.base.indexOf(plain.setting.family))
    const alpha = plain.setting.value === undefined ? '' : `/${plain.setting.value}`
    site.addClass(property, `${head}${plain.setting.family}-${shade}${alpha}`)
    return done(site, darkNote(site, property))
  }
  if (plain !== undefined && plain.setting.color === null)
    return no(
      site,
      `${plain.word.raw} is a colour of the page's own, which nobody here knows; say which colour instead.`,
    )
  const present = site.color(property)
  const color = present === null ? null : parseColor(present)
  if (color === null)
    return no(
      site,
      `The ${property} of ${site.name} is not stated on the page, so it has no darker or lighter; it can be any color.`,
    )
  return setCss(site, property, scaleLightness(color, factor).hex)
}
