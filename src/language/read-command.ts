import type { Reading } from '../decompose/clause.ts'
import { withPossessives } from '../decompose/dotted-property.ts'
import { withoutDoubles } from '../decompose/doubled-words.ts'
import type { DoubledWord } from '../decompose/doubled-words.ts'
import { isFunctionWord } from '../decompose/lexicon/function-words.ts'
import { sensesOf } from '../decompose/lexicon/lexicon.ts'
import { NO_SENSES } from '../decompose/lexicon/senses.ts'
import { stem } from '../document/words.ts'
import { lex } from '../decompose/lexeme.ts'
import type { Lexeme } from '../decompose/lexeme.ts'
import type { OwnWords } from '../decompose/own-words.ts'
import { withoutRepeatedComplaints } from '../decompose/read-command.ts'
import { isShouted } from '../decompose/text/command-words.ts'
import { spotNames } from '../decompose/text/spot.ts'
import type { Spot } from '../decompose/text/spot.ts'
import { tokenize } from '../decompose/tokenize.ts'
import type { Token } from '../decompose/token.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Reference } from '../decompose/reference.ts'
import { Chart } from './frames/chart.ts'
import { isIdle } from './frames/refine.ts'
import { refusedStretch, wholeOf } from './frames/refusals.ts'
import { outOfScopeIn, refusedClause } from './frames/out-of-scope.ts'
import { parse } from './frames/path.ts'
import { NOTHING_GIVEN } from './frames/frame.ts'
import { except } from './frames/roles.ts'
import type { Read } from './phrases/read.ts'
import { withoutFarewell } from './text/farewell.ts'
import type { SpottedName } from './text/spotted.ts'

/** A command with what of it stands on the screen: all that its reading depends on. */
export interface SpottedCommand {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly spots: readonly Spot[]
  readonly doubled: readonly DoubledWord[]
  /** The same for commands that are read the same. */
  readonly key: string
}

/** Splits a command and finds in it what stands on the screen. O(length). */
export function spotCommand(text: string, index: DocumentIndex): SpottedCommand {
  const written = tokenize(text)
  const split = withPossessives(text, written)
  // "hero.color" is a property of the hero, unless a component has that id.
  const { tokens: said, doubled } = withoutDoubles(
    split.ids.some((id) => index.has(id)) ? written : split.tokens,
  )
  const tokens = isShouted(text) ? said.map((token) => ({ ...token, capital: false })) : said
  const spots = withWords(spotNames(tokens, text, index), tokens, index)
  return { text, tokens, spots, doubled, key: keyOf(text, tokens, spots) }
}

/** The single words that some id or text of the document has and no longer name holds: "salary" of `salary_badge`. */
function withWords(spots: readonly Spot[], tokens: readonly Token[], index: DocumentIndex): readonly Spot[] {
  const found: Spot[] = []
  let reach = 0
  let next = 0
  for (const [at, { kind, word }] of tokens.entries()) {
    for (; next < spots.length && spots[next]!.from <= at; next++) {
      const { to, how, field, weak } = spots[next]!
      if (how === 'whole' && field !== 'id' && !weak) reach = Math.max(reach, to)
    }
    if (kind !== 'word' || at < reach || sensesOf(word).types !== undefined) continue
    if (!index.hasWord(word) && !index.hasType(word)) continue
    // "the from select": between an article and a noun a small word is a name.
    if (
      isFunctionWord(word) &&
      !(
        sensesOf(tokens[at - 1]?.word ?? '').grammar === 'the' &&
        sensesOf(tokens[at + 1]?.word ?? '').types !== undefined
      )
    )
      continue
    found.push({
      from: at,
      to: at + 1,
      how: 'part',
      field: 'id',
      key: stem(word),
      many: true,
      capital: false,
      weak: sensesOf(word) !== NO_SENSES,
    })
  }
  return found.length === 0 ? spots : [...spots, ...found].toSorted((a, b) => a.from - b.from || b.to - a.to)
}

function keyOf(text: string, tokens: readonly Token[], spots: readonly Spot[]): string {
  let key = `${text}\u0000${tokens.length}`
  for (const { from, to, how, field, many, capital, weak, key: name } of spots)
    key += `\u0000${from},${to},${how},${field},${many ? 1 : 0}${capital ? 1 : 0}${weak ? 1 : 0},${name}`
  return key
}

function chartOf({ text, tokens, spots }: SpottedCommand, own: OwnWords | null): Chart {
  const lexemes = lex(tokens, own, bordersOf(spots))
  const names = namesIn(text, tokens, lexemes, spots)
  const said = withoutFarewell(lexemes, (at) => names.some(({ from, to }) => from <= at && at < to))
  return new Chart({ text, lexemes: said, names }, own !== null)
}

/** The likeliest noun phrase that a text is to its end; null where it is none. Linear in its length. */
export function readThing(text: string, index: DocumentIndex): Reference | null {
  const chart = chartOf(spotCommand(text, index), null)
  if (chart.length === 0) return null
  let best: Read<Reference> | null = null
  for (const { value, end, cost } of chart.things(0)) {
    if (end === chart.length) {
      if (best === null || cost < best.cost) best = { value, end, cost }
      continue
    }
    if (!except.marks!(chart.lexemes[end]!) || end + 1 >= chart.length) continue
    for (const spared of except.read(chart, end + 1, NOTHING_GIVEN) as readonly Read<readonly Reference[]>[])
      if (spared.end === chart.length && (best === null || cost + spared.cost < best.cost))
        best = { value: { ...value, except: spared.value }, end: spared.end, cost: cost + spared.cost }
  }
  return best?.value ?? null
}

/**
 * Reads a command: what it says of which things, before the document tells which those are. Linear in its length.
 *
 * @param isOpen it may leave out what it acts on from the first word on: "bigger", of what is selected
 */
export function readCommand(command: SpottedCommand, own: OwnWords | null = null, isOpen = false): Reading {
  const { text, doubled } = command
  const chart = chartOf(command, own)
  const about = chart.length === 0 ? null : outOfScopeIn(chart)
  if (about !== null)
    return { text, clauses: [refusedClause(chart, about)], unread: [], doubled, dotted: null }
  const { clauses, unread, tells } = parse(chart, isOpen)
  const refused = refusedStretch(chart)
  if (refused !== null)
    return { text, clauses: [], unread: [refused], doubled, dotted: null, isRefused: true }
  if (unread.length === 0 && (tells || clauses.length > 0) && clauses.every(({ wish }) => isIdle(wish)))
    return { text, clauses: [], unread: [wholeOf(chart)], doubled, dotted: null }
  return { text, clauses: withoutRepeatedComplaints(clauses), unread, doubled, dotted: null }
}

/** A phrase of the language does not reach into a name of several words, or out of it. */
function bordersOf(spots: readonly Spot[]): ReadonlySet<number> {
  const borders = new Set<number>()
  for (const { from, to, how } of spots) if (how === 'whole' && to - from > 1) borders.add(from).add(to)
  return borders
}

function namesIn(
  text: string,
  tokens: readonly Token[],
  lexemes: readonly Lexeme[],
  spots: readonly Spot[],
): SpottedName[] {
  if (spots.length === 0) return []
  const lexemeAt = new Map<number, number>()
  let token = 0
  lexemes.forEach((lexeme, i) => {
    while (token < tokens.length && tokens[token]!.start < lexeme.start) token++
    lexemeAt.set(token, i)
  })
  lexemeAt.set(tokens.length, lexemes.length)
  const names: SpottedName[] = []
  for (const spot of spots) {
    const from = lexemeAt.get(spot.from)
    const to = lexemeAt.get(spot.to)
    if (from === undefined || to === undefined) continue
    // A text in quotes is read as such.
    if (spot.to === spot.from + 1 && tokens[spot.from]!.kind === 'quoted') continue
    const { how, field, key, many, capital, weak } = spot
    names.push({
      from,
      to,
      how,
      field,
      key,
      many,
      capital,
      weak,
      text: text.slice(tokens[spot.from]!.start, tokens[spot.to - 1]!.end),
    })
  }
  return names
}
