import { sameJson } from '../document/patch.ts'
import type { Clause, Reading, Unread, Wish } from './clause.ts'
import { Cursor, isBoundary } from './cursor.ts'
import { withPossessives } from './dotted-property.ts'
import type { Before } from './intents/family.ts'
import { withoutDoubles } from './doubled-words.ts'
import { families } from './intents/registry.ts'
import type { Lexeme } from './lexeme.ts'
import { lex } from './lexeme.ts'
import { endOfOpening } from './opening.ts'
import { endsClause } from './read/ends-clause.ts'
import type { OwnWords } from './own-words.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/** After so many clauses that nobody can read, the rest is not read: the command is refused anyway. */
const MAX_UNREAD = 8

/** A family may read the same words with several subjects: "the picture" as a thing, or as a property of something. */
const MAX_VARIANTS = 4

/** A reading of one clause, and where the next begins. */
interface Candidate {
  readonly family: string
  readonly wish: Wish
  readonly end: number
}

/** Words of who is not sure whether it should be done. */
const DOUBTS: ReadonlySet<string> = new Set([
  'maybe',
  'perhaps',
  'what if',
  'what if we',
  'maybe we can',
  'maybe we could',
  'i guess',
])

interface Rest {
  readonly clauses: readonly Clause[]
  readonly unread: readonly Unread[]
}

/** Reads a command into clauses. The result depends on the words alone. Linear in the command's length. */
export function readCommand(text: string, maxSteps: number, own: OwnWords | null = null): Reading {
  const tokens = tokenize(text)
  const split = withPossessives(text, tokens)
  let whole: Reading | null = null
  const dotted =
    split.ids.length === 0
      ? null
      : {
          ids: split.ids,
          whole: (): Reading => (whole ??= readTokens(text, tokens, maxSteps, null, own)),
        }
  return readTokens(text, split.tokens, maxSteps, dotted, own)
}

function readTokens(
  text: string,
  tokens: readonly Token[],
  maxSteps: number,
  dotted: Reading['dotted'],
  own: OwnWords | null,
): Reading {
  const { tokens: once, doubled } = withoutDoubles(tokens)
  const reader = new CommandReader(text, lex(once, own), maxSteps)
  const { clauses, unread } = reader.readFrom(0, null, 0, 0)
  return { text, clauses: withoutRepeatedComplaints(clauses), unread, doubled, dotted }
}

class CommandReader {
  readonly #text: string
  readonly #lexemes: readonly Lexeme[]
  readonly #maxSteps: number
  readonly #known = new Map<string, Rest>()

  constructor(text: string, lexemes: readonly Lexeme[], maxSteps: number) {
    this.#text = text
    this.#lexemes = lexemes
    this.#maxSteps = maxSteps
  }

  /** The best reading of everything from here on: the first without unread clauses, else the one with fewest. */
  readFrom(at: number, before: Before | null, count: number, failed: number): Rest {
    const { start, afterThen } = this.#skip(at)
    if (start >= this.#lexemes.length || count > this.#maxSteps || failed >= MAX_UNREAD) return NOTHING
    const key = `${start}:${before?.wish.kind ?? ''}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    let best: Rest | null = null
    const ends = new Set<number>()
    for (const candidate of this.#candidates(start, before)) {
      if (ends.has(candidate.end) || this.#isDoubted(candidate, at)) continue
      ends.add(candidate.end)
      const rest = this.readFrom(
        candidate.end,
        { wish: candidate.wish, family: candidate.family },
        count + 1,
        failed,
      )
      const clause = this.#clause(candidate, start, before, afterThen)
      const whole = { clauses: [clause, ...rest.clauses], unread: rest.unread }
      if (rest.unread.length === 0) {
        best = whole
        break
      }
      if (best === null || rest.unread.length < best.unread.length) best = whole
      if (ends.size >= 3) break
    }
    best ??= this.#unread(start, before, count, failed)
    this.#known.set(key, best)
    return best
  }

  /** "maybe delete the form?" asks what somebody thinks of it; nobody has said that it shall be gone. */
  #isDoubted({ wish, end }: Candidate, from: number): boolean {
    if (wish.kind !== 'delete') return false
    let doubts = false
    for (let at = from; at < this.#lexemes.length; at++) {
      const { word, token, senses } = this.#lexemes[at]!
      doubts ||= DOUBTS.has(word)
      if (at < end) continue
      if (token.kind === 'separator' && word !== ',') return doubts && word === '?'
      if (token.kind !== 'separator' && senses.filler !== true) return false
    }
    return false
  }

  #clause(candidate: Candidate, start: number, before: Before | null, afterThen: boolean): Clause {
    let others: readonly { family: string; wish: Wish }[] | null = null
    return {
      family: candidate.family,
      wish: candidate.wish,
      alternatives: () => (others ??= this.#alternatives(candidate, start, before)),
      afterThen,
      start: this.#lexemes[start]!.start,
      end: this.#lexemes[candidate.end - 1]!.end,
    }
  }

  #alternatives(taken: Candidate, start: number, before: Before | null): { family: string; wish: Wish }[] {
    const others: { family: string; wish: Wish }[] = []
    for (const candidate of this.#candidates(start, before)) {
      if (candidate.end !== taken.end || candidate.wish === taken.wish) continue
      if (candidate.family === taken.family && sameJson(candidate.wish, taken.wish)) continue
      others.push({ family: candidate.family, wish: candidate.wish })
    }
    return others
  }

  *#candidates(start: number, before: Before | null): Generator<Candidate> {
    for (const lenient of [false, true]) {
      for (const family of families) {
        for (let variant = 0; variant < MAX_VARIANTS; variant++) {
          const cursor = new Cursor(this.#text, this.#lexemes, start, lenient, variant)
          const wish = family.read(cursor, before)
          if (wish === null || !endsClause(cursor) || (variant > 0 && cursor.variant >= 0)) break
          yield { family: family.name, wish, end: cursor.at }
          if (cursor.variant === variant) break
        }
      }
    }
  }

  #unread(start: number, before: Before | null, count: number, failed: number): Rest {
    let end = start + 1
    while (end < this.#lexemes.length && !isBoundary(this.#lexemes[end]!)) end++
    const lexemes = this.#lexemes.slice(start, end)
    const unread: Unread = {
      start: lexemes[0]!.start,
      end: lexemes[lexemes.length - 1]!.end,
      words: lexemes.filter(({ token }) => token.kind === 'word').flatMap(({ word }) => word.split(' ')),
      vague: lexemes.filter(({ senses }) => senses.vague === true).map(({ word }) => word),
    }
    const rest = this.readFrom(end, before, count + 1, failed + 1)
    return { clauses: rest.clauses, unread: [unread, ...rest.unread] }
  }

  /** Connectors, politeness and the openings of requests before a clause. */
  #skip(at: number): { start: number; afterThen: boolean } {
    let start = at
    let afterThen = false
    for (; start < this.#lexemes.length; start++) {
      const lexeme = this.#lexemes[start]!
      const { grammar, filler, frame } = lexeme.senses
      const next = this.#lexemes[start + 1]
      const opened = endOfOpening(this.#lexemes, start)
      if (opened > start) start = opened - 1
      else if (grammar === 'then') afterThen = true
      // "please to make ..."
      // "do not" says what shall not be done: its refusal shows the whole.
      else if (frame === true && next?.senses.grammar === 'not') break
      else if (grammar === 'to' && next?.senses.verb !== undefined) continue
      else if (
        lexeme.word === 'next' &&
        next !== undefined &&
        (isBoundary(next) || next.senses.verb !== undefined)
      )
        continue
      else if (
        lexeme.senses.ordinal === 1 &&
        next?.senses.verb !== undefined &&
        next.senses.types === undefined
      )
        continue
      else if (!isBoundary(lexeme) && filler !== true && frame !== true && grammar !== 'too') break
      else if (lexeme.senses.types !== undefined || lexeme.senses.color !== undefined) break
    }
    return { start, afterThen: afterThen && at > 0 }
  }
}

const NOTHING: Rest = { clauses: [], unread: [] }

/** "X is too big, make it smaller" says one thing twice: the complaint only names what "it" is. */
export function withoutRepeatedComplaints(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause, i) => {
    // A reason behind a complaint wishes nothing more.
    const next = clauses.slice(i + 1).find(({ family }) => family !== 'reason')
    if (clause.family !== 'complain' || clause.wish.kind !== 'style') return clause
    if (tellsWhy(clause.wish, clauses[i - 1]?.wish))
      return { ...clause, wish: { ...clause.wish, effects: [] } }
    if (next?.wish.kind !== 'style') return clause
    const { pronoun } = next.wish.target
    if (pronoun !== 'it' && pronoun !== 'them' && pronoun !== 'this') return clause
    return { ...clause, wish: { ...clause.wish, effects: [] } }
  })
}

/** "make it wider, it is too small": the complaint behind the wish is its reason. */
function tellsWhy(complaint: Wish & { kind: 'style' }, before: Wish | undefined): boolean {
  if (before?.kind !== 'style' || complaint.target.pronoun !== 'it') return false
  return complaint.effects.every(({ kind }) => before.effects.some((effect) => effect.kind === kind))
}
