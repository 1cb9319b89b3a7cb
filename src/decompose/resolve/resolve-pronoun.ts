import { fail, ok } from '../../base/result.ts'
import { mainThings } from '../name-things.ts'
import type { Reference } from '../reference.ts'
import { exceptions } from './exceptions.ts'
import { findNodes } from './find-nodes.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** So many components are named where nothing was said or selected. */
const MOST_ASKED = 4

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
    if (context.made !== null)
      return ok({ targets: [{ madeBy: context.made }], why: 'the copy just made', part: null })
    return fail({
      code: 'reference-unknown',
      reference,
      candidates: [],
      message: `"${reference.phrase}" refers to a copy, but nothing was copied before it`,
    })
  }
  const spared = sparedBefore(reference, context)
  if (spared !== null) {
    const found = findNodes(spared, context)
    if (!found.ok) return found
    return ok({
      targets: found.value.nodes.map(({ id }) => id),
      why: `"${spared.phrase}", which was excepted`,
      part: null,
    })
  }
  if (reference.pronoun === 'them') {
    const several = severalSaid(reference, context)
    if (several !== null) return several
  }
  if (context.last.length === 0) {
    // What would be gone is not asked about: it has to be named.
    const isFirst = context.mentioned.size === 0
    const mayAsk =
      isFirst && context.stake !== 'destroy' && reference.pronoun !== 'one' && reference.pronoun !== 'ones'
    const candidates = mayAsk ? mainThings(context.index, MOST_ASKED).map(({ id }) => id) : []
    return fail({
      code: candidates.length > 0 ? 'reference-ambiguous' : 'reference-unknown',
      reference,
      candidates,
      message: `"${reference.phrase}" refers to something said before, but nothing was`,
    })
  }
  if (reference.except.length === 0)
    return ok({ targets: context.last, why: `"${reference.phrase}" is what was said before`, part: null })
  const excluded = exceptions(reference, context, findNodes)
  if (!excluded.ok) return excluded
  const targets = context.last.filter((target) => typeof target !== 'string' || !excluded.value.has(target))
  if (targets.length < context.last.length) return ok({ targets, why: `"${reference.phrase}"`, part: null })
  return fail({
    code: 'reference-unknown',
    reference,
    candidates: [],
    message: `none of what was said before is excepted in "${reference.phrase}", so nothing would be left out`,
  })
}

/** "all headings bold except Bags; make that one italic": one is spoken of, and one was left out. Null where that is not so. */
function sparedBefore(
  { pronoun, plural, except }: Reference,
  { last, lastReference }: ReferenceContext,
): Reference | null {
  const isOne =
    (pronoun === 'it' || pronoun === 'this' || pronoun === 'one') && !plural && except.length === 0
  const spared = lastReference?.except
  return isOne && last.length > 1 && spared?.length === 1 && !spared[0]!.plural ? spared[0]! : null
}

/** "both of them", "all three": so many of what was said before, the last ones. Null where what was said last is meant. */
function severalSaid(reference: Reference, { last, earlier }: ReferenceContext): Found<Resolution> | null {
  const count = reference.quantity === 'both' ? 2 : reference.count
  if (last.length === (count ?? last.length) && (count !== null || last.length > 1 || earlier.size < 2))
    return null
  const said = [...earlier]
  const candidates = (last.length > 1 ? last : said).filter((target) => typeof target === 'string')
  if (count !== null && last.length > count)
    return fail({
      code: 'reference-ambiguous',
      reference,
      candidates,
      message: `"${reference.phrase}" asks for ${count}, and ${last.length} were said before`,
    })
  if (count !== null && said.length < count)
    return fail({
      code: 'reference-unknown',
      reference,
      candidates,
      message: `"${reference.phrase}" asks for ${count}, but ${said.length === 0 ? 'nothing was' : `only ${said.length} ${said.length === 1 ? 'was' : 'were'}`} said before`,
    })
  const targets = count === null ? said : said.slice(-count)
  return ok({ targets, why: `"${reference.phrase}" is what was said before`, part: null })
}
