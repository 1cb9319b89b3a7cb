import type { Wish } from '../clause.ts'
import type { Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'

/** The wish that something looks, or says, what the effects are. */
export function styleWish(target: Reference, effects: readonly Effect[]): Wish {
  return { kind: 'style', target, effects }
}
