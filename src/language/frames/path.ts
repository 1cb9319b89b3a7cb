import type { Wish } from '../../decompose/clause.ts'
import type { Effect } from '../../decompose/effect.ts'
import { isEnglishWord } from '../../decompose/lexicon/english-words.ts'
import { sensesOf } from '../../decompose/lexicon/lexicon.ts'
import { NO_SENSES } from '../../decompose/lexicon/senses.ts'
import { isBoundary } from '../../decompose/cursor.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { fillFrame } from './fill.ts'
import { unneededAt } from './told.ts'
import { skipBetween } from './between.ts'
import { gapsAt } from './gaps.ts'
import { mentionsIn, oldAndNewAt, repeatsAt, topicsAt } from './context.ts'
import { keepsAt } from './keep.ts'
import { toParsed } from './parsed.ts'
import type { Parsed, Part } from './parsed.ts'
import { look, styleOf } from './style.ts'
import { frames } from './frames.ts'
import { want } from './sayings.ts'
import { states } from '../lexicon/remark-words.ts'
import { remarksAt } from './remark.ts'
import { spokenAt } from './spoken.ts'

/** So many paths are kept for a place. */
const KEPT = 6
/** How much likelier a reading must be than another to be taken without asking the document. */
const MARGIN = 5
const UNREAD = 40
const UNREAD_WORD = 4
const MOST_AHEAD = 40

interface Path {
  readonly parts: readonly Part[]
  readonly cost: number
}

/** The likeliest path through the command: every word is in a clause, between clauses, or unread. */
export function parse(chart: Chart, isOpen = false): Parsed {
  // Nearly every clause ends at a sign, at "and" or before a verb: other ends are tried where those do not read all of it.
  const plain = likeliestPath(chart, isOpen, false)
  const isRead = plain.cost <= PLAIN && plain.parts.every(({ filled, remark }) => filled !== null || remark)
  const path = isRead ? plain : likeliestPath(chart, isOpen, true)
  return toParsed(chart, withSubject(chart, withoutLooseTopic(path)).parts)
}

/** So likely a path must be that no other is looked for: one that ends a clause anywhere costs at least seven more. */
const PLAIN = 10

function likeliestPath(chart: Chart, isOpen: boolean, anyEnd: boolean): Path {
  const best: Path[][] = Array.from({ length: chart.length + 1 }, () => [])
  best[0]!.push({ parts: [], cost: 0 })
  const memo = new Map<number, readonly Filled[]>()
  for (let at = 0; at < chart.length; at++) {
    const paths = best[at]!
    if (paths.length === 0) continue
    const { start, afterThen, wanting } = skipBetween(chart, at)
    if (start >= chart.length) {
      for (const path of paths) keep(best[chart.length]!, path)
      continue
    }
    const key = wanting === null ? start : -1 - start
    let found = memo.get(key)
    if (found === undefined) {
      found = clausesAt(chart, start)
      if (wanting !== null) found = [...found, ...fillFrame(chart, want, wanting)]
      memo.set(key, found)
    }
    for (const path of paths) {
      const last = lastFilled(path)
      const byEnd = new Map<number, Filled[]>()
      for (const filled of last === null ? found : [...found, ...gapsAt(chart, start, last)]) {
        if (!anyEnd && filled.frame !== 'topic' && borderCost(chart, filled.end) === WEAK) continue
        const same = byEnd.get(filled.end)
        if (same === undefined) byEnd.set(filled.end, [filled])
        else same.push(filled)
      }
      const hasBefore = path.parts.some(({ filled }) => filled !== null)
      for (const [end, same] of byEnd) {
        const isToldBefore = last === null || last.frame === 'told' || isTopicLast(path)
        const isAfterComma = path.parts[path.parts.length - 1]?.filled?.isComma === true
        const fitting = same
          .filter(({ isBorrowing, wish }) => !isAfterComma || isBorrowing || speaksOfTopic(wish))
          .filter(
            ({ isBorrowing, stake, wish }) =>
              !isBorrowing ||
              (isOpen && !hasBefore && stake !== 'destroy') ||
              (hasBefore && (stake !== 'destroy' || isToldBefore || !isUnsaid(wish))),
          )
          .toSorted((a, b) => a.cost - b.cost)
        if (fitting.length === 0) continue
        const [first, ...others] = fitting
        const rivals = others.filter(({ cost }) => cost <= first!.cost + MARGIN)
        keep(best[end]!, {
          parts: [
            ...path.parts,
            { start, end, filled: first!, rivals, remark: false, afterThen: afterThen && at > 0 },
          ],
          cost: path.cost + first!.cost + (first!.frame === 'topic' ? 0 : borderCost(chart, end)) + 1,
        })
      }
      for (const remark of remarksAt(chart, start)) {
        // What is told of a thing says what the next wish is about.
        if (found.some(({ frame, end }) => frame === 'told' && end === remark.end)) continue
        keep(best[remark.end]!, {
          parts: [
            ...path.parts,
            { start, end: remark.end, filled: null, rivals: [], remark: true, afterThen: false },
          ],
          cost: path.cost + remark.cost,
        })
        const mentioned = mentionsIn(chart, start, remark.end)
        if (mentioned === null) continue
        const filled = mentioning(mentioned, remark)
        keep(best[remark.end]!, {
          parts: [
            ...path.parts,
            { start, end: remark.end, filled, rivals: [], remark: false, afterThen: false },
          ],
          cost: path.cost + remark.cost + 1,
        })
      }
      const end = nextBoundary(chart, start)
      keep(best[end]!, {
        parts: [...path.parts, { start, end, filled: null, rivals: [], remark: false, afterThen: false }],
        cost: path.cost + UNREAD + UNREAD_WORD * (end - start),
      })
    }
  }
  return best[chart.length]![0] ?? { parts: [], cost: 0 }
}

/** A remark that speaks of a thing: the next wish may be about it. */
function mentioning(
  target: Reference,
  { end, cost }: { readonly end: number; readonly cost: number },
): Filled {
  return {
    frame: 'told',
    stake: 'look',
    wish: styleOf({ target }, []),
    end,
    cost,
    isBorrowing: false,
    said: { head: null, property: undefined },
  }
}

/** "the subtitle overlaps the title, push it down": with nothing wished before, "it" is what was complained of. */
function withSubject(chart: Chart, { parts, cost }: Path): Path {
  const at = parts.findIndex(({ filled }) => filled !== null)
  const wish = parts[at]?.filled?.wish
  const told = parts[at - 1]
  if (wish === undefined || !('target' in wish) || wish.target.pronoun !== 'it' || told?.remark !== true)
    return { parts, cost }
  const [subject] = chart.singles(told.start)
  const verb = subject === undefined ? undefined : chart.lexemes[subject.end]
  if (subject === undefined || verb === undefined || subject.end >= told.end || !tellsHow(verb))
    return { parts, cost }
  const filled = mentioning(subject.value, { end: told.end, cost: 0 })
  return { parts: parts.with(at - 1, { ...told, filled, remark: false }), cost }
}

/** A verb of how something is: what stands before it is what it is said of. */
function tellsHow({ word, senses }: Lexeme): boolean {
  return senses.grammar === 'be' || senses.grammar === 'was' || states.has(word)
}

/** A topic that nothing follows says nothing: it is no clause. */
function withoutLooseTopic(path: Path): Path {
  const last = path.parts.findLastIndex(({ filled }) => filled !== null)
  const part = path.parts[last]
  return part?.filled?.wish.kind === 'topic'
    ? { ...path, parts: path.parts.with(last, { ...part, filled: null, rivals: [] }) }
    : path
}

function keep(paths: Path[], path: Path): void {
  const at = paths.findIndex(({ cost }) => cost > path.cost)
  if (at < 0) paths.push(path)
  else paths.splice(at, 0, path)
  if (paths.length > KEPT) paths.pop()
}

/** What it costs to end a clause here. */
function borderCost(chart: Chart, at: number): number {
  const lexeme = chart.lexemes[at]
  if (lexeme === undefined) return 0
  if (lexeme.token.kind === 'separator') return lexeme.word === ',' ? 1 : 0
  const { grammar, verb, filler } = lexeme.senses
  if (grammar === 'then') return 0
  if (grammar === 'and' || grammar === 'because') return 1
  if (filler === true) return 1
  if (verb !== undefined) return 4
  return WEAK
}

/** Nothing shows that a clause ends. */
const WEAK = 6

/** Behind "the lamp, ..." the next wish is about the lamp, or a part of it. */
function speaksOfTopic(wish: Wish): boolean {
  if (!('target' in wish)) return false
  const { pronoun, noun } = wish.target
  return pronoun !== null || (noun !== null && sensesOf(noun).property !== undefined)
}

/** A colon or an opening before it says what the next wish is about. */
function isTopicLast({ parts }: Path): boolean {
  const last = parts[parts.length - 1]?.filled
  return last?.frame === 'topic' && last.wish.kind === 'topic' && !last.isComma
}

/** Nothing names what it acts on, not even "it". */
function isUnsaid(wish: Wish): boolean {
  return 'target' in wish && wish.target.phrase === 'it' && wish.target.end === 0
}

/** The clause before, which what was left out is taken from. */
function lastFilled({ parts }: Path): Filled | null {
  for (let i = parts.length - 1; i >= 0; i--) {
    const { filled } = parts[i]!
    if (filled !== null && filled.frame !== 'topic' && filled.frame !== 'keep') return filled
  }
  return null
}

function clausesAt(chart: Chart, start: number): readonly Filled[] {
  const found: Filled[] = []
  for (const frame of frames) {
    if (frame.heads !== null && !frame.verbless && !hasHead(chart, start, frame.heads)) continue
    found.push(...fillFrame(chart, frame, start))
  }
  found.push(
    ...oldAndNewAt(chart, start),
    ...topicsAt(chart, start),
    ...repeatsAt(chart, start),
    ...keepsAt(chart, start),
    ...unneededAt(chart, start),
    ...spokenAt(chart, start),
    ...unknownVerbAt(chart, start),
  )
  return found
}

/** "knock the legend back to 60% opacity": a verb that nobody knows says no more than the exact value behind it. */
function unknownVerbAt(chart: Chart, start: number): Filled[] {
  const { token, senses } = chart.lexemes[start]!
  const isUnknown = token.kind === 'word' && senses === NO_SENSES && chart.namesAt(start).length === 0
  if (
    !isUnknown ||
    !isEnglishWord(chart.lexemes[start]!.word) ||
    chart.lexemes[start + 1]?.senses.grammar !== 'the'
  )
    return []
  return fillFrame(chart, look, start + 1, { head: chart.lexemes[start]!, property: undefined })
    .filter(({ wish, isBorrowing }) => !isBorrowing && wish.kind === 'style' && wish.effects.every(isExact))
    .map((filled) => ({ ...filled, cost: filled.cost + UNKNOWN_VERB }))
}

const UNKNOWN_VERB = 7

function isExact(effect: Effect): boolean {
  return (
    effect.kind === 'set' ||
    effect.kind === 'color' ||
    effect.kind === 'size' ||
    (effect.kind === 'resize' &&
      [effect.width, effect.height].every((side) => side === undefined || side.kind === 'to'))
  )
}

function hasHead(chart: Chart, start: number, isHead: (lexeme: Lexeme) => boolean): boolean {
  for (let at = start; at < chart.length && at < start + MOST_AHEAD; at++) {
    const lexeme = chart.lexemes[at]!
    if (at > start && lexeme.token.kind === 'separator' && lexeme.word !== ',' && lexeme.word !== ':')
      return false
    if (isHead(lexeme)) return true
  }
  return false
}

function nextBoundary(chart: Chart, start: number): number {
  let end = start + 1
  while (end < chart.length && !isBoundary(chart.lexemes[end]!)) end++
  return end
}
