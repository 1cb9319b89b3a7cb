import { fail, ok } from '../../base/result.ts'
import type { Step, Target } from '../../command/step.ts'
import { typeOf } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Wish } from '../clause.ts'
import type { Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'
import type { Resolution } from '../resolve/reference-context.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import { lowerAct } from './lower-act.ts'
import { lowerAdd } from './lower-add.ts'
import { lowerDeed } from './lower-deed.ts'
import { lowerEffect } from './lower-effect.ts'
import { lowerSwap } from './lower-swap.ts'
import { inVariant } from './lower-variant.ts'
import type { LowerContext, LowerFailure, Lowering } from './lowering.ts'
import { newComponent } from './new-component.ts'
import { lowerMove } from './lower-move.ts'
import { placed } from './placed.ts'
import { byId, withTargets } from './with-targets.ts'

/** Resolves the references of a wish against the document and gives the steps that fulfil it. */
export function lowerWish(wish: Wish, context: LowerContext): Lowering {
  switch (wish.kind) {
    case 'style':
      return lowerStyle(wish, hides(wish.effects) ? toDestroy(context) : context)
    case 'paired':
      return lowerPaired(wish, context)
    case 'delete':
      return withTargets(wish.target, toDestroy(context), ({ targets }) => [{ kind: 'delete', targets }])
    case 'shift':
      return withTargets(wish.target, context, ({ targets }) => [
        { kind: 'shift', targets, dx: wish.dx, dy: wish.dy },
      ])
    case 'place-at':
      return withTargets(wish.target, context, ({ targets }) => [
        {
          kind: 'place-at',
          targets,
          ...(wish.x === undefined ? {} : { x: wish.x }),
          ...(wish.y === undefined ? {} : { y: wish.y }),
        },
      ])
    case 'move':
      return lowerMove(wish, ofWholes(context))
    case 'duplicate':
      return lowerDuplicate(wish, context)
    case 'wrap':
      return lowerWrap(wish, context)
    case 'swap':
      return lowerSwap(wish, ofWholes(context))
    case 'add':
      return placed(wish.place, ofWholes(context), null, (place) => lowerAdd(wish, place, context))
    case 'token':
      return ok({
        steps: [{ kind: 'token', token: wish.token, ...optional(wish) }],
        targets: [],
        why: `theme ${wish.token}`,
        reference: null,
        makes: -1,
      })
    case 'topic':
      return withTargets(wish.target, context, () => [])
    case 'again':
      return lowerAgain(wish, context)
    case 'act':
      return lowerAct(wish.target, wish.act, context)
    case 'deed':
      return lowerDeed(wish.deed, context)
  }
}

function lowerStyle(
  { target, effects, variant }: Extract<Wish, { kind: 'style' }>,
  context: LowerContext,
): Lowering {
  const steps = (found: Resolution): readonly Step[] | LowerFailure => {
    const base = styleSteps(effects, found, context)
    return variant === undefined || 'code' in base ? base : inVariant(base, variant)
  }
  const lowered = withTargets(target, context, steps)
  if (lowered.ok || lowered.error.code !== 'reference-ambiguous' || target.parts.length > 0) return lowered
  // Of a label and a field only the field has a placeholder.
  if (
    effects.length === 0 ||
    !effects.every((effect) => effect.kind === 'set' && effect.property === 'placeholder')
  )
    return lowered
  const fields = lowered.error.candidates.filter((id) => hasPlaceholder(context.index.node(id)))
  return fields.length === 1 ? withTargets(byId(target, fields[0]!), context, steps) : lowered
}

const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'search', 'select'])

function hasPlaceholder(node: TreeNode | undefined): boolean {
  return node !== undefined && FIELDS.has(typeOf(node.component))
}

function ofWholes(context: LowerContext): LowerContext {
  return { ...context, wants: 'unit', stake: 'structure' }
}

/** What is deleted or hidden is named clearly, and asked for where a name and what it heads are both meant. */
function toDestroy(context: LowerContext): LowerContext {
  return { ...context, wants: 'self', stake: 'destroy' }
}

function hides(effects: readonly Effect[]): boolean {
  return effects.length === 1 && effects[0]!.kind === 'set' && effects[0].property === 'hidden'
}

function lowerPaired({ target, looks }: Extract<Wish, { kind: 'paired' }>, context: LowerContext): Lowering {
  const steps: Step[] = []
  const targets: Target[] = []
  const why: string[] = []
  for (const [i, effects] of looks.entries()) {
    const lowered = lowerWish({ kind: 'style', target: target.parts[i]!, effects }, context)
    if (!lowered.ok) return lowered
    steps.push(...lowered.value.steps)
    targets.push(...lowered.value.targets)
    why.push(lowered.value.why)
  }
  return ok({ steps, targets, why: why.join('; '), reference: target, makes: -1 })
}

function lowerDuplicate(wish: Extract<Wish, { kind: 'duplicate' }>, context: LowerContext): Lowering {
  const { count } = wish
  return placed(wish.place, ofWholes(context), wish.target, (place) =>
    withTargets(
      wish.target,
      ofWholes(context),
      ({ targets }) => [
        {
          kind: 'duplicate',
          targets,
          ...(place === null ? {} : { place }),
          ...(count === 1 ? {} : { count }),
        },
      ],
      0,
    ),
  )
}

function lowerWrap(
  { target, container, each }: Extract<Wish, { kind: 'wrap' }>,
  context: LowerContext,
): Lowering {
  const { component } = newComponent(container)
  return withTargets(
    target,
    context,
    ({ targets }) => [{ kind: 'wrap', targets, container: component, each }],
    0,
  )
}

function optional(wish: Extract<Wish, { kind: 'token' }>): {
  value?: string | number
  by?: number
  factor?: number
  lightness?: number
} {
  const { value, by, factor, lightness } = wish
  return {
    ...(value === undefined ? {} : { value }),
    ...(by === undefined ? {} : { by }),
    ...(factor === undefined ? {} : { factor }),
    ...(lightness === undefined ? {} : { lightness }),
  }
}

function styleSteps(
  effects: readonly Effect[],
  { targets }: Resolution,
  context: LowerContext,
): readonly Step[] | LowerFailure {
  let failure: LowerFailure | null = null
  const steps: Step[] = []
  // A look that has a name comes first: what is said besides changes it.
  const ordered = effects.toSorted(
    (a, b) => Number(b.kind === 'named-look') - Number(a.kind === 'named-look'),
  )
  for (const effect of ordered) {
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
    if (lowered === null)
      return (
        failure ?? {
          code: 'value-missing',
          message:
            effect.kind === 'spacing'
              ? 'nothing in the document holds these together, so there is no gap between them to set'
              : 'what it should be like is not in the document',
          reference: null,
          candidates: [],
        }
      )
    steps.push(...lowered)
  }
  return steps
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
    case 'act':
      return lowerWish({ ...before, target: wish.target }, context)
    default:
      return nothingBefore(wish.target)
  }
}

function nothingBefore(reference: Reference): Lowering {
  return fail({
    code: 'not-understood',
    message: `it is not said what shall happen with "${reference.phrase}"`,
    reference,
    candidates: [],
  })
}
