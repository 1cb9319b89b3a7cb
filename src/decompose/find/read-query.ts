import { stem } from '../../document/words.ts'
import { addKind, addWords, draftQuery, hasHead, isEmpty, LOOK_WEIGHT } from './draft-query.ts'
import type { DraftQuery } from './draft-query.ts'
import { isAct } from './phrase-grammar.ts'
import type { Tag, Tagged } from './phrase-grammar.ts'
import type { Query, QueryRelationName } from './query.ts'
import { readFrom, readSides } from './read-sides.ts'
import { TaggedWords } from './tagged-words.ts'
import type { SaidSpan } from './tagged-words.ts'

/** "the dot left of the dot above the name": a chain of anchors is read three deep. */
const MAX_DEPTH = 3
/** Words that a component says as they stand weigh double. */
const SAID_WEIGHT = 2

/** Reads any words as a description of a component; never fails, and leaves out what it cannot use. O(words). */
export function readQuery(words: readonly string[], said: readonly SaidSpan[]): Query {
  return readNounPhrase(new TaggedWords(words, said), 0, words.length)
}

function readNounPhrase(words: TaggedWords, depth: number, until: number): DraftQuery {
  const draft = draftQuery()
  const outer = words.until
  words.until = until
  let before: Tag['tag'] | null = null
  while (!words.atEnd) {
    const span = words.saidHere()
    if (span === undefined) {
      before = step(words, draft, words.here(), before, depth)
      continue
    }
    draft.units.push({
      words: words.words.slice(span.start, span.end).map(stem),
      concept: null,
      isSaid: true,
      weight: SAID_WEIGHT,
    })
    words.at = span.end
    before = null
  }
  words.until = outer
  return draft
}

/** Reads the next word or phrase into the draft, and gives what it was. */
function step(
  words: TaggedWords,
  draft: DraftQuery,
  next: Tagged,
  before: Tag['tag'] | null,
  depth: number,
): Tag['tag'] | null {
  const start = words.at
  words.at += next.words.length
  if (next.tag === null) {
    const isSecondAct = start > 0 && isAct(next.words[0]!) && words.words[start + 1] === 'on'
    if (!isSecondAct) addWords(draft, next.words)
    return null
  }
  switch (next.tag.tag) {
    case 'concept':
      draft.units.push({ words: next.words, concept: next.tag.concept, isSaid: false, weight: 1 })
      break
    case 'look':
      addWords(draft, next.words, LOOK_WEIGHT)
      break
    case 'kind':
      addKind(draft, next.tag.kind, next.words, before === 'kind')
      break
    case 'ordinal':
      readOrdinal(words, draft, next.tag.ordinal)
      break
    case 'side':
      words.at = start
      readSides(words, draft, (name) => pushRelation(words, draft, name, depth))
      break
    case 'relation':
      readRelation(words, draft, next.tag.relation, start, depth)
      break
    case 'preposition':
      readPreposition(words, draft, next.tag.word, depth)
      break
    default:
      // Fillers, and what means something only beside the others.
      break
  }
  return next.tag.tag
}

function readOrdinal(words: TaggedWords, draft: DraftQuery, ordinal: number): void {
  const next = words.peek()
  if (next?.tag?.tag !== 'line') {
    draft.ordinal ??= ordinal
    return
  }
  words.at += next.words.length
  if (next.tag.of === 'row') draft.row ??= ordinal
  else draft.column ??= ordinal
}

function readRelation(
  words: TaggedWords,
  draft: DraftQuery,
  relation: QueryRelationName,
  start: number,
  depth: number,
): void {
  const isFirst = !hasHead(draft) && draft.ordinal === null
  if (isFirst && words.words[start - 1] === 'the' && (relation === 'below' || relation === 'above')) {
    // "the below option" is the one at the bottom.
    draft.sides.push(relation === 'below' ? 'bottom' : 'top')
  } else if (isFirst && start === 0 && relation === 'next') {
    // "nearby options": nothing stands before it that it could relate.
    addWords(draft, words.words.slice(start, words.at).map(stem))
  } else pushRelation(words, draft, relation, depth)
}

function pushRelation(words: TaggedWords, draft: DraftQuery, name: QueryRelationName, depth: number): void {
  if (depth >= MAX_DEPTH) return
  const start = words.at
  const and = name === 'between' ? words.words.indexOf('and', start) : -1
  if (and > start && and < words.until) {
    const first = readNounPhrase(words, depth + 1, and)
    words.at = and + 1
    draft.relations.push({ name, anchor: first, other: readNounPhrase(words, depth + 1, words.until) })
    return
  }
  const anchor = readNounPhrase(words, depth + 1, words.until)
  if (isEmpty(anchor) && anchor.sides.length === 0) readPlainly(words, anchor, start)
  if (draft.sides.length === 0) draft.sides.push(...anchor.sides)
  if (!isEmpty(anchor)) draft.relations.push({ name, anchor, other: null })
  // "at the top right of the page": there is no anchor, so it is a side.
  else if (name === 'left' || name === 'right') draft.sides.push(name)
}

/** What grammar makes nothing of is a name after all: "the icon above me". */
function readPlainly(words: TaggedWords, draft: DraftQuery, start: number): void {
  for (let at = start; at < words.at; at++) {
    const tag = words.peekTag(at)
    if (tag === 'page' || tag === 'corner') return
    if (words.words[at] !== 'the') addWords(draft, [stem(words.words[at]!)])
  }
}

function readPreposition(words: TaggedWords, draft: DraftQuery, word: string, depth: number): void {
  const after = words.afterFillers(words.at)
  const next = words.peek(after)
  if (next === null) return
  const tag = next.tag?.tag
  if (tag === 'page') {
    words.at = after + next.words.length
  } else if (tag === 'side') {
    if ((word === 'from' || word === 'to') && draft.ordinal !== null && draft.from.length === 0)
      readFrom(words, draft, after)
    else words.at = after
  } else if (tag === 'ordinal' && word === 'from' && draft.ordinal !== null && next.words.includes('last')) {
    draft.from.push('bottom')
    words.at = after + next.words.length
  } else if (word === 'of') {
    readOfSide(words, draft, depth)
  } else if (isPlace(word) && hasHead(draft) && canBeAnchor(words, next, after)) {
    words.at = after
    pushRelation(words, draft, 'inside', depth)
  }
}

/** "the right option of wave" */
function readOfSide(words: TaggedWords, draft: DraftQuery, depth: number): void {
  const side = draft.sides[draft.sides.length - 1]
  if (draft.units.length > 0 || draft.kind === null || (side !== 'left' && side !== 'right')) return
  draft.sides.pop()
  pushRelation(words, draft, side, depth)
}

function isPlace(word: string): boolean {
  return word === 'in' || word === 'on' || word === 'from' || word === 'at'
}

const NO_ANCHOR: ReadonlySet<string> = new Set(['look', 'relation', 'preposition', 'corner', 'says'])

function canBeAnchor(words: TaggedWords, { tag, words: own }: Tagged, at: number): boolean {
  if (tag === null) return true
  if (tag.tag === 'ordinal') return words.peekTag(at + own.length) !== 'line'
  return !NO_ANCHOR.has(tag.tag)
}
