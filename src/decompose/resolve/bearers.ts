import type { Component, NameSource } from '../../document/blueprint.ts'
import { namesOf, typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { placedWords } from '../../document/name-words.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { SaidName } from '../reference.ts'
import { Candidates, COST } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { rarest } from './pools.ts'

/** The components that bear a name, by what bears it, cheapest first. O(components with its rarest word). */
export function bearersOf(said: SaidName, index: DocumentIndex): Candidate[] {
  const found = new Candidates()
  if (said.how === 'shape')
    for (const node of index.bearers({ how: 'shape', field: 'text', key: said.key }))
      found.add(node, COST.shape, `looks like a ${said.text}`)
  const name = nameOf(said)
  const words = splitWords(name.words.join(' '))
  if (words.length === 0) return found.sorted()
  for (const node of index.withWord(rarest(index, words))) {
    const evidence = evidenceOf(node.component, name)
    if (evidence !== null) found.add(node, evidence.cost, `${evidence.why} "${said.text}"`)
  }
  const bearing = found.sorted()
  const nodes = new Set(bearing.map(({ node }) => node))
  return bearing
    .map((bearer) =>
      isInsideAny(bearer.node, nodes) ? { ...bearer, cost: bearer.cost + COST.insideBearer } : bearer,
    )
    .sort((a, b) => a.cost - b.cost)
}

/** A name in the forms in which it is compared. */
interface Name {
  readonly text: string
  readonly words: readonly string[]
  readonly stems: string
}

function nameOf({ text, key, how }: SaidName): Name {
  const own = placedWords(text).words
  const stems = own.map(stem).join(' ')
  // What was misspelt is indexed under what it was to be.
  return stems === key || key === '' || how === 'shape'
    ? { text: text.trim().toLowerCase(), words: own, stems }
    : { text: key, words: key.split(' '), stems: key }
}

interface Evidence {
  readonly cost: number
  readonly why: string
}

function evidenceOf(component: Component, name: Name): Evidence | null {
  let best: Evidence | null = null
  for (const { source, value } of namesOf(component)) {
    if (source === 'role') continue
    const evidence = ofName(source, value, component, name)
    if (evidence !== null && (best === null || evidence.cost < best.cost)) best = evidence
  }
  return best
}

function ofName(source: NameSource, value: string, component: Component, name: Name): Evidence | null {
  if (source === 'id') return ofId(value, typeOf(component), name)
  const evidence = ofText(value, name)
  // Nobody reads what an icon is called.
  return source === 'icon' && evidence !== null ? { ...evidence, cost: evidence.cost + COST.id } : evidence
}

function ofText(value: string, { text, words, stems }: Name): Evidence | null {
  if (value.trim().toLowerCase() === text) return { cost: 0, why: 'says' }
  const own = placedWords(value).words
  if (own.join(' ') === words.join(' ')) return { cost: COST.otherSigns, why: 'says' }
  const ownStems = own.map(stem).join(' ')
  if (ownStems === stems) return { cost: COST.otherForm, why: 'says nearly' }
  return ` ${ownStems} `.includes(` ${stems} `)
    ? { cost: COST.partOfText, why: 'says among other words' }
    : null
}

function ofId(id: string, type: string, { text, words, stems }: Name): Evidence | null {
  if (id.toLowerCase() === text) return { cost: COST.id, why: 'has the id' }
  const split = splitWords(id)
  const own = ` ${split.map(stem).join(' ')} `
  if (!own.includes(` ${stems} `)) return null
  const form = ` ${split.join(' ')} `.includes(` ${words.join(' ')} `) ? 0 : COST.otherForm
  const rest = own.replace(` ${stems} `, ' ').trim()
  if (rest === '') return { cost: COST.id + form, why: 'has the id' }
  const kind = new Set(splitWords(type).map(stem))
  return rest.split(' ').every((word) => kind.has(word))
    ? { cost: COST.idAndType + form, why: 'has its type and' }
    : { cost: COST.partOfId, why: 'has in its id' }
}

function isInsideAny(node: TreeNode, others: ReadonlySet<TreeNode>): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) if (others.has(outer)) return true
  return false
}
