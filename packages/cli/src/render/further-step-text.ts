import { unreachable } from 'blueprint-command-engine/base'
import { properties, tokens } from 'blueprint-command-engine/document'
import type { Step, Target, Place } from 'blueprint-command-engine'
import { round } from './outline.ts'
import { printable, quoted } from './printable.ts'

type OlderKind =
  | 'set'
  | 'own'
  | 'adjust'
  | 'resize'
  | 'lightness'
  | 'shadow'
  | 'pill'
  | 'move'
  | 'shift'
  | 'place-at'
  | 'align'
  | 'swap'
  | 'add'
  | 'duplicate'
  | 'delete'
  | 'wrap'
  | 'token'

/** Steps on several components at once, on texts and the theme, and requests. */
export type FurtherStep = Exclude<Step, { readonly kind: OlderKind }>

/** How a sentence names targets and places. */
export interface Naming {
  readonly objects: (targets: readonly Target[]) => string
  readonly of: (targets: readonly Target[]) => string
  readonly target: (target: Target) => string
  readonly place: (place: Place) => string
}

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>

/** One such step as a sentence. */
export function describeFurtherStep(step: FurtherStep, naming: Naming): string {
  const { objects, of, target, place } = naming
  switch (step.kind) {
    case 'layout':
      return `arrange${objects(step.targets)} in ${layoutText(step)}`
    case 'place-in':
      return `put${objects(step.targets)} at the ${step.at} of ${step.container === undefined ? 'the screen' : target(step.container)}`
    case 'distance':
      return `${distanceText(step)}${of(step.targets)}`
    case 'align-with':
      return `align the ${step.edge} of${objects(step.targets)} with the ${step.to ?? step.edge} of ${target(step.with)}`
    case 'distribute':
      return `distribute${objects(step.targets)} evenly${step.gap === undefined ? '' : `, ${round(step.gap)} px apart`}`
    case 'span':
      return `make${objects(step.targets)} as wide as ${step.of === 'screen' ? 'the screen' : 'what holds it'}`
    case 'fit':
      return `make${objects(step.targets)} as wide as its text`
    case 'pin':
      return `pin${objects(step.targets)} to the ${step.at} of the screen`
    case 'shape':
      return `make${objects(step.targets)} a ${step.shape}${step.px === undefined ? '' : ` of ${round(step.px)} px`}`
    case 'saturation':
      return `${properties[step.property].label} saturation × ${round(step.factor)}${of(step.targets)}`
    case 'look':
      return `give${objects(step.targets)} the ${step.look} look`
    case 'match':
      return step.model === undefined
        ? `make the ${(step.properties ?? []).map((name) => properties[name].label).join(', ')} of${objects(step.targets)} alike`
        : `make${objects(step.targets)} look like ${target(step.model)}`
    case 'recolor':
      return `change ${step.every === true ? 'every ' : ''}${printable(step.from)} to ${printable(step.to)}${step.targets === undefined ? '' : ` in${objects(step.targets)}`}`
    case 'theme':
      return `turn the theme ${step.mode}`
    case 'scheme':
      return `turn the color scheme to ${printable(step.color)}`
    case 'retype':
      return `make${objects(step.targets)} a ${printable(step.type)}`
    case 'edit-text':
      return editText(step, naming)
    case 'number':
      return `change the amount${of(step.targets)} ${amountText(step.change)}`
    case 'section':
      return `add a ${printable(step.template)} section ${step.place === undefined ? 'where it belongs' : place(step.place)}`
    case 'one-more':
      return `add one more like${objects(step.like)}`
    case 'ask':
      return askText(step, naming)
    case 'history':
      return step.action === 'restore'
        ? `give${objects(step.targets)} the former ${properties[step.property].label}`
        : step.action === 'undo-change'
          ? `take back the last change${of(step.targets)}`
          : `${step.action}${step.count === undefined ? '' : ` ${step.count}`}`
    case 'out-of-scope':
      return `refuse: ${step.about}`
    default:
      return unreachable(step)
  }
}

function layoutText({ as, columns, gap }: StepOf<'layout'>): string {
  const form = as === 'grid' && columns !== undefined ? `${columns} columns` : `a ${as}`
  return gap === undefined ? form : `${form}, ${round(gap)} px apart`
}

function distanceText({ px, by, side }: StepOf<'distance'>): string {
  const where = side === undefined ? 'the distance' : `the distance at the ${side}`
  return px === undefined ? `${where} + ${round(by ?? 0)} px` : `${where} to ${round(px)} px`
}

function editText({ edit, targets }: StepOf<'edit-text'>, { objects }: Naming): string {
  const where = targets === undefined ? 'everywhere' : `in${objects(targets)}`
  switch (edit.kind) {
    case 'replace':
      return `replace ${quoted(edit.find)} by ${quoted(edit.with)} ${where}`
    case 'remove':
      return `remove ${quoted(edit.find)} ${where}`
    case 'append':
      return `put ${quoted(edit.text)} after the text${targets === undefined ? '' : ` of${objects(targets)}`}`
    case 'prepend':
      return `put ${quoted(edit.text)} before the text${targets === undefined ? '' : ` of${objects(targets)}`}`
    default:
      return unreachable(edit)
  }
}

function amountText({ factor, by, to, roundTo }: StepOf<'number'>['change']): string {
  const parts: string[] = []
  if (to !== undefined) parts.push(`to ${round(to)}`)
  if (factor !== undefined) parts.push(`× ${round(factor)}`)
  if (by !== undefined) parts.push(`${by < 0 ? '-' : '+'} ${round(Math.abs(by))}`)
  if (roundTo !== undefined) parts.push(`rounded to ${round(roundTo)}`)
  return parts.join(', ')
}

function askText({ question }: StepOf<'ask'>, { objects }: Naming): string {
  switch (question.kind) {
    case 'count':
      return `count the ${printable(question.what)}`
    case 'list':
      return `list the ${printable(question.what)}`
    case 'exists':
      return `look for a ${printable(question.what)}`
    case 'value':
      return `tell the ${properties[question.property].label} of${objects(question.targets)}`
    case 'token':
      return `tell the theme's ${tokens[question.token].label}`
    case 'contents':
      return `tell what is in${objects(question.targets)}`
    default:
      return unreachable(question)
  }
}
