import { fail, ok } from '../../base/result.ts'
import type { Place, Step, Target } from '../../command/step.ts'
import { typeOf } from '../../document/blueprint.ts'
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
  for (const said of wish.things) {
    const thing = said.type === '' ? { ...said, type: typeAt(place, context) } : said
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

/** Types of which several stand side by side and say something each. */
const LISTED: ReadonlySet<string> = new Set(['list_item', 'link', 'button', 'badge', 'tab', 'chip', 'option'])

/** A text in a list, or beside an item of one, is an item; anywhere else it is a text. */
function typeAt(place: Place | null, { index }: LowerContext): string {
  if (place === null || !('anchor' in place) || typeof place.anchor !== 'string') return 'text'
  const node = index.node(place.anchor)
  if (node === undefined) return 'text'
  const beside = place.kind === 'inside' ? node.children : [node]
  const types = new Set(beside.map(({ component }) => typeOf(component)))
  const [type] = types
  if (type !== undefined && types.size === 1 && LISTED.has(type)) return type
  return place.kind === 'inside' && typeOf(node.component) === 'list' ? 'list_item' : 'text'
}
