import type { ElementSite } from './element-site.ts'
import { done } from './refine-look.ts'
import { replaceWords } from './tailwind/class-list.ts'
import { writeWord } from './tailwind/utility.ts'
import type { Outcome } from '../refining/each-target.ts'
import { note } from '../refining/refusal.ts'

const SHOWS_LATE = /^(?:inline|list-item|table)/

/** `display: none`, or the class for it; where another class would show the element all the same, an important one. */
export function hide(site: ElementSite, isHidden: boolean): Outcome {
  const { theme } = site.style
  if (!isHidden) return show(site)
  if (theme === null || site.declared('display') !== undefined) {
    site.declare('display', 'none')
    return done(site)
  }
  const shown = site.classes('display').filter(({ setting }) => setting.value !== 'none')
  const isBeaten = shown.some(
    ({ word, setting }) => word.variants.length > 0 || SHOWS_LATE.test(setting.value ?? ''),
  )
  const mark = writeWord({ raw: '', variants: [], isImportant: isBeaten, base: '' }, 'hidden', theme)
  const classes = (site.attribute('@class') ?? '').trimEnd()
  site.set('@class', classes === '' ? mark : `${classes} ${mark}`)
  return done(site)
}

function show(site: ElementSite): Outcome {
  const { theme } = site.style
  if (site.declared('display') === 'none') site.declare('display', null)
  if (site.attribute('@hidden') !== undefined) site.set('@hidden', null)
  if (theme !== null) {
    const hidden = site
      .classes('display')
      .filter(({ word, setting }) => setting.value === 'none' && word.variants.length === 0)
    if (hidden.length > 0)
      site.set(
        '@class',
        replaceWords(site.attribute('@class') ?? '', new Map(hidden.map(({ word }) => [word.raw, null]))),
      )
  }
  const steps = site.steps()
  if (steps.length > 0) return done(site)
  return {
    ok: true,
    value: { steps: [], issues: [note('no-effect', `${site.name} is not hidden by itself.`, site.id)] },
  }
}
