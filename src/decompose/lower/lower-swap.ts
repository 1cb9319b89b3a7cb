import { fail, ok } from '../../base/result.ts'
import type { Target } from '../../command/step.ts'
import type { Wish } from '../clause.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { resolveReference, withSharedName } from '../resolve/resolve-reference.ts'
import { foundTogether } from './found-together.ts'
import type { LowerContext, Lowering } from './lowering.ts'

type SwapWish = Extract<Wish, { kind: 'swap' }>

/** Two phrases with one component each, or one phrase with two: "the first and the last card". */
export function lowerSwap(wish: SwapWish, context: LowerContext): Lowering {
  const shared = withSharedNoun(wish)
  const lowered = shared === null ? null : lowerPair(shared, context)
  return lowered?.ok === true ? lowered : lowerPair(wish, context)
}

/** The phrases that a swap takes, each with what was known when it was looked up. */
export function sidesOfSwap(
  wish: SwapWish,
  context: LowerContext,
): readonly { readonly reference: Reference; readonly context: LowerContext }[] {
  const shared = withSharedNoun(wish)
  const { a, b } = shared !== null && lowerPair(shared, context).ok ? shared : wish
  const first = { reference: a, context }
  if (b === null) return [first]
  const found = resolveReference(a, context)
  return [first, { reference: b, context: found.ok ? behind(a, found.value.targets, context) : context }]
}

/** What is known when the second phrase is looked up. */
function behind(a: Reference, targets: readonly Target[], context: LowerContext): LowerContext {
  return {
    ...context,
    lastReference: a.pronoun === null ? a : context.lastReference,
    mentioned: new Set([...context.mentioned, ...ids(targets)]),
  }
}

/** "the basic and the pro plan" are two plans. */
function withSharedNoun(wish: SwapWish): SwapWish | null {
  if (wish.b === null) return null
  const shared = withSharedName({ ...NO_REFERENCE, parts: [wish.a, wish.b] })
  return shared === null ? null : { ...wish, a: shared.parts[0]!, b: shared.parts[1]! }
}

function lowerPair(wish: SwapWish, context: LowerContext): Lowering {
  const ends = wish.b === null ? null : foundTogether(wish.a, wish.b, context)
  if (ends !== null) return swapped(ends.a, ends.b, ends.why, wish.a)
  const a = resolveReference(wish.a, context)
  if (!a.ok) return a
  if (wish.b === null) {
    if (a.value.targets.length !== 2)
      return fail({
        code: 'reference-ambiguous',
        reference: wish.a,
        candidates: ids(a.value.targets),
        message: `a swap needs two components, "${wish.a.phrase}" fits ${a.value.targets.length}`,
      })
    return swapped(a.value.targets[0]!, a.value.targets[1]!, a.value.why, wish.a)
  }
  const b = resolveReference(wish.b, behind(wish.a, a.value.targets, context))
  if (!b.ok) return b
  for (const [found, reference] of [
    [a.value, wish.a],
    [b.value, wish.b],
  ] as const) {
    if (found.targets.length !== 1)
      return fail({
        code: 'reference-ambiguous',
        reference,
        candidates: ids(found.targets),
        message: `a swap needs one component on each side, "${reference.phrase}" fits ${found.targets.length}`,
      })
  }
  const [first] = a.value.targets
  if (first === b.value.targets[0])
    return fail({
      code: 'reference-unknown',
      reference: wish.b,
      candidates: [],
      message: `"${wish.a.phrase}" and "${wish.b.phrase}" both mean ${typeof first === 'string' ? `#${first}` : 'what was just made'}`,
    })
  return swapped(first!, b.value.targets[0]!, `${a.value.why}; ${b.value.why}`, wish.a)
}

function swapped(a: Target, b: Target, why: string, reference: Reference): Lowering {
  return ok({
    steps: [{ kind: 'swap', a, b }],
    targets: [a, b],
    why,
    reference: { ...reference, parts: [], plural: true },
    makes: -1,
  })
}

function ids(targets: readonly Target[]): string[] {
  return targets.filter((target): target is string => typeof target === 'string')
}
