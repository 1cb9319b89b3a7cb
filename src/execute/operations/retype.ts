import type { RetypeStep } from '../../command/content-steps.ts'
import { typeOf } from '../../document/blueprint.ts'
import { alikeTypes, holdsNothing } from '../../document/component-kinds.ts'
import type { StepRun } from '../step-run.ts'

/** Makes another kind of component, among kinds that hold the same. Id, text and place stay. */
export function retypeComponents(run: StepRun, step: RetypeStep): void {
  for (const node of run.resolveAll(step.targets)) {
    const type = node.nextType ?? typeOf(node.component)
    if (type === step.type) continue
    const isAlike = alikeTypes.some((types) => types.includes(type) && types.includes(step.type))
    if (!isAlike || (node.children.length > 0 && holdsNothing(step.type))) {
      const others = [...new Set(alikeTypes.filter((types) => types.includes(type)).flat())]
      run.fail(
        'not-applicable',
        others.length === 0
          ? `A ${word(type)} holds what nothing else does, so #${node.id} cannot become a ${word(step.type)}.`
          : `#${node.id} is a ${word(type)} and cannot become a ${word(step.type)}: it can become one of ${others.map(word).join(', ')}.`,
        node.id,
      )
      return
    }
    run.transaction.retype(node, step.type)
  }
}

function word(type: string): string {
  return type.replaceAll('_', ' ')
}
