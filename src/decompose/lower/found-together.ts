import type { Reference } from '../reference.ts'
import type { ReferenceContext } from '../resolve/reference-context.ts'
import { resolveTogether } from '../resolve/resolve-reference.ts'

/** What the two ends of a move or swap mean. */
export interface Ends {
  readonly a: string
  readonly b: string
  readonly why: string
}

/**
 * "Testimonials above pricing": two ends that are named are alike if they can be. Null where one of them is a pronoun or says
 * no name, means several, or is not found so.
 */
export function foundTogether(a: Reference, b: Reference, context: ReferenceContext): Ends | null {
  if (![a, b].every(isNamed)) return null
  const found = resolveTogether([a, b], context)
  if (!found.ok) return null
  const [first, second] = found.value.map(({ targets }) => (targets.length === 1 ? targets[0] : undefined))
  if (typeof first !== 'string' || typeof second !== 'string') return null
  return { a: first, b: second, why: found.value.map(({ why }) => why).join('; ') }
}

function isNamed({ pronoun, types, names, said }: Reference): boolean {
  return pronoun === null && (types !== null || names.length > 0 || said !== null)
}
