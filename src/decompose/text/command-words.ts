import { placedWords } from '../../document/name-words.ts'
import type { NameKey } from '../../document/screen-names.ts'
import { stem } from '../../document/words.ts'
import type { Token } from '../token.ts'

/** What stands between a word and the one before: nothing, a comma or the like, the end of a sentence, or a border. */
export const GAP = { open: 0, pause: 1, sentence: 2, closed: 3 } as const

/** The words of a command as names have them, each with the tokens it lies in. */
export interface CommandWords {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Where they stand in the text. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The first and the last token of each; -1 for a word in no token (the mark of a list). */
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly gaps: readonly number[]
  /** All in capitals, which then tell nothing. */
  readonly isShouted: boolean
}

/** A name that words of a command say, the last one excluded. */
export interface Run extends NameKey {
  readonly start: number
  readonly end: number
  readonly many: boolean
}

/** O(length of the text). */
export function commandWords(tokens: readonly Token[], text: string): CommandWords {
  const { words, starts, ends } = placedWords(text)
  const stems: string[] = []
  const first: number[] = []
  const last: number[] = []
  const gaps: number[] = []
  let token = 0
  let before = -1
  for (let i = 0; i < words.length; i++) {
    stems.push(stem(words[i]!))
    while (token < tokens.length && tokens[token]!.end <= starts[i]!) token++
    // The mark of a list lies in the break before its line.
    if (token === tokens.length || tokens[token]!.start > starts[i]! || tokens[token]!.kind === 'separator') {
      first.push(-1)
      last.push(-1)
      gaps.push(GAP.closed)
      before = -1
      continue
    }
    first.push(token)
    gaps.push(before < 0 ? GAP.closed : gapBetween(tokens, before, token))
    while (token + 1 < tokens.length && tokens[token + 1]!.start < ends[i]!) token++
    last.push(token)
    before = token
  }
  return { words, stems, starts, ends, first, last, gaps, isShouted: isShouted(text) }
}

/** Whether a name may begin with this word: it is the first of its token. */
export function mayBegin({ first, last }: CommandWords, i: number): boolean {
  return first[i]! >= 0 && (i === 0 || last[i - 1] !== first[i])
}

/** Whether a name may end with this word: it is the last of its token. */
export function mayEnd({ first, last }: CommandWords, i: number): boolean {
  return i + 1 === first.length || first[i + 1] !== last[i]
}

function gapBetween(tokens: readonly Token[], before: number, after: number): number {
  if (before === after) return GAP.open
  if (tokens[before]!.kind === 'quoted' || tokens[after]!.kind === 'quoted') return GAP.closed
  let gap: number = GAP.open
  for (let i = before + 1; i < after; i++) {
    const { kind, word } = tokens[i]!
    if (kind === 'possessive') continue
    const isPause = kind === 'separator' ? word !== '\n' : kind === 'sign' && PAUSES.has(word)
    if (!isPause) return GAP.closed
    if (SENTENCE_ENDS.has(word)) gap = GAP.sentence
    else if (gap === GAP.open) gap = GAP.pause
  }
  return gap
}

/** Signs that a name may hold: "DD / MM", "★ 4.9". */
const PAUSES: ReadonlySet<string> = new Set(['/', '|', '+', '★', '☆'])

export const SENTENCE_ENDS: ReadonlySet<string> = new Set(['.', '!', '?', ';'])

/** Capitals say nothing where nearly all letters are. Linear. */
export function isShouted(text: string): boolean {
  let low = 0
  let capital = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) low++
    else if (code >= 65 && code <= 90) capital++
  }
  return capital > 2 * low
}
