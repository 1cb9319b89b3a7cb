import { fail, ok } from '../../base/result.ts'
import type { Target } from '../../command/step.ts'
import { typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import { sensesOf } from '../lexicon/lexicon.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { choose } from './choose.ts'
import { byExactId, byLooseId } from './find-by-id.ts'
import { notNamed } from './destroyed.ts'
import { findSaid } from './find-said.ts'
import { nameAlone } from './name-alone.ts'
import { ownParts } from './own-parts.ts'
import type { FoundNodes } from './found-nodes.ts'
import { sayingAll, sayingQuoted } from './saying-all.ts'
import { nameScore, saysText } from './match-names.ts'
import { narrow } from './narrow.ts'
import { merged, pools, rarest } from './pools.ts'
import type { ReferenceContext } from './reference-context.ts'
import type { Found, ReferenceFailure } from './reference-failure.ts'
import { ambiguous, unknownReference } from './reference-failure.ts'

/**
 * The components that a phrase without parts and bare pronouns means: by id, else from the first pool in which something
 * fits all that is said.
 */
export function findNodes(reference: Reference, context: ReferenceContext): Found<FoundNodes> {
  const found = find(reference, context)
  if (!found.ok || context.stake !== 'destroy' || reference.said !== null) return found
  const unnamed = notNamed(reference, found.value.nodes)
  return unnamed === null ? found : fail(unnamed)
}

function find(reference: Reference, context: ReferenceContext): Found<FoundNodes> {
  const { index } = context
  if (reference.id !== null) {
    const node = index.node(reference.id) ?? byLooseId(index, reference.id)
    if (node !== undefined) return ok({ nodes: [node], why: `id ${node.id}` })
    return fail(unknownReference(reference, index, `there is no component with the id "${reference.id}"`))
  }
  if (reference.said !== null) return findSaid(reference, reference.said, context, findNodes)
  const bare = nameAlone(reference, index)
  if (bare !== null) {
    const found = findSaid({ ...reference, names: [], said: bare }, bare, context, findNodes)
    if (found.ok || found.error.code === 'reference-ambiguous') return found
  }
  const named = byExactId(reference, index)
  if (named !== null) return ok({ nodes: [named], why: `id ${named.id}` })
  const whole = sayingAll(reference, index)
  const saying = whole.length > 0 ? whole : sayingQuoted(reference, index)
  if (saying.length > 0)
    return saying.length === 1 || reference.plural || reference.quantity !== null
      ? ok({ nodes: saying, why: `says what "${reference.phrase}" says` })
      : fail(ambiguous(reference, saying))
  const completed = complete(reference, context)
  if (isCountedAlone(completed))
    return fail(
      unknownReference(reference, index, `"${reference.phrase}" does not say which kind is counted`),
    )
  const owned = isNaming(completed) ? insideNoun(completed) : null
  const owners = owned === null ? null : findNodes(owned, context)
  if (owners?.ok === true) return owners
  let first: ReferenceFailure | null = null
  for (const pool of pools(completed, index)) {
    if (pool.nodes.length === 0) continue
    const narrowed = narrow(completed, pool, context, findNodes)
    if (narrowed.ok && narrowed.value.length > 0) {
      const chosen = choose(completed, narrowed.value, context)
      if (chosen.ok) return ok({ nodes: chosen.value, why: pool.why })
      const literal = asOneName(reference, context)
      if (literal !== null) return ok({ nodes: [literal], why: `called "${reference.phrase}"` })
      // "the three boxes" of a single container: there may be three of the next kind.
      if (chosen.error.code === 'reference-ambiguous' || completed.count === null) return chosen
      first ??= chosen.error
    } else if (!narrowed.ok) {
      if (narrowed.error.code === 'reference-ambiguous') return narrowed
      first ??= narrowed.error
    }
  }
  const literal = asOneName(reference, context)
  if (literal !== null) return ok({ nodes: [literal], why: `called "${reference.phrase}"` })
  const inside = insideNoun(completed) ?? besideName(completed)
  const held = inside === null ? null : findNodes(inside, context)
  if (held?.ok === true) return held
  const parts = ownParts(completed, context, findNodes)
  if (parts !== null) return parts
  return fail(
    first ?? unknownReference(reference, index, `nothing in the document fits "${reference.phrase}"`),
  )
}

/** "the second", "the last one", where nothing was spoken of before: of all components of a screen nobody counts. */
function isCountedAlone({
  types,
  names,
  quoted,
  said,
  generic,
  relations,
  filters,
  ordinals,
  take,
  parity,
}: Reference): boolean {
  const isCounted = ordinals.length > 0 || take !== null || parity !== null
  if (!isCounted || types !== null || quoted !== null || said !== null || generic) return false
  return relations.length === 0 && filters.length === 0 && names.every((name) => name.startsWith('?'))
}

/** "the product names": what the products hold, not all that has such a word in its id. */
function isNaming({ noun }: Reference): boolean {
  return noun === 'names' || noun === 'name'
}

/** "the menu links": where no name fits, a noun before the noun is what holds it. Null where there is none. */
function insideNoun(reference: Reference): Reference | null {
  const { names, types, relations } = reference
  const last = names[names.length - 1]
  if (types === null || last === undefined || reference.parts.length > 0) return null
  const senses = sensesOf(last)
  if (senses.types === undefined) return null
  const anchor: Reference = {
    ...NO_REFERENCE,
    start: reference.start,
    end: reference.end,
    phrase: reference.phrase,
    types: senses.types,
    role: senses.role ?? null,
    noun: last,
    names: names.slice(0, -1),
    plural: reference.plural || reference.quantity !== null,
  }
  return {
    ...reference,
    names: [],
    relations: [...relations, { kind: 'relation', relation: 'inside', anchor }],
  }
}

/** "the Oslo button": where no button is called so, that of what is. Null where more is said of it. */
function besideName(reference: Reference): Reference | null {
  const { names, types, relations, filters, quoted } = reference
  if (types === null || names.length === 0 || names.some((name) => name.startsWith('?'))) return null
  if (relations.length > 0 || filters.length > 0 || quoted !== null) return null
  const { start, end, phrase } = reference
  const anchor: Reference = { ...NO_REFERENCE, start, end, phrase, names }
  return { ...reference, names: [], relations: [{ kind: 'relation', relation: 'inside', anchor }] }
}

/** "the first band card ..., the others": the name holds for several, so it is part of what they are. */
function namesSeveral({ types, names }: Reference, index: DocumentIndex): boolean {
  if (types === null || names.length === 0) return false
  return merged(index, types[0]!).filter((node) => nameScore(node, names) >= 0.6).length > 1
}

/** "the check in field": what looked like a place was part of the name. */
function asOneName(reference: Reference, context: ReferenceContext): TreeNode | null {
  const [relation] = reference.relations
  if (
    reference.relations.length !== 1 ||
    relation?.kind !== 'relation' ||
    relation.anchor.relations.length > 0 ||
    relation.anchor.id !== null ||
    reference.plural
  )
    return null
  const { anchor } = relation
  const noun = splitWords(anchor.noun ?? '')
  const words = splitWords(reference.phrase).filter((word) => word !== 'the' && word !== 'a')
  const names =
    noun.length > 0 && words.slice(-noun.length).join(' ') === noun.join(' ')
      ? words.slice(0, -noun.length)
      : words
  const nodes =
    anchor.types === null
      ? context.index.withWord(rarest(context.index, words))
      : anchor.types.flatMap((tier) => merged(context.index, tier))
  // All of the words must stand there: "the form's title" is no name of the form.
  const fitting = [...new Set(nodes)].filter((node) => saysText(node, names.join(' ')) > 0)
  return names.length > 1 && fitting.length === 1 ? fitting[0]! : null
}

/** "the other one", "the last one", "the red ones": the noun is that of the clause before. */
function complete(reference: Reference, { index, lastReference, last }: ReferenceContext): Reference {
  const hasHead =
    reference.types !== null ||
    reference.names.some((name) => !name.startsWith('?')) ||
    reference.quoted !== null ||
    reference.said !== null ||
    reference.generic
  if (hasHead || lastReference === null) return reference
  const source = lastReference.parts.length > 0 ? lastReference.parts[0]! : lastReference
  const plural = reference.plural || reference.quantity === 'others' || reference.pronoun === 'ones'
  const isOther = reference.quantity === 'others' || reference.quantity === 'other'
  const type = source.types === null && isOther ? typeOfAll(last, index) : null
  if (type !== null) return { ...reference, types: [[type]], plural }
  return {
    ...reference,
    types: source.types,
    role: source.role,
    noun: source.noun,
    said: source.said,
    names: source.types === null || namesSeveral(source, index) ? source.names : reference.names,
    plural,
  }
}

/** "the pro plan yellow, the others white": no noun was said, so others of the type that it has. Null where they differ. */
function typeOfAll(targets: readonly Target[], index: DocumentIndex): string | null {
  const types = new Set(
    targets.map((target) => {
      const node = typeof target === 'string' ? index.node(target) : undefined
      return node === undefined ? null : typeOf(node.component)
    }),
  )
  return types.size === 1 ? [...types][0]! : null
}
