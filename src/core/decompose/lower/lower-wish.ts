import type { Result } from '../../base/result.ts'
import { fail, ok } from '../../base/result.ts'
import type { NewComponent, Place, Step, StyleValue, Target } from '../../command/step.ts'
import { textLikeTypes } from '../../document/native-table.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Transaction } from '../../document/transaction.ts'
import type { NewThing, Wish } from '../clause.ts'
import type { Effect, PlaceWish } from '../effect.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import type { ReferenceContext, ReferenceFailure, Resolution } from '../resolve/resolve-reference.ts'
import { lowerEffect } from './lower-effects.ts'

export type LowerFailure = ReferenceFailure | { readonly code: 'not-understood' | 'value-missing'; readonly message: string; readonly reference: Reference | null; readonly candidates: readonly string[] }

/** The elementary steps of a wish in a document. */
export interface Lowered {
  readonly steps: readonly Step[]
  readonly targets: readonly Target[]
  readonly why: string
  /** What "one" and "the other" of the next clause go by. */
  readonly reference: Reference | null
  /** Position among `steps` of the one that makes something, -1 where none does. */
  readonly makes: number
}

export interface LowerContext extends ReferenceContext {
  readonly transaction: Transaction
  readonly before: Wish | null
  /** Position in the whole command of the first step that this wish becomes. */
  readonly firstStep: number
  readonly typeOfMade: (madeBy: number) => string | null
}

type Lowering = Result<Lowered, LowerFailure>

/** Resolves the references of a wish against the document and gives the steps that fulfil it. */
export function lowerWish(wish: Wish, context: LowerContext): Lowering {
  switch (wish.kind) {
    case 'style':
      return withTargets(wish.target, context, (found) => styleSteps(wish.effects, found, context))
    case 'delete':
      return withTargets(wish.target, context, ({ targets }) => [{ kind: 'delete', targets }])
    case 'shift':
      return withTargets(wish.target, context, ({ targets }) => [{ kind: 'shift', targets, dx: wish.dx, dy: wish.dy }])
    case 'place-at':
      return withTargets(wish.target, context, ({ targets }) => [{ kind: 'place-at', targets, ...(wish.x === undefined ? {} : { x: wish.x }), ...(wish.y === undefined ? {} : { y: wish.y }) }])
    case 'move':
      return placed(wish.place, context, wish.target, (place) => withTargets(wish.target, context, ({ targets }) => [{ kind: 'move', targets, place: place! }]))
    case 'duplicate':
      return placed(wish.place, context, wish.target, (place) => withTargets(wish.target, context, ({ targets }) => [{ kind: 'duplicate', targets, ...(place === null ? {} : { place }), ...(wish.count === 1 ? {} : { count: wish.count }) }], 0))
    case 'wrap':
      return withTargets(wish.target, context, ({ targets }) => [{ kind: 'wrap', targets, container: newComponent(wish.container, context).component, each: wish.each }], 0)
    case 'swap':
      return lowerSwap(wish, context)
    case 'add':
      return placed(wish.place, context, null, (place) => lowerAdd(wish, place, context))
    case 'token':
      return ok({ steps: [{ kind: 'token', token: wish.token, ...optional(wish) }], targets: [], why: `theme ${wish.token}`, reference: null, makes: -1 })
    case 'topic':
      return withTargets(wish.target, context, () => [])
    case 'again':
      return lowerAgain(wish, context)
  }
}

function optional(wish: Extract<Wish, { kind: 'token' }>): { value?: string | number; by?: number; factor?: number; lightness?: number } {
  const { value, by, factor, lightness } = wish
  return { ...(value === undefined ? {} : { value }), ...(by === undefined ? {} : { by }), ...(factor === undefined ? {} : { factor }), ...(lightness === undefined ? {} : { lightness }) }
}

function withTargets(reference: Reference, context: LowerContext, make: (found: Resolution) => readonly Step[] | LowerFailure, makes = -1): Lowering {
  const found = resolveReference(reference, context)
  if (!found.ok) return found
  if (found.value.targets.length === 0) return fail({ code: 'reference-unknown', reference, candidates: [], message: `nothing in the document fits "${reference.phrase}"` })
  const steps = make(found.value)
  if ('code' in steps) return fail(steps)
  return ok({ steps, targets: found.value.targets, why: found.value.why, reference, makes })
}

function styleSteps(effects: readonly Effect[], { targets }: Resolution, context: LowerContext): readonly Step[] | LowerFailure {
  let failure: LowerFailure | null = null
  const steps: Step[] = []
  for (const effect of effects) {
    const lowered = lowerEffect(effect, targets, {
      transaction: context.transaction,
      typeOfMade: context.typeOfMade,
      lookUp: (reference) => {
        const found = resolveReference(reference, context)
        if (!found.ok) {
          failure = found.error
          return null
        }
        const [target] = found.value.targets
        return typeof target === 'string' ? (context.index.node(target) ?? null) : null
      },
    })
    if (lowered === null) return failure ?? { code: 'value-missing', message: 'what it should be like is not in the document', reference: null, candidates: [] }
    steps.push(...lowered)
  }
  return steps
}

/** Resolves a place first: where its anchor means nothing, the wish fails as a whole. */
function placed(wish: PlaceWish | null, outer: LowerContext, target: Reference | null, then: (place: Place | null) => Lowering): Lowering {
  // "put the last card before the second one": the noun is that of the thing moved.
  const context = target === null || target.pronoun !== null ? outer : { ...outer, lastReference: target }
  if (wish === null) return then(null)
  switch (wish.kind) {
    case 'first':
    case 'last':
    case 'up':
    case 'down':
      return then({ kind: wish.kind })
    case 'screen':
      return then(wish)
    default: {
      const reference = wish.kind === 'between' && after(context, wish.anchor, wish.other) ? wish.other : wish.anchor
      const found = resolveReference(reference, context)
      if (!found.ok) return found
      const { targets } = found.value
      const anchor = wish.kind === 'before' || wish.kind === 'inside-start' ? targets[0]! : targets[targets.length - 1]!
      if (wish.kind === 'inside-end' || wish.kind === 'inside-start') return then({ kind: 'inside', anchor, at: wish.kind === 'inside-end' ? 'end' : 'start' })
      return then({ kind: wish.kind === 'before' ? 'before' : 'after', anchor })
    }
  }
}

/** Whether the first of two neighbours stands behind the second. */
function after(context: LowerContext, a: Reference, b: Reference): boolean {
  const first = resolveReference(a, context)
  const second = resolveReference(b, context)
  if (!first.ok || !second.ok) return false
  const x = first.value.targets[0]
  const y = second.value.targets[0]
  if (typeof x !== 'string' || typeof y !== 'string') return false
  return context.index.compare(context.index.node(x)!, context.index.node(y)!) > 0
}

function lowerSwap(wish: Extract<Wish, { kind: 'swap' }>, context: LowerContext): Lowering {
  const a = resolveReference(wish.a, context)
  if (!a.ok) return a
  if (wish.b === null) {
    if (a.value.targets.length !== 2) return fail({ code: 'reference-ambiguous', reference: wish.a, candidates: ids(a.value.targets), message: `a swap needs two components, "${wish.a.phrase}" fits ${a.value.targets.length}` })
    return swapped(a.value.targets[0]!, a.value.targets[1]!, a.value.why, wish.a)
  }
  const b = resolveReference(wish.b, { ...context, lastReference: wish.a.pronoun === null ? wish.a : context.lastReference, mentioned: new Set([...context.mentioned, ...ids(a.value.targets)]) })
  if (!b.ok) return b
  for (const [found, reference] of [[a.value, wish.a], [b.value, wish.b]] as const) {
    if (found.targets.length !== 1) return fail({ code: 'reference-ambiguous', reference, candidates: ids(found.targets), message: `a swap needs one component on each side, "${reference.phrase}" fits ${found.targets.length}` })
  }
  if (a.value.targets[0] === b.value.targets[0]) return fail({ code: 'reference-unknown', reference: wish.b, candidates: [], message: `"${wish.a.phrase}" and "${wish.b.phrase}" both mean #${String(a.value.targets[0])}` })
  return swapped(a.value.targets[0]!, b.value.targets[0]!, `${a.value.why}; ${b.value.why}`, wish.a)
}

function swapped(a: Target, b: Target, why: string, reference: Reference): Lowering {
  return ok({ steps: [{ kind: 'swap', a, b }], targets: [a, b], why, reference: { ...reference, parts: [], plural: true }, makes: -1 })
}

function ids(targets: readonly Target[]): string[] {
  return targets.filter((target): target is string => typeof target === 'string')
}

function lowerAdd(wish: Extract<Wish, { kind: 'add' }>, place: Place | null, context: LowerContext): Lowering {
  const steps: Step[] = []
  const targets: Target[] = []
  let at = place
  for (const thing of wish.things) {
    const position = context.firstStep + steps.length
    const { component, later } = newComponent(thing, context)
    steps.push({ kind: 'add', component, ...(at === null ? {} : { place: at }), ...(wish.count === 1 ? {} : { count: wish.count }) })
    const made: Target = { madeBy: position }
    targets.push(made)
    for (const effect of later) {
      const lowered = lowerEffect(effect, [made], { transaction: context.transaction, lookUp: () => null, typeOfMade: () => thing.type })
      if (lowered === null) return fail({ code: 'not-understood', message: `the look of the new ${thing.noun} was not understood`, reference: null, candidates: [] })
      steps.push(...lowered)
    }
    if (at !== null && (at.kind === 'after' || at.kind === 'inside')) at = { kind: 'after', anchor: made }
  }
  return ok({ steps, targets, why: 'new', reference: null, makes: 0 })
}

/** What can be written at once goes into the new component; what depends on its size comes after. */
function newComponent(thing: NewThing, _context: LowerContext): { component: NewComponent; later: readonly Effect[] } {
  const properties: Partial<Record<PropertyName, StyleValue>> = {}
  const later: Effect[] = []
  for (const effect of thing.effects) {
    if (effect.kind === 'set') properties[effect.property] = effect.value
    else if (effect.kind === 'color') {
      const name = effect.aspect === 'text' ? 'textColor' : effect.aspect === 'border' ? 'borderColor' : effect.aspect === 'background' || !textLikeTypes.has(thing.type) ? 'background' : 'textColor'
      properties[name] = effect.hex
    } else later.push(effect)
  }
  const component: NewComponent = { type: thing.type, ...(thing.text === null ? {} : { text: thing.text }), ...(Object.keys(properties).length === 0 ? {} : { properties }) }
  return { component, later }
}

/** The wish before, on something else. */
function lowerAgain(wish: Extract<Wish, { kind: 'again' }>, context: LowerContext): Lowering {
  const { before } = context
  if (before === null) return nothingBefore(wish.target)
  switch (before.kind) {
    case 'style':
    case 'delete':
    case 'shift':
    case 'move':
    case 'duplicate':
    case 'place-at':
      return lowerWish({ ...before, target: wish.target }, context)
    default:
      return nothingBefore(wish.target)
  }
}

function nothingBefore(reference: Reference): Lowering {
  return fail({ code: 'not-understood', message: `it is not said what shall happen with "${reference.phrase}"`, reference, candidates: [] })
}
