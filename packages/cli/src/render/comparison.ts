import type { Answer, Blueprint, ChangedComponent } from 'blueprint-command-engine'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import type { View } from './view.ts'

/** A document before and after a command. */
export interface Comparison {
  readonly view: View
  readonly before: Outline
  readonly after: Outline
  readonly changedById: ReadonlyMap<string, ChangedComponent>
  /** Ids of the components that the command spoke of. */
  readonly meant: ReadonlySet<string>
}

export function compare(
  view: View,
  before: Blueprint,
  answer: Pick<Answer, 'blueprint' | 'changed' | 'steps'>,
): Comparison {
  return {
    view,
    before: outlineOf(before),
    after: outlineOf(answer.blueprint),
    changedById: new Map(answer.changed.map((entry) => [entry.id, entry])),
    meant: new Set(answer.steps.flatMap(({ targets }) => targets.map(({ id }) => id))),
  }
}
