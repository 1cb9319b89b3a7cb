import type { ElementSite } from './element-site.ts'
import { done, unknown } from './refine-look.ts'
import { plainOf } from './tailwind/class-list.ts'
import { shadows } from './tailwind/scales.ts'
import type { Outcome } from '../refining/each-target.ts'

const SHADOWS_CSS: { readonly [name: string]: string } = {
  none: 'none',
  sm: '0 1px 2px rgba(0, 0, 0, 0.05)',
  md: '0 4px 6px rgba(0, 0, 0, 0.1)',
  lg: '0 10px 15px rgba(0, 0, 0, 0.1)',
}

/** A shadow by its name, or as CSS. */
export function setShadow(site: ElementSite, value: string): Outcome {
  const { theme } = site.style
  if (theme !== null && site.declared('box-shadow') === undefined && Object.hasOwn(SHADOWS_CSS, value)) {
    site.addClass('box-shadow', `shadow-${value}`)
    return done(site)
  }
  site.declare('box-shadow', SHADOWS_CSS[value] ?? value)
  return done(site)
}

export function stepShadow(site: ElementSite, by: 1 | -1): Outcome {
  const { theme } = site.style
  if (theme !== null && site.declared('box-shadow') === undefined) {
    const scale = shadows[theme.version]
    const plain = plainOf(site.classes('box-shadow'))?.setting.value
    const usual = scale.indexOf(theme.version === 3 ? '' : 'sm')
    const at = plain === undefined ? (by > 0 ? usual - 1 : 0) : scale.indexOf(plain)
    if (plain !== undefined && at < 0) return unknown(site, 'box-shadow', plain)
    const name = scale[Math.min(scale.length - 1, Math.max(0, at + by))]!
    site.addClass('box-shadow', name === '' ? 'shadow' : `shadow-${name}`)
    return done(site)
  }
  const names = Object.keys(SHADOWS_CSS)
  const present = site.declared('box-shadow') ?? 'none'
  const known = names.findIndex((name) => SHADOWS_CSS[name] === present)
  const at = known < 0 ? 2 : known
  return setShadow(site, names[Math.min(names.length - 1, Math.max(0, at + by))]!)
}
