import { unreachable } from 'blueprint-command-engine/base'
import { properties, tokens } from 'blueprint-command-engine/document'
import type { Measure, Place, Step, Target } from 'blueprint-command-engine'
import { describeFurtherStep } from './further-step-text.ts'
import { round } from './outline.ts'
import { createPalette } from './palette.ts'
import { plain, propertyValue } from './values.ts'
import { printable, quoted } from './printable.ts'

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>

const PLAIN = createPalette('none')
const MAX_NAMED = 4

/**
 * One elementary step as a sentence.
 *
 * @param known targets that are listed beside the sentence, so that it need not name them
 */
export function describeStep(step: Step, known: ReadonlySet<string> = new Set()): string {
  const text = baseText(step, known)
  return 'variant' in step && step.variant !== undefined ? `${text} for ${step.variant}` : text
}

function baseText(step: Step, known: ReadonlySet<string>): string {
  switch (step.kind) {
    case 'set':
      return `set ${properties[step.property].label} to ${propertyValue(PLAIN, step.property, step.value)}${of(step.targets, known)}`
    case 'own':
      return `set ${printable(step.key)} to ${printable(String(step.value))}${of(step.targets, known)}`
    case 'adjust':
      return `${properties[step.property].label} ${amount(step.factor, step.by)}${of(step.targets, known)}`
    case 'resize':
      return `resize${of(step.targets, known)}: ${sizes(step)}`
    case 'lightness':
      return `${properties[step.property].label} lightness × ${round(step.factor)}${of(step.targets, known)}`
    case 'shadow':
      return `${step.by === 1 ? 'bigger' : 'smaller'} shadow${of(step.targets, known)}`
    case 'pill':
      return `fully round corners${of(step.targets, known)}`
    case 'move':
      return `move${objects(step.targets, known)} ${placeText(step.place)}`
    case 'shift':
      return `shift${objects(step.targets, known)} by ${round(step.dx)},${round(step.dy)} px`
    case 'place-at':
      return `put${objects(step.targets, known)} at ${[side('x', step.x), side('y', step.y)].filter(Boolean).join(', ')}`
    case 'align':
      return `align${objects(step.targets, known)} ${step.to}`
    case 'swap':
      return `swap ${targetText(step.a)} and ${targetText(step.b)}`
    case 'add':
      return addText(step)
    case 'duplicate':
      return `duplicate${objects(step.targets, known)}${times(step.count)} ${step.place === undefined ? 'directly after the original' : placeText(step.place)}`
    case 'delete':
      return `delete${objects(step.targets, known)}`
    case 'wrap':
      return `put${objects(step.targets, known)} into a new ${printable(step.container.type)}${step.each ? ' each' : ''}`
    case 'token':
      return tokenText(step)
    default:
      return describeFurtherStep(step, {
        objects: (targets) => objects(targets, known),
        of: (targets) => of(targets, known),
        target: targetText,
        place: placeText,
      })
  }
}

function addText({ component, place, count, inEach }: StepOf<'add'>): string {
  const text = component.text === undefined ? '' : ` ${quoted(component.text)}`
  const what = `add a ${printable(component.type)}${text}${times(count)}`
  if (inEach !== undefined) return `${what} in each of${objects(inEach, new Set())}`
  return `${what} ${place === undefined ? 'at the end of the screen' : placeText(place)}`
}

function tokenText(step: StepOf<'token'>): string {
  const label = `theme ${tokens[step.token].label}`
  if (step.value !== undefined) return `set ${label} to ${plain(step.value)}`
  if (step.lightness !== undefined) return `${label} lightness × ${round(step.lightness)}`
  return `${label} ${amount(step.factor, step.by)}`
}

function times(count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` ${count} times`
}

function side(name: string, value: number | undefined): string {
  return value === undefined ? '' : `${name} ${round(value)}`
}

function amount(factor: number | undefined, by: number | undefined): string {
  const parts: string[] = []
  if (factor !== undefined) parts.push(`× ${round(factor)}`)
  if (by !== undefined) parts.push(`${by < 0 ? '-' : '+'} ${round(Math.abs(by))}`)
  return parts.join(' ')
}

function sizes({ width, height, font }: StepOf<'resize'>): string {
  const parts: string[] = []
  if (width !== undefined) parts.push(`width ${measure(width)}`)
  if (height !== undefined) parts.push(`height ${measure(height)}`)
  if (font !== undefined) parts.push(`font size ${measure(font)}`)
  return parts.join(', ')
}

function measure(value: Measure): string {
  switch (value.kind) {
    case 'to':
      return `to ${round(value.px)} px`
    case 'factor':
      return `× ${round(value.factor)}`
    case 'by':
      return `${value.px < 0 ? '-' : '+'} ${round(Math.abs(value.px))} px`
    case 'share':
      return `${round(value.share * 100)}% of its parent`
    default:
      return unreachable(value)
  }
}

function placeText(place: Place): string {
  switch (place.kind) {
    case 'before':
    case 'after':
      return `${place.kind} ${targetText(place.anchor)}`
    case 'inside':
      return `to the ${place.at} of ${targetText(place.anchor)}`
    case 'first':
      return 'to the top of its siblings'
    case 'last':
      return 'to the end of its siblings'
    case 'up':
      return 'one place up'
    case 'down':
      return 'one place down'
    case 'screen':
      return `to the ${place.at === 'very-end' ? 'very end' : place.at} of the screen`
    default:
      return unreachable(place)
  }
}

function targetText(target: Target): string {
  return typeof target === 'string' ? printable(target) : `what step ${target.madeBy + 1} made`
}

function objects(targets: readonly Target[], known: ReadonlySet<string>): string {
  if (targets.every((target) => typeof target === 'string' && known.has(target)))
    return targets.length === 1 ? ' it' : ' them'
  const names = targets.slice(0, MAX_NAMED).map(targetText)
  if (targets.length > MAX_NAMED) names.push(`${targets.length - MAX_NAMED} more`)
  return ` ${names.join(', ')}`
}

function of(targets: readonly Target[], known: ReadonlySet<string>): string {
  const names = objects(targets, known)
  return names === ' it' || names === ' them' ? '' : ` of${names}`
}
