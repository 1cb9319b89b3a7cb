import { fail, ok } from '../../base/result.ts'
import type { Place, Step, Target } from '../../command/step.ts'
import type { Wish } from '../clause.ts'
import { lowerEffect } from './lower-effect.ts'
import type { LowerContext, Lowering } from './lowering.ts'
import { newComponent } from './new-component.ts'

/** One step for each new component, then the looks that depend on its size; what follows stands after what was made. */
export function lowerAdd(
  wish: Extract<Wish, { kind: 'add' }>,
  place: Place | null,
  context: LowerContext,
): Lowering {
  const steps: Step[] = []
  const targets: Target[] = []
  let at = place
  for (const thing of wish.things) {
    const position = context.firstStep + steps.length
    const { component, later } = newComponent(thing)
    steps.push({
      kind: 'add',
      component,
      ...(at === null ? {} : { place: at }),
      ...(wish.count === 1 ? {} : { count: wish.count }),
    })
    const made: Target = { madeBy: position }
    targets.push(made)
    for (const effect of later) {
      const lowered = lowerEffect(effect, [made], {
        transaction: context.transaction,
        lookUp: () => null,
        typeOfMade: () => thing.type,
      })
      if (lowered === null)
        return fail({
          code: 'not-understood',
          message: `the look of the new ${thing.noun} was not understood`,
          reference: null,
          candidates: [],
        })
      steps.push(...lowered)
    }
    if (at !== null && (at.kind === 'after' || at.kind === 'inside')) at = { kind: 'after', anchor: made }
  }
  return ok({ steps, targets, why: 'new', reference: null, makes: 0 })
}
