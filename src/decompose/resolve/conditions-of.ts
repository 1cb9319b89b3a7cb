import { unreachable } from '../../base/invariant.ts'
import { properties } from '../../document/native-table.ts'
import type { Filter, Reference, Relation } from '../reference.ts'

/** One thing that a phrase says of the components it means. */
export interface Condition {
  /** The phrase up to this thing. */
  readonly reference: Reference
  /** What is to be said of those that it leaves out. */
  readonly otherwise: string
}

/**
 * The things that a phrase says, one after the other: its noun, its names, what it quotes, what they look like, where they
 * stand, which are excepted, which of them are counted.
 */
export function conditionsOf(reference: Reference): Condition[] {
  const { names, types, quoted, filters, relations, except } = reference
  const conditions: Condition[] = []
  let said: Reference = {
    ...reference,
    names: types === null ? names : [],
    quoted: types === null && names.length === 0 ? quoted : null,
    filters: [],
    relations: [],
    except: [],
    ordinals: [],
    take: null,
    parity: null,
    superlative: null,
    quantity: 'all',
    plural: true,
  }
  const add = (more: Partial<Reference>, otherwise: string): void => {
    said = { ...said, ...more }
    conditions.push({ reference: said, otherwise })
  }
  add({}, '')
  const called = names.filter((name) => !name.startsWith('?'))
  if (said.names.length < names.length && called.length > 0)
    add({ names: called }, `is not called "${called.join(' ')}"`)
  if (quoted !== said.quoted) add({ quoted }, `does not say "${quoted ?? ''}"`)
  filters.forEach((filter, i) => add({ filters: filters.slice(0, i + 1) }, filterText(filter)))
  relations.forEach((relation, i) => add({ relations: relations.slice(0, i + 1) }, relationText(relation)))
  if (except.length > 0) add({ except }, 'is excepted')
  conditions.push({ reference, otherwise: countText(reference) })
  return conditions
}

function filterText(filter: Filter): string {
  switch (filter.kind) {
    case 'color':
      return `is not ${filter.hex}`
    case 'shade':
      return `is not ${filter.shade}`
    case 'size':
      return `is not the ${filter.size === 'big' ? 'biggest' : 'smallest'}`
    case 'state':
      return `is ${filter.negated ? '' : 'not '}${filter.state}`
    case 'style':
      return `has not the ${properties[filter.style.property].label} ${String(filter.style.value)}`
    case 'has':
      return `has ${filter.negated ? 'a' : 'no'} ${whatItHas(filter)}`
    case 'holds':
      return `holds ${filter.negated ? '' : 'no '}"${filter.of.phrase}"`
    default:
      return unreachable(filter)
  }
}

function whatItHas({ words, property, types }: Extract<Filter, { kind: 'has' }>): string {
  if (words.length > 0) return `"${words.join(' ')}"`
  return property ?? types?.[0]?.[0] ?? 'such part'
}

function relationText(relation: Relation): string {
  switch (relation.kind) {
    case 'relation':
      return `is not ${relation.relation === 'next' ? 'next to' : relation.relation} "${relation.anchor.phrase}"`
    case 'between':
      return `is not between "${relation.anchor.phrase}" and "${relation.other.phrase}"`
    case 'side':
      return `is not at the ${relation.sides.join(' ')}`
    case 'row':
      return `is in another ${relation.of}`
    default:
      return unreachable(relation)
  }
}

/** Why one that fits everything else is not among those counted. */
function countText({ ordinals, take, parity, superlative, quantity }: Reference): string {
  if (superlative !== null) return 'has not the most of it'
  if (ordinals.length > 0) return `is not ${ordinals.map(ordinalText).join(' or ')}`
  if (take !== null) return `is not among the ${take > 0 ? 'first' : 'last'} ${Math.abs(take)}`
  if (parity !== null) return `is not ${parity}`
  if (quantity === 'others' || quantity === 'other') return 'was spoken of before'
  return 'fits less well'
}

function ordinalText(ordinal: number): string {
  if (ordinal === -1) return 'the last'
  return ordinal > 0 ? `number ${ordinal}` : `number ${-ordinal} from the end`
}
