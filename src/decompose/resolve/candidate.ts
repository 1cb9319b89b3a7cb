import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Stake } from './reference-context.ts'

/** A component that a name may mean. */
export interface Candidate {
  readonly node: TreeNode
  /** How far-fetched it is: 0 says exactly this, is named by nothing else, and is on the rung that is wanted. */
  readonly cost: number
  /** In words, for the trace. */
  readonly why: string
  /** The part of it that is meant, where it has no component of its own. */
  readonly part: PropertyName | null
}

/**
 * What makes a candidate dearer. The order is the order of evidence: exact text, id, words of a text, words of an id. Two
 * candidates less than a margin apart are both meant as far as anybody can tell.
 */
export const COST = {
  /** The words of a whole text, with other signs between them: "Where to" for "Where to?". */
  otherSigns: 1,
  /** A whole text but for singular and plural: "Cinnamon roll" for "Cinnamon rolls". */
  otherForm: 4,
  /** A whole id, or all of it but the words of its type. */
  id: 4,
  idAndType: 9,
  /** What a text looks like: "the phone number". */
  shape: 6,
  partOfText: 13,
  partOfId: 14,
  /** A picture in the card that is called so, too. */
  insideBearer: 4,
  /** Another rung than the one that is wanted. */
  otherRung: 6,
  /** A step up, down or aside to what the noun says. */
  lifted: 1,
  within: 2,
  beside: 3,
  /** The noun's next tier of types. */
  tier: 3,
} as const

const MARGINS: Readonly<Record<Stake, number>> = { look: 3, text: 3, structure: 5, destroy: 8 }

/** Rivals stand less than this above the best. */
export function marginOf(stake: Stake | undefined): number {
  return MARGINS[stake ?? 'look']
}

/** Candidates by cost, each component once, the cheapest way to it. */
export class Candidates {
  readonly #best = new Map<TreeNode, Candidate>()

  add(node: TreeNode, cost: number, why: string, part: PropertyName | null = null): void {
    const known = this.#best.get(node)
    if (known === undefined || cost < known.cost) this.#best.set(node, { node, cost, why, part })
  }

  get size(): number {
    return this.#best.size
  }

  sorted(): Candidate[] {
    return [...this.#best.values()].sort((a, b) => a.cost - b.cost || a.node.order - b.node.order)
  }
}
