import type { Step, StepKind, Target } from '../command/step.ts'
import { typeOf } from '../document/blueprint.ts'
import type { Transaction } from '../document/transaction.ts'
import { ofItsText } from './aspect.ts'
import type { Clause, Wish } from './clause.ts'
import { lowerWish } from './lower/lower-wish.ts'
import type { LowerContext, LowerFailure, Lowered } from './lower/lowering.ts'
import type { Reference } from './reference.ts'

/** A clause with what it means in the document. */
export interface PlannedClause {
  readonly clause: Clause
  readonly family: string
  readonly firstStep: number
  readonly lowered: Lowered | null
  readonly failure: LowerFailure | null
}

/**
 * Gives the clauses of one command their meaning in a document, in reading order, and remembers what was spoken of.
 * Clauses joined by "and" are planned together before any of them runs; after "then" the next are planned against the
 * document as edited (spec, "Order of things").
 */
export class Planner {
  readonly #transaction: Transaction
  readonly #madeTypes = new Map<number, string>()
  readonly #mentioned = new Set<string>()
  #last: readonly Target[] = []
  /** In the order in which they were last spoken of. */
  readonly #earlier = new Set<Target>()
  #lastReference: Reference | null = null
  #made: number | null = null
  #before: Wish | null = null
  #steps = 0
  /** "In the footer, ...": where the next references are looked for first. */
  #scope: Reference | null = null

  constructor(transaction: Transaction) {
    this.#transaction = transaction
  }

  plan(clause: Clause): PlannedClause {
    const firstStep = this.#steps
    const context = this.#context()
    const scoped = this.#scope === null ? null : withinScope(clause.wish, this.#scope)
    if (scoped !== null) {
      const inside = lowerWish(scoped, context)
      if (inside.ok) return this.#accept(clause, clause.family, scoped, inside.value, firstStep)
      const itsText = ofItsText(scoped)
      const text = itsText === null ? null : lowerWish(itsText, context)
      if (text?.ok === true) return this.#accept(clause, clause.family, itsText!, text.value, firstStep)
    }
    const primary = lowerWish(clause.wish, context)
    if (primary.ok) return this.#accept(clause, clause.family, clause.wish, primary.value, firstStep)
    if (primary.error.code !== 'reference-ambiguous') {
      for (const { family, wish } of this.#others(clause)) {
        const other = lowerWish(wish, context)
        if (other.ok) return this.#accept(clause, family, wish, other.value, firstStep)
      }
    }
    return { clause, family: clause.family, firstStep, lowered: null, failure: primary.error }
  }

  *#others(clause: Clause): Generator<{ family: string; wish: Wish }> {
    const text = ofItsText(clause.wish)
    if (text !== null) yield { family: clause.family, wish: text }
    for (const other of clause.alternatives()) {
      yield other
      const itsText = ofItsText(other.wish)
      if (itsText !== null) yield { family: other.family, wish: itsText }
    }
  }

  #context(): LowerContext {
    return {
      index: this.#transaction.index,
      transaction: this.#transaction,
      last: this.#last,
      earlier: this.#earlier,
      lastReference: this.#lastReference,
      mentioned: this.#mentioned,
      made: this.#made,
      before: this.#before,
      firstStep: this.#steps,
      typeOfMade: (madeBy) => this.#madeTypes.get(madeBy) ?? null,
    }
  }

  #accept(clause: Clause, family: string, wish: Wish, lowered: Lowered, firstStep: number): PlannedClause {
    lowered.steps.forEach((step, i) => this.#note(step, firstStep + i))
    this.#steps += lowered.steps.length
    for (const target of lowered.targets) if (typeof target === 'string') this.#mentioned.add(target)
    if (lowered.makes >= 0) {
      this.#made = firstStep + lowered.makes
      this.#last = wish.kind === 'add' ? lowered.targets : [{ madeBy: this.#made }]
    } else if (wish.kind !== 'token') this.#last = lowered.targets
    if (
      lowered.reference !== null &&
      lowered.reference.pronoun !== 'it' &&
      lowered.reference.pronoun !== 'them'
    )
      this.#lastReference =
        lowered.reference.pronoun === null ? lowered.reference : (this.#lastReference ?? lowered.reference)
    if (wish.kind !== 'token') {
      for (const target of this.#last) this.#earlier.delete(target)
      if (wish.kind !== 'delete') for (const target of this.#last) this.#earlier.add(target)
    }
    if (wish.kind === 'topic') this.#scope = wish.target
    else if (clause.afterThen) this.#scope = null
    if (
      wish.kind !== 'again' &&
      wish.kind !== 'topic' &&
      !(wish.kind === 'style' && wish.effects.length === 0)
    )
      this.#before = wish
    return { clause, family, firstStep, lowered, failure: null }
  }

  #note(step: Step, position: number): void {
    if (step.kind === 'add') this.#madeTypes.set(position, step.component.type)
    else if (step.kind === 'wrap') this.#madeTypes.set(position, step.container.type)
    else if (step.kind === 'duplicate') {
      const [first] = step.targets
      const node = typeof first === 'string' ? this.#transaction.index.node(first) : undefined
      if (node !== undefined) this.#madeTypes.set(position, typeOf(node.component))
    }
  }
}

/** The wish with its target looked for inside the topic. */
function withinScope(wish: Wish, scope: Reference): Wish | null {
  if (
    !('target' in wish) ||
    wish.target.pronoun !== null ||
    wish.target.id !== null ||
    wish.target.parts.length > 0
  )
    return null
  return {
    ...wish,
    target: {
      ...wish.target,
      relations: [...wish.target.relations, { kind: 'relation', relation: 'inside', anchor: scope }],
    },
  }
}

/** Kinds of steps that put a component exactly where it was told; an overlap that makes is the speaker's wish. */
export const EXACT: ReadonlySet<StepKind> = new Set(['shift', 'align', 'place-at'])
