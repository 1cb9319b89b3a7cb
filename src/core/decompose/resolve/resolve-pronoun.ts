import { fail, ok } from '../../base/result.ts'
import type { Reference } from '../reference.ts'
import { exceptions } from './exceptions.ts'
import { findNodes } from './find-nodes.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** A pronoun that stands alone; "the red one" is a noun phrase whose noun was said before. */
export function isBarePronoun({
  pronoun,
  parity,
  take,
  types,
  names,
  filters,
  ordinals,
  quantity,
  relations,
  quoted,
  superlative,
}: Reference): boolean {
  if (pronoun === null) return false
  if (pronoun === 'one' || pronoun === 'ones')
    return (
      types === null &&
      names.length === 0 &&
      filters.length === 0 &&
      parity === null &&
      take === null &&
      ordinals.length === 0 &&
      quantity === null &&
      relations.length === 0 &&
      quoted === null &&
      superlative === null
    )
  return true
}

/** What "it", "them", "both" and "the copy" mean after the clauses before. */
export function resolvePronoun(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.pronoun === 'copy') {
    if (context.made !== null) return ok({ targets: [{ madeBy: context.made }], why: 'the copy just made' })
    return fail({
      code: 'reference-unknown',
      reference,
      candidates: [],
      message: `"${reference.phrase}" refers to a copy, but nothing was copied before it`,
    })
  }
  if (reference.pronoun === 'them' && context.last.length === 1 && context.earlier.size > 1) {
    const several = /both|two/.test(reference.phrase) ? [...context.earlier].slice(-2) : [...context.earlier]
    return ok({ targets: several, why: `"${reference.phrase}" is what was said before` })
  }
  if (context.last.length === 0)
    return fail({
      code: 'reference-unknown',
      reference,
      candidates: [],
      message: `"${reference.phrase}" refers to something said before, but nothing was`,
    })
  if (reference.except.length === 0)
    return ok({ targets: context.last, why: `"${reference.phrase}" is what was said before` })
  const excluded = exceptions(reference, context, findNodes)
  if (!excluded.ok) return excluded
  return ok({
    targets: context.last.filter((target) => typeof target !== 'string' || !excluded.value.has(target)),
    why: `"${reference.phrase}"`,
  })
}
