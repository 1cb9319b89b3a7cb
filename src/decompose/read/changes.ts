import type { Measure } from '../../command/step.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { ColorAspect, Effect } from '../effect.ts'
import type { ChangeName, Senses } from '../lexicon/senses.ts'
import type { Amount } from './read-amount.ts'

/** How strong a change is. */
export type Degree = NonNullable<Senses['degree']>

/** A property, or a word that stands for one of several. */
export type PropertyWord = NonNullable<Senses['property']>

/** Spec, "What commands mean": the factors of bigger and smaller and of their degrees. */
export function factorOf(up: boolean, degree: Degree | null): number {
  if (degree === 'slight') return up ? 1.1 : 0.9
  if (degree === 'much' || degree === 'very') return up ? 1.5 : 0.5
  return up ? 1.2 : 0.8
}

/** How much something grows or shrinks: by the degree, or by the amount said. */
function measureOf(up: boolean, degree: Degree | null, amount: Amount | null): Measure {
  if (amount === null) return { kind: 'factor', factor: factorOf(up, degree) }
  if (amount.unit === '%')
    return { kind: 'factor', factor: up ? 1 + amount.value / 100 : 1 - amount.value / 100 }
  if (amount.unit === 'x') return { kind: 'factor', factor: timesOf(up, amount.value) }
  return { kind: 'by', px: up ? amount.value : -amount.value }
}

/** "three times wider" is a factor, "a third wider" the part by which it grows. */
function timesOf(up: boolean, times: number): number {
  if (times < 1) return up ? 1 + times : 1 - times
  return up ? times : 1 / times
}

const UP: ReadonlySet<ChangeName> = new Set([
  'bigger',
  'wider',
  'taller',
  'higher',
  'lighter',
  'bolder',
  'rounder',
  'solider',
  'thicker',
  'looser',
  'huge',
])

/** A shadow has more where it is darker, less where it is softer. */
const SHADOW: Readonly<Partial<Record<ChangeName, boolean>>> = {
  darker: true,
  lighter: false,
  rounder: false,
  sharper: true,
}

/** Whether a change makes something, or a property of it, more. */
export function isUp(change: ChangeName, property: PropertyWord | null = null): boolean {
  if (property === 'shadow') return SHADOW[change] ?? UP.has(change)
  return UP.has(change)
}

/** The effects of a relative adjective on the component itself. */
export function changeEffects(change: ChangeName, degree: Degree | null, amount: Amount | null): Effect[] {
  const up = isUp(change)
  const measure = measureOf(up, degree, amount)
  switch (change) {
    case 'bigger':
    case 'smaller':
      return [
        {
          kind: 'resize',
          width: measure,
          height: measure,
          ...(measure.kind === 'factor' ? { font: measure } : {}),
        },
      ]
    case 'huge':
    case 'tiny': {
      const factor: Measure = { kind: 'factor', factor: change === 'huge' ? 1.5 : 0.7 }
      return [{ kind: 'resize', width: factor, height: factor, font: factor }]
    }
    case 'wider':
    case 'narrower':
      return [{ kind: 'resize', width: measure }]
    case 'taller':
    case 'shorter':
    case 'higher':
    case 'lower':
      return [{ kind: 'resize', height: measure }]
    case 'darker':
    case 'lighter':
      return [lightness(up, degree, amount, null)]
    case 'bolder':
      return [{ kind: 'weight', by: 1, of: 'letters' }]
    case 'thicker':
      return [{ kind: 'weight', by: 1, of: 'any' }]
    case 'thinner':
      return [{ kind: 'weight', by: -1, of: 'any' }]
    default:
      return propertyChange(propertyOf(change), up, degree, amount) ?? []
  }
}

/** Lighter or darker; a distance in pixels means nothing here, only its degree counts. */
export function lightness(
  up: boolean,
  degree: Degree | null,
  amount: Amount | null,
  aspect: ColorAspect | null,
): Effect {
  const measure = measureOf(up, degree, amount)
  return {
    kind: 'lightness',
    aspect,
    factor: measure.kind === 'factor' ? measure.factor : factorOf(up, degree),
  }
}

function propertyOf(change: ChangeName): PropertyWord {
  switch (change) {
    case 'rounder':
    case 'sharper':
      return 'borderRadius'
    case 'fainter':
    case 'solider':
      return 'opacity'
    default:
      return 'padding'
  }
}

/** The usual step of a property that grows by an amount, not by a factor. */
const STEPS: Readonly<Partial<Record<PropertyName, number>>> = {
  padding: 8,
  margin: 8,
  gap: 8,
  borderRadius: 4,
  borderWidth: 1,
  letterSpacing: 1,
}

/** Letters that are bigger are so in their size, whatever else "letters" stands for. */
export function sizedBy(property: PropertyWord): PropertyWord {
  return property === 'textColor' ? 'fontSize' : property
}

/** More or less of a property; null where it has no more and less. */
export function propertyChange(
  property: PropertyWord,
  up: boolean,
  degree: Degree | null,
  amount: Amount | null,
): Effect[] | null {
  const measure = measureOf(up, degree, amount)
  switch (property) {
    case 'padding':
    case 'paddingTop':
    case 'paddingRight':
    case 'paddingBottom':
    case 'paddingLeft':
    case 'margin':
    case 'marginTop':
    case 'marginRight':
    case 'marginBottom':
    case 'marginLeft':
    case 'gap':
    case 'borderRadius':
    case 'borderWidth':
    case 'letterSpacing':
      return [adjustBy(property, up, degree, amount)]
    case 'border':
      return [adjustBy('borderWidth', up, degree, amount)]
    case 'spacing':
    case 'between': {
      const between = property === 'between'
      return [
        measure.kind === 'factor' && amount !== null
          ? { kind: 'spacing', between, factor: measure.factor }
          : { kind: 'spacing', between, by: stepOf(8, up, degree, amount) },
      ]
    }
    case 'fontSize':
    case 'font':
    case 'text':
      return [adjust('fontSize', measure)]
    case 'lineHeight':
      return [adjust(property, measure)]
    case 'opacity':
      if (amount !== null && amount.unit === '%')
        return [{ kind: 'adjust', property, by: ((up ? 1 : -1) * amount.value) / 100 }]
      return [
        {
          kind: 'adjust',
          property,
          factor: measure.kind === 'factor' ? measure.factor : factorOf(up, degree),
        },
      ]
    case 'size':
    case 'dimensions':
      return [
        {
          kind: 'resize',
          width: measure,
          height: measure,
          ...(measure.kind === 'factor' ? { font: measure } : {}),
        },
      ]
    case 'width':
      return [{ kind: 'resize', width: measure }]
    case 'height':
      return [{ kind: 'resize', height: measure }]
    case 'shadow':
      return [{ kind: 'shadow', by: up ? 1 : -1 }]
    case 'fontWeight':
      return [{ kind: 'weight', by: up ? 1 : -1, of: 'letters' }]
    default:
      return null
  }
}

function adjust(property: PropertyName, measure: Measure): Effect {
  if (measure.kind === 'factor') return { kind: 'adjust', property, factor: measure.factor }
  return { kind: 'adjust', property, by: measure.kind === 'by' ? measure.px : 0 }
}

function adjustBy(property: PropertyName, up: boolean, degree: Degree | null, amount: Amount | null): Effect {
  if (amount !== null && (amount.unit === '%' || amount.unit === 'x'))
    return adjust(property, measureOf(up, degree, amount))
  return { kind: 'adjust', property, by: stepOf(STEPS[property] ?? 8, up, degree, amount) }
}

function stepOf(step: number, up: boolean, degree: Degree | null, amount: Amount | null): number {
  const size =
    amount !== null
      ? amount.value
      : degree === 'slight'
        ? step / 2
        : degree === 'much' || degree === 'very'
          ? step * 2
          : step
  return up ? size : -size
}
