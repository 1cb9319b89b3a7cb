import type { Wish } from '../clause.ts'
import type { Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'

export function styleWish(target: Reference, effects: readonly Effect[]): Wish {
  return { kind: 'style', target, effects }
}
