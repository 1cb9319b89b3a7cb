import type { Answer, Blueprint } from '../../core/index.ts'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import type { View } from './view.ts'

export type ChangedComponent = Answer['changed'][number]

/** A document before and after a command. */
export interface Comparison {
  readonly view: View
  readonly before: Outline
  readonly after: Outline
  readonly changedById: ReadonlyMap<string, ChangedComponent>
}

export function compare(
  view: View,
  before: Blueprint,
  answer: Pick<Answer, 'blueprint' | 'changed'>,
): Comparison {
  return {
    view,
    before: outlineOf(before),
    after: outlineOf(answer.blueprint),
    changedById: new Map(answer.changed.map((entry) => [entry.id, entry])),
  }
}
