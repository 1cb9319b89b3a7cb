import type { Step, Target } from '../command/step.ts'
import { typeOf } from '../document/blueprint.ts'
import type { Transaction } from '../document/transaction.ts'
import { ofItsText } from './aspect.ts'
import type { Clause, Wish } from './clause.ts'
import { lowerWish } from './lower/lower-wish.ts'
import type { LowerContext, LowerFailure, Lowered } from './lower/lowering.ts'
import type { Reference } from './reference.ts'
import { NO_REFERENCE } from './reference.ts'
import { isGuess } from './second-reading.ts'

/** A clause with what it means in the document. */
export interface PlannedClause {
  readonly clause: Clause
  readonly family: string
  readonly firstStep: number
  readonly lowered: Lowered | null
  readonly failure: LowerFailure | null
  /** Only the words' first reading was looked up in the document. */
  readonly isFirstReading: boolean
}

/** One of the wishes that a clause may stand for. */
export interface Attempt {
  readonly family: string
  readonly wish: Wish
  /** How it was made of what the family read; null where it is just that. */
  readonly how: 'inside the topic' | 'as the text of it' | 'otherwise' | null
  /** As {@link Clause.cost}. */
  readonly cost?: number
}

/** Told of each clause before it is planned: only explanations do. */
export type PlanObserver = (clause: Clause, scope: Reference | null, context: LowerContext) => void

/**
 * Gives the clauses of one command their meaning in a document, in reading order, and remembers what was spoken of.
 * Clauses joined by "and" are planned together before any of them runs; after "then" the next are planned against the
 * document as edited (spec, "Order of things").
 */
export class Planner {
  readonly #transaction: Transaction
  readonly #observe: PlanObserver | null
  readonly #madeTypes = new Map<number, string>()
  readonly #mentioned = new Set<string>()
  #last: readonly Target[] = []
  /** In the order in which they were last spoken of. */
  readonly #earlier: Set<Target>
  #lastReference: Reference | null = null
  #made: number | null = null
  #before: Wish | null = null
  #steps = 0
  /** "In the footer, ...": where the next references are looked for first. */
  #scope: Reference | null = null
  #isLeafScope = false
  /** "in the footer," was said just before: what is not in there is not meant. */
  #isClosedScope = false

  /** @param selection what is selected, or what the command before spoke of: "it" and "this" before anything is said */
  constructor(
    transaction: Transaction,
    observe: PlanObserver | null = null,
    selection: readonly Target[] = [],
  ) {
    this.#transaction = transaction
    this.#observe = observe
    this.#last = selection
    this.#earlier = new Set(selection)
  }

  plan(clause: Clause): PlannedClause {
    const firstStep = this.#steps
    const context = this.#context()
    this.#observe?.(clause, this.#scope, context)
    let failure: LowerFailure | null = null
    for (const { family, wish, how } of attemptsOf(clause, this.#scope, this.#isLeafScope)) {
      if (this.#isClosedScope && how !== 'inside the topic' && isLookedFor(wish)) continue
      // "remove the button's link", where it holds none: its address goes, nothing else may.
      if (clause.wish.kind === 'delete' && failure !== null && wish.kind !== 'style') continue
      const lowered = lowerWish(wish, context)
      if (lowered.ok && how === 'otherwise' && isGuess(wish, lowered.value.steps, context.index)) continue
      if (lowered.ok) return this.#accept(clause, family, wish, lowered.value, firstStep)
      if (wish !== clause.wish && (!this.#isClosedScope || failure !== null)) continue
      failure = lowered.error
      // What fits several is asked, not guessed at by another reading; what moves or destroys is not guessed at all.
      if (failure.code === 'reference-ambiguous' || (movesOrDestroys(wish) && wish.kind !== 'delete')) break
    }
    return { clause, family: clause.family, firstStep, lowered: null, failure, isFirstReading: false }
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
    } else if (wish.kind !== 'token' && wish.kind !== 'deed') this.#last = lowered.targets
    if (
      lowered.reference !== null &&
      lowered.reference.pronoun !== 'it' &&
      lowered.reference.pronoun !== 'them'
    )
      this.#lastReference =
        lowered.reference.pronoun === null && !isHeadless(lowered.reference)
          ? lowered.reference
          : (this.#lastReference ?? lowered.reference)
    if (wish.kind !== 'token' && wish.kind !== 'deed') {
      // "put A above B and make both bold"
      for (const step of lowered.steps)
        if (step.kind === 'move' && 'anchor' in step.place) this.#earlier.delete(step.place.anchor)
      for (const step of lowered.steps)
        if (step.kind === 'move' && 'anchor' in step.place) this.#earlier.add(step.place.anchor)
      for (const target of this.#last) this.#earlier.delete(target)
      if (wish.kind !== 'delete') for (const target of this.#last) this.#earlier.add(target)
    }
    if (wish.kind === 'topic') {
      this.#scope = wish.target
      this.#isClosedScope = wish.isInside === true
      this.#isLeafScope = lowered.targets.every(
        (target) => typeof target === 'string' && this.#transaction.index.node(target)?.children.length === 0,
      )
    } else {
      this.#isClosedScope = false
      if (clause.afterThen) this.#scope = null
    }
    if (
      wish.kind !== 'again' &&
      wish.kind !== 'topic' &&
      !(wish.kind === 'style' && wish.effects.length === 0)
    )
      this.#before = wish
    return { clause, family, firstStep, lowered, failure: null, isFirstReading: wish === clause.wish }
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

/** "the second", after "the first card": the noun is still that of the first. */
function isHeadless({ types, names, quoted, id, generic, parts }: Reference): boolean {
  return (
    types === null && names.length === 0 && quoted === null && id === null && !generic && parts.length === 0
  )
}

/** What a clause may stand for, in the order in which it is tried: the first that means something is taken. */
export function* attemptsOf(clause: Clause, scope: Reference | null, isLeaf = false): Generator<Attempt> {
  const { family, wish } = clause
  const scoped = scope === null ? null : withinScope(wish, scope)
  if (scoped !== null) {
    const text = ofItsText(scoped)
    // What holds nothing has only its own text.
    if (text !== null && isLeaf) yield { family, wish: text, how: 'inside the topic' }
    yield { family, wish: scoped, how: 'inside the topic' }
    if (text !== null && !isLeaf) yield { family, wish: text, how: 'inside the topic' }
  }
  yield { family, wish, how: null }
  const text = ofItsText(wish)
  if (text !== null) yield { family, wish: text, how: 'as the text of it' }
  for (const other of clause.alternatives()) {
    yield { ...other, how: 'otherwise' }
    const itsText = ofItsText(other.wish)
    if (itsText !== null) yield { family: other.family, wish: itsText, how: 'as the text of it' }
  }
}

/** Whether something is named that a topic may hold. */
function isLookedFor(wish: Wish): boolean {
  return withinScope(wish, NO_REFERENCE) !== null
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

function movesOrDestroys(wish: Wish): boolean {
  if (wish.kind === 'style')
    return wish.effects.some((effect) => effect.kind === 'set' && effect.property === 'hidden')
  // "swap "Old" for "New"": where nothing says "New", it is what shall be said.
  if (wish.kind === 'swap') return wish.b === null || wish.b.quoted === null
  return wish.kind === 'delete' || wish.kind === 'move'
}
