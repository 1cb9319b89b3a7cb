import { stem } from '../../document/words.ts'
import type { SideName } from '../lexicon/senses.ts'
import { conceptOf } from './icon-concepts.ts'
import { isNaming } from './noun-kinds.ts'
import type { NounKind } from './noun-kinds.ts'
import { isAct, tagAt } from './phrase-grammar.ts'
import type { Tag, Tagged } from './phrase-grammar.ts'
import type { Query, QueryRelation, QueryRelationName, Unit } from './query.ts'

/** Words of the phrase, from `start` up to `end`, that some component says as they stand. */
export interface SaidSpan {
  readonly start: number
  readonly end: number
}

interface Draft {
  units: Unit[]
  kind: NounKind | null
  typeWords: string[]
  ordinal: number | null
  from: SideName[]
  sides: SideName[]
  row: number | null
  column: number | null
  relations: QueryRelation[]
}

/** "the dot left of the dot above the name": a chain of anchors is read three deep. */
const MAX_DEPTH = 3
/** How a look ("blue", "round") counts beside a name: most documents do not say it. */
const LOOK_WEIGHT = 0.2
/** A noun after the first: "button share this app", "text check box". */
const NOUN_WEIGHT = 0.3

/** Reads any words as a description of a component; never fails, and leaves out what it cannot use. O(words). */
export function readQuery(words: readonly string[], said: readonly SaidSpan[]): Query {
  return new QueryReader(words, said).read(0, words.length)
}

class QueryReader {
  readonly #words: readonly string[]
  readonly #said: readonly SaidSpan[]
  #at = 0
  #until: number

  constructor(words: readonly string[], said: readonly SaidSpan[]) {
    this.#words = words
    this.#said = said
    this.#until = words.length
  }

  read(depth: number, until: number): Draft {
    const draft: Draft = { units: [], kind: null, typeWords: [], ordinal: null, from: [], sides: [], row: null, column: null, relations: [] }
    const outer = this.#until
    this.#until = until
    let before: Tag['tag'] | null = null
    while (this.#at < this.#until) {
      const span = this.#said.find(({ start, end }) => start === this.#at && end <= this.#until)
      if (span !== undefined) {
        draft.units.push({ words: this.#words.slice(span.start, span.end).map(stem), concept: null, isSaid: true, weight: 2 })
        this.#at = span.end
        before = null
        continue
      }
      const tagged = tagAt(this.#words, this.#at, this.#limit())
      before = this.#step(draft, tagged, before, depth)
    }
    this.#until = outer
    return draft
  }

  /** Up to the next words that are said as they stand. */
  #limit(): number {
    let limit = this.#until
    for (const { start } of this.#said) if (start > this.#at && start < limit) limit = start
    return limit
  }

  #peek(at = this.#at): Tagged | null {
    if (at >= this.#until) return null
    if (this.#said.some(({ start }) => start === at)) return { tag: null, words: [] }
    return tagAt(this.#words, at, this.#until)
  }

  #step(draft: Draft, { tag, words }: Tagged, before: Tag['tag'] | null, depth: number): Tag['tag'] | null {
    const start = this.#at
    this.#at += words.length
    if (tag === null) {
      if (!(isAct(words[0]!) && start > 0 && this.#words[start + 1] === 'on')) draft.units.push({ words, concept: null, isSaid: false, weight: 1 })
      return null
    }
    switch (tag.tag) {
      case 'concept':
        draft.units.push({ words, concept: tag.concept, isSaid: false, weight: 1 })
        break
      case 'look':
        draft.units.push({ words, concept: null, isSaid: false, weight: LOOK_WEIGHT })
        break
      case 'kind':
        addKind(draft, tag.kind, words, before === 'kind')
        break
      case 'ordinal':
        this.#readOrdinal(draft, tag.ordinal)
        break
      case 'side':
        this.#at = start
        this.#readSides(draft, depth)
        break
      case 'relation':
        this.#readRelation(draft, tag.relation, start, depth)
        break
      case 'preposition':
        this.#readPreposition(draft, tag.word, depth)
        break
      default:
        break
    }
    return tag.tag
  }

  #readOrdinal(draft: Draft, ordinal: number): void {
    const next = this.#peek()
    if (next?.tag?.tag === 'line') {
      this.#at += next.words.length
      if (next.tag.of === 'row') draft.row ??= ordinal
      else draft.column ??= ordinal
      return
    }
    draft.ordinal ??= ordinal
  }

  /** "top right corner", "bottom row", "on the left of the logo", "right side of the page". */
  #readSides(draft: Draft, depth: number): void {
    const sides: SideName[] = []
    let isCorner = false
    for (let next = this.#peek(); next !== null; next = this.#peek()) {
      if (next.tag?.tag === 'side') sides.push(next.tag.side)
      else if (next.tag?.tag === 'corner') isCorner ||= next.words.includes('corner')
      else break
      this.#at += next.words.length
    }
    const last = sides[sides.length - 1]!
    const next = this.#peek()
    const isAcross = last === 'left' || last === 'right'
    if (next?.tag?.tag === 'line') {
      this.#at += next.words.length
      const place = last === 'top' || last === 'left' ? 1 : -1
      if (next.tag.of === 'row') draft.row ??= place
      else draft.column ??= place
      return
    }
    if (next?.tag?.tag === 'relation' && next.tag.relation === 'next' && isAcross && !isCorner) {
      this.#at += next.words.length
      draft.sides.push(...sides.slice(0, -1))
      this.#pushRelation(draft, last, depth)
      return
    }
    const isOf = next?.tag?.tag === 'preposition' && (next.tag.word === 'of' || next.tag.word === 'to' || next.tag.word === 'from')
    if (isOf) {
      const after = this.#afterArticles(this.#at + 1)
      const follows = this.#peek(after)?.tag?.tag
      if (after < this.#until && follows !== 'page' && follows !== 'side' && follows !== 'line') {
        this.#at = after
        const isWithin = isCorner || last === 'middle' || (!isAcross && next.words[0] === 'of')
        draft.sides.push(...(isWithin ? sides : sides.slice(0, -1)))
        this.#pushRelation(draft, isWithin ? 'inside' : last === 'top' ? 'above' : last === 'bottom' ? 'below' : last, depth)
        return
      }
    }
    // "the icon left genesis": with a thing before and a name after, the side relates them.
    const isNamed = next !== null && (next.tag === null || next.tag.tag === 'concept' || next.tag.tag === 'kind')
    const hasHead = draft.kind !== null || draft.units.length > 0
    if (isNamed && hasHead && isAcross && !isCorner) {
      draft.sides.push(...sides.slice(0, -1))
      this.#pushRelation(draft, last, depth)
      return
    }
    draft.sides.push(...sides)
  }

  #readRelation(draft: Draft, relation: QueryRelationName, start: number, depth: number): void {
    const hasHead = draft.kind !== null || draft.units.length > 0 || draft.ordinal !== null
    if (!hasHead && this.#words[start - 1] === 'the' && (relation === 'below' || relation === 'above')) {
      // "the below option" is the one at the bottom.
      draft.sides.push(relation === 'below' ? 'bottom' : 'top')
      return
    }
    if (!hasHead && start === 0 && relation !== 'left' && relation !== 'right' && depth === 0) {
      // "nearby options": nothing stands before it that it could relate.
      draft.units.push({ words: this.#words.slice(start, this.#at).map(stem), concept: null, isSaid: false, weight: 1 })
      return
    }
    this.#pushRelation(draft, relation, depth)
  }

  #pushRelation(draft: Draft, name: QueryRelationName | SideName, depth: number): void {
    if (depth >= MAX_DEPTH || name === 'top' || name === 'bottom' || name === 'middle') return
    if (name === 'between') {
      const and = this.#words.indexOf('and', this.#at)
      if (and > 0 && and < this.#until) {
        const anchor = this.read(depth + 1, and)
        this.#at = and + 1
        draft.relations.push({ name, anchor, other: this.read(depth + 1, this.#until) })
        return
      }
    }
    const start = this.#at
    const anchor = this.read(depth + 1, this.#until)
    if (isEmpty(anchor) && anchor.sides.length === 0) this.#readPlainly(anchor, start)
    if (draft.sides.length === 0) draft.sides.push(...anchor.sides)
    if (isEmpty(anchor)) {
      // "at the top right of the page": there is no anchor, so it is a side.
      if (name === 'left' || name === 'right') draft.sides.push(name)
      return
    }
    draft.relations.push({ name, anchor, other: null })
  }

  /** What grammar makes nothing of is a name after all: "the icon above me". */
  #readPlainly(draft: Draft, start: number): void {
    for (let at = start; at < this.#at; at++) {
      const { tag, words } = tagAt(this.#words, at, at + 1)
      if (tag?.tag === 'page') return
      if (words[0] !== 'the') draft.units.push({ words, concept: null, isSaid: false, weight: 1 })
    }
  }

  #readPreposition(draft: Draft, word: string, depth: number): void {
    const after = this.#afterArticles(this.#at)
    const next = this.#peek(after)
    const kind = next?.tag?.tag
    if (next === null) return
    if (kind === 'page') {
      this.#at = after + next.words.length
      return
    }
    if (kind === 'side') {
      if ((word === 'from' || word === 'to') && draft.ordinal !== null && draft.from.length === 0) this.#readFrom(draft, after)
      else this.#at = after
      return
    }
    if (word === 'from' && draft.ordinal !== null && kind === 'ordinal' && next.words.includes('last')) {
      draft.from.push('bottom')
      this.#at = after + next.words.length
      return
    }
    const side = draft.sides[draft.sides.length - 1]
    if (word === 'of' && draft.units.length === 0 && draft.kind !== null && (side === 'left' || side === 'right')) {
      // "the right option of wave"
      draft.sides.pop()
      this.#pushRelation(draft, side, depth)
      return
    }
    const isPlace = word === 'in' || word === 'on' || word === 'from' || word === 'at'
    if (!isPlace || kind === 'look' || kind === 'relation' || kind === 'preposition' || kind === 'corner' || kind === 'says') return
    if (kind === 'ordinal' && this.#peek(after + next.words.length)?.tag?.tag === 'line') return
    if (draft.kind !== null || draft.units.length > 0) {
      this.#at = after
      this.#pushRelation(draft, 'inside', depth)
    }
  }

  /** "the 3rd from the bottom", "the first from the top left corner". */
  #readFrom(draft: Draft, at: number): void {
    this.#at = at
    for (let next = this.#peek(); next !== null; next = this.#peek()) {
      if (next.tag?.tag === 'side') draft.from.push(next.tag.side)
      else if (next.tag?.tag !== 'corner') break
      this.#at += next.words.length
    }
  }

  #afterArticles(at: number): number {
    let after = at
    while (after < this.#until && this.#peek(after)?.tag?.tag === 'skip') after++
    return after
  }
}

/** In a row of nouns the last one is the thing: "image button"; one that stands apart is a name: "button share link". */
function addKind(draft: Draft, kind: NounKind, words: readonly string[], follows: boolean): void {
  draft.typeWords.push(...words)
  const noun = words.join(' ')
  const concept = conceptOf(noun) ?? null
  const isFirst = draft.kind === null
  if (isFirst || follows) draft.kind = kind
  if (isNaming(noun)) draft.units.push({ words, concept, isSaid: false, weight: 1 })
  else if (!isFirst && !follows) draft.units.push({ words, concept: null, isSaid: false, weight: NOUN_WEIGHT })
}

function isEmpty(draft: Draft): boolean {
  return draft.units.length === 0 && draft.kind === null && draft.ordinal === null && draft.relations.length === 0
}
