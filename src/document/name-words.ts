import { stem } from './words.ts'

/** At most this many words of one text are compared. */
const MAX_WORDS = 64

const OTHER = 0
const LETTER = 1
const DIGIT = 2
/** A word by itself: what costs $19 is not called 19. */
const SIGN = 3
const APOSTROPHE = 4
const AND = 5

const ofAscii = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[a-z]/i.test(char)) ofAscii[code] = LETTER
  else if (/\d/.test(char)) ofAscii[code] = DIGIT
}
ofAscii[36] = SIGN
ofAscii[37] = SIGN
ofAscii[38] = AND
ofAscii[39] = APOSTROPHE

/** The words of a text with the places where they stand in it. */
export interface PlacedWords {
  /** In lower case, without accents and apostrophes. */
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
}

/** Words as {@link nameWords} has them, before they are stemmed, with their places. O(length). */
export function placedWords(text: string): PlacedWords {
  const placed: PlacedWords = { words: [], starts: [], ends: [] }
  scan(text, Infinity, placed.words, placed)
  return placed
}

/**
 * The stemmed words by which a name is known again, however it is written: "Mon-Fri 7:00" gives mon, fri, 7, 00. Cases,
 * accents and punctuation do not count, nor does a possessive 's; digits, currencies and percent do, and & is and. O(length).
 */
export function nameWords(text: string): string[] {
  const words: string[] = []
  scan(text, MAX_WORDS, words, null)
  for (let i = 0; i < words.length; i++) words[i] = stem(words[i]!)
  return words
}

/** {@link nameWords} of an id whose parts begin with capitals, `heroTitle`; null for any other id. O(length). */
export function partsOfId(id: string): string[] | null {
  return /\p{Ll}\p{Lu}/u.test(id) ? nameWords(id.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')) : null
}

function scan(text: string, most: number, words: string[], places: PlacedWords | null): void {
  // Other letters may change their number with their case.
  const lower = isAscii(text) ? text.toLowerCase() : null
  for (let i = 0; i < text.length && words.length < most;) {
    const kind = kindAt(text, i)
    if (kind === OTHER || kind === APOSTROPHE) {
      i++
      continue
    }
    const start = i++
    if (kind === LETTER) i = endOfLetters(text, i)
    else if (kind === DIGIT) while (kindAt(text, i) === DIGIT) i++
    words.push(kind === AND ? 'and' : wordAt(text, lower, start, i))
    if (places !== null) {
      places.starts.push(start)
      places.ends.push(i)
    }
    // The s of a possessive is not a word.
    if (kind === LETTER && isPossessive(text, i)) i += 2
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

function wordAt(text: string, lower: string | null, start: number, end: number): string {
  const word = (lower ?? text).slice(start, end)
  return lower !== null && !word.includes("'") ? word : folded(word)
}

function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
}

function endOfLetters(text: string, from: number): number {
  let i = from
  while (ofAscii[text.charCodeAt(i)] === LETTER) i++
  for (;;) {
    const kind = kindAt(text, i)
    if (kind === LETTER || isMark(text.charCodeAt(i))) i++
    else if (kind === APOSTROPHE && kindAt(text, i + 1) === LETTER && !isPossessive(text, i)) i += 2
    else return i
  }
}

/** Whether 's stands here, at the end of a word. */
function isPossessive(text: string, at: number): boolean {
  if (kindAt(text, at) !== APOSTROPHE) return false
  const s = text.charCodeAt(at + 1)
  if (s !== 115 && s !== 83) return false
  const next = kindAt(text, at + 2)
  return next !== LETTER && next !== DIGIT
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ofAscii[code]!
  return at < text.length ? kindOf(code) : OTHER
}

const others = new Map<number, number>()

/** The kind of a character beyond ASCII; kept, since there are 65,000 at most. */
function kindOf(code: number): number {
  if (code === 0x2019) return APOSTROPHE
  const known = others.get(code)
  if (known !== undefined) return known
  const char = String.fromCharCode(code)
  const kind = /\p{L}/u.test(char)
    ? LETTER
    : /\p{N}/u.test(char)
      ? DIGIT
      : /\p{Sc}/u.test(char)
        ? SIGN
        : OTHER
  others.set(code, kind)
  return kind
}

function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f
}
