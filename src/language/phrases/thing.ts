import type { Chart } from '../frames/chart.ts'
import { isBoundary } from '../../decompose/cursor.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import { draftReference } from '../../decompose/read/draft-reference.ts'
import { filterOf } from '../../decompose/read/filter-of.ts'
import { isName } from '../../decompose/read/noun-words.ts'
import { readBeforeNoun } from '../../decompose/read/read-before-noun.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { SpottedName } from '../text/spotted.ts'
import { describedThings, settle } from './described-things.ts'
import type { Read } from './read.ts'
import { COST } from './thing-costs.ts'
import {
  clone,
  copy,
  demoted,
  isElliptic,
  isEmpty,
  isCounted,
  isGrammar,
  isSmall,
  isVariant,
  withNoun,
} from './thing-draft.ts'
import type { ThingDraft } from './thing-draft.ts'

const MOST_STEPS = 80
const MOST_WORDS = 12

/** Every likely noun phrase that begins at a place, likeliest and longest first. */
export function readThings(chart: Chart, at: number): readonly Read<Reference>[] {
  return new ThingReader(chart, at).read()
}

class ThingReader {
  readonly #chart: Chart
  readonly #at: number
  #steps = 0
  readonly #bases: Read<ThingDraft>[] = []

  constructor(chart: Chart, at: number) {
    this.#chart = chart
    this.#at = at
  }

  read(): readonly Read<Reference>[] {
    const cursor = this.#chart.cursor(this.#at, 0)
    const first = cursor.peek()
    if (cursor.atEnd || first.token.kind === 'separator') return []
    const draft = { ...draftReference(), start: first.start }
    // A name that begins with a small word ("Your name", "Where to?") is a name first.
    this.#walk(this.#at, clone(draft), 0)
    readBeforeNoun(cursor, draft)
    if (first.senses.grammar === 'the' && cursor.at > this.#at + 1)
      for (const name of this.#chart.namesAt(this.#at + 1))
        if (name.how === 'whole') this.#name(name, { ...draftReference(), start: draft.start }, 0)
    if (
      draft.pronoun === 'this' &&
      first.senses.grammar === 'that' &&
      cursor.at > this.#at &&
      this.#isNounAhead(cursor.at)
    ) {
      draft.pronoun = null
      draft.demonstrative = true
      this.#walk(cursor.at, draft, 0)
    } else if (draft.pronoun !== null) this.#emit(draft, cursor.at, 0)
    else if (cursor.at > this.#at) {
      if (isElliptic(draft)) {
        if (draft.quantity === 'both' || draft.count !== null)
          draft.pronoun = draft.quantity === 'both' || draft.count !== null ? 'them' : null
        this.#emit(draft, cursor.at, COST.elliptic)
        draft.pronoun = null
      }
      this.#walk(cursor.at, draft, 0)
    }
    return describedThings(this.#chart, this.#bases)
  }

  #walk(at: number, draft: ThingDraft, cost: number): void {
    if (++this.#steps > MOST_STEPS || at - this.#at > MOST_WORDS || at >= this.#chart.length) return
    const lexeme = this.#chart.lexemes[at]!
    for (const name of this.#chart.namesAt(at)) this.#name(name, draft, cost)
    const { token, senses, word } = lexeme
    switch (token.kind) {
      case 'quoted':
        if (draft.quoted !== null) return
        return this.#take(at + 1, { ...draft, quoted: token.word }, cost)
      case 'hash':
        if (
          /^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(token.word) &&
          this.#chart.namesAt(at).length === 0
        )
          return
        if (draft.id !== null || draft.types !== null || senses.color !== undefined) return
        this.#emit({ ...draft, id: token.word }, at + 1, cost)
        return
      case 'number':
        return this.#number(at, lexeme, draft, cost)
      case 'word':
        break
      default:
        return
    }
    if (isBoundary(lexeme)) return
    const hasHead = draft.types !== null || draft.generic || draft.pronoun !== null
    if (senses.types !== undefined) this.#take(at + 1, withNoun(draft, lexeme), cost)
    if (senses.generic === true && draft.types === null)
      this.#take(
        at + 1,
        { ...draft, generic: true, genericNoun: word, plural: draft.plural || senses.plural === true },
        cost,
      )
    if (
      (senses.pronoun === 'one' || senses.pronoun === 'ones') &&
      !hasHead &&
      (draft.filters.length > 0 ||
        draft.ordinals.length > 0 ||
        draft.relations.length > 0 ||
        draft.superlative !== null ||
        draft.parity !== null ||
        draft.said !== null ||
        draft.quoted !== null ||
        draft.names.length > 0 ||
        /(?:^| )the$/.test(this.#chart.lexemes[at - 1]?.word ?? '') ||
        draft.quantity !== null)
    )
      this.#emit(
        { ...draft, pronoun: senses.pronoun, plural: draft.plural || senses.pronoun === 'ones' },
        at + 1,
        cost,
      )
    if (hasHead) return
    const filter = filterOf(senses)
    if (filter !== null) {
      const next = copy(draft)
      next.filters = [...next.filters, filter]
      next.names = [...next.names, `?${word}`]
      this.#walk(at + 1, next, cost)
    }
    if (senses.side !== undefined && senses.relation === undefined) {
      const next = copy(draft)
      const last = next.relations[next.relations.length - 1]
      // "the top right card": one corner, not two sides.
      if (last?.kind === 'side' && last.within === null)
        next.relations = [...next.relations.slice(0, -1), { ...last, sides: [...last.sides, senses.side] }]
      else next.relations = [...next.relations, { kind: 'side', sides: [senses.side], within: null }]
      // "center the tabs" is no tabs in the center.
      this.#walk(at + 1, next, cost + (at === this.#at && senses.verb !== undefined ? COST.unknown : 0))
    }
    if (
      (senses.superlative !== undefined && senses.types === undefined) ||
      senses.ordinal !== undefined ||
      senses.quantity === 'other' ||
      senses.quantity === 'others'
    ) {
      const next = copy(draft)
      if (senses.superlative !== undefined && senses.types === undefined)
        next.superlative = senses.superlative
      else if (senses.ordinal !== undefined) next.ordinals = [...next.ordinals, senses.ordinal]
      else next.quantity = senses.quantity!
      this.#walk(at + 1, next, cost)
    }
    const isKnownName =
      draft.names.some((name) => !name.startsWith('?')) || draft.quoted !== null || draft.said !== null
    if (
      senses.property !== undefined &&
      senses.types === undefined &&
      !word.includes(' ') &&
      senses.token === undefined &&
      isEmpty(draft)
    ) {
      const next = copy(draft)
      next.names = [...next.names, ...word.split(' ')]
      this.#emit(next, at + 1, cost + COST.propertyAsName)
    }
    if (
      isName(senses) &&
      // What stands on the screen is read as that.
      this.#chart.namesAt(at).length === 0 &&
      !isVariant(this.#chart.lexemes, at) &&
      (!isKnownName || this.#isNoun(at + 1) || cost >= COST.unknown)
    ) {
      const next = copy(draft)
      next.names = [...next.names, ...word.split(' ')]
      this.#take(at + 1, next, cost + COST.unknown)
    }
  }

  #name(name: SpottedName, draft: ThingDraft, costBefore: number): void {
    let cost = costBefore
    const isFirst =
      draft.names.every((word) => word.startsWith('?')) && draft.quoted === null && draft.said === null
    const next = draft.types !== null && !name.capital ? demoted(draft, name) : copy(draft)
    if (next === null) return
    if (draft.types !== null && !name.capital) cost += 2
    const many = name.to - name.from > 1 || name.text.includes(' ')
    if (name.field === 'id' && name.how === 'whole') {
      // An id is written with its own signs; else its words are words like any others.
      if (name.capital && draft.types === null && draft.names.length === 0)
        this.#emit({ ...next, id: name.text.replace(/^#/, '') }, name.to, cost + COST.wholeName)
      else if (name.to - name.from > 1 && draft.types === null) this.#idWords(name, next, cost)
      return
    }
    if (name.how === 'whole' && isFirst && draft.said === null && (many || name.capital)) {
      next.said = { key: name.key, how: 'whole', text: name.text }
      this.#take(name.to, next, cost + (many ? COST.wholeName : COST.wholeCapital))
      return
    }
    if (
      isFirst &&
      draft.said === null &&
      (name.how === 'shape' ||
        (name.how === 'part' &&
          name.key.includes(' ') &&
          (name.capital || this.#chart.lexemes[name.from]!.senses.color === undefined)))
    ) {
      next.said = { key: name.key, how: name.how, text: name.text }
      this.#take(name.to, next, cost + COST.partFurther * name.key.split(' ').length + COST.part)
      if (name.how === 'shape') return
      next.said = null
    }
    const { senses } = this.#chart.lexemes[name.from]!
    const isBetween = this.#chart.lexemes[name.from - 1]?.senses.grammar === 'the' && this.#isNoun(name.to)
    if (!name.capital && ((isGrammar(senses) && !isBetween) || (!this.#isNoun(name.to) && isSmall(senses))))
      return
    // "delete the subtitle": a verb before what it acts on is no name, though an id has it.
    const behind = this.#chart.lexemes[name.to]?.senses.grammar
    if (!name.capital && senses.verb !== undefined && behind === 'the') return
    if (
      (senses.verb !== undefined ||
        isGrammar(senses) ||
        senses.color !== undefined ||
        senses.shade !== undefined) &&
      !name.capital
    )
      cost += 3
    for (let at = name.from; at < name.to; at++)
      next.names = [...next.names, ...this.#chart.lexemes[at]!.word.split(' ')]
    const whole = name.capital ? COST.wholeCapital : COST.wholeWord
    const part = COST.part + COST.partFurther * (name.to - name.from - 1)
    this.#take(name.to, next, cost + (name.how === 'whole' ? whole : part))
  }

  /** "the view all link" for `view_all_link`: all words but the noun at its end are its name. */
  #idWords(name: SpottedName, draft: ThingDraft, cost: number): void {
    const last = this.#chart.lexemes[name.to - 1]!
    const end = last.senses.types === undefined ? name.to : name.to - 1
    for (let at = name.from; at < end; at++)
      if (this.#chart.lexemes[at]!.token.kind !== 'possessive')
        draft.names = [...draft.names, ...this.#chart.lexemes[at]!.word.split(' ')]
    const isKind = last.senses.types !== undefined
    this.#take(name.to, isKind ? withNoun(draft, last) : draft, cost + (isKind ? COST.wholeId : 0))
  }

  #isNounAhead(at: number): boolean {
    return this.#isNoun(at) || this.#isNoun(at + 1)
  }

  #isNoun(at: number): boolean {
    const senses = this.#chart.lexemes[at]?.senses
    return senses?.types !== undefined || senses?.generic === true
  }

  #number(at: number, { token }: Lexeme, draft: ThingDraft, cost: number): void {
    if (!Number.isInteger(token.value) || token.signed === true) return
    if (token.unit !== undefined && token.unit !== '%') return
    const isAfter =
      (draft.types !== null || draft.names.some((name) => !name.startsWith('?'))) && token.unit === undefined
    const isBefore = draft.types === null && this.#isNoun(at + 1)
    if (!isAfter && !isBefore && !isCounted(this.#chart.lexemes, at)) return
    const next = copy(draft)
    next.names = [...next.names, token.word]
    if (isAfter || isBefore) this.#take(at + 1, next, cost + 1)
    if (!isAfter && token.unit === undefined && isCounted(this.#chart.lexemes, at))
      this.#walk(
        at + 1,
        { ...draft, count: token.value!, quantity: draft.quantity ?? 'all', plural: true },
        cost,
      )
  }

  /** A phrase that may end here, or go on. */
  #take(at: number, draft: ThingDraft, cost: number): void {
    this.#emit(
      draft,
      at,
      cost +
        (draft.types === null && !draft.generic && draft.quoted === null && draft.said === null
          ? COST.bareName
          : 0),
    )
    this.#walk(at, draft, cost)
  }

  #emit(draft: ThingDraft, end: number, cost: number): void {
    const value = copy(draft)
    settle(this.#chart, value, end)
    this.#bases.push({ value, end, cost })
  }
}
