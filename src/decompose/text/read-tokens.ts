import { parseColor } from '../../document/color.ts'
import {
  ARROW,
  COLOR_FUNCTION,
  DOTS,
  HASH,
  LETTER,
  MARKER,
  matchAt,
  SPACE,
  SPECIAL,
  URL,
} from '../token-patterns.ts'
import type { Token } from '../token.ts'
import { readBracketed, readFigure } from './figures.ts'
import { InlineMarks } from './inline-marks.ts'
import { readQuoted } from './quotes.ts'
import { readNumber } from './read-number.ts'
import { isAsciiLetter, isAsciiWord, readApostrophe, readWord } from './read-word.ts'

/** Splits a command into tokens. Linear in its length: every expression is sticky and bounded. */
export function readTokens(text: string): Token[] {
  return new TokenReader(text).read()
}

/** Signs that a reader may need as they are; of arrows, dashes and dots all are one. */
const SIGNS: ReadonlySet<string> = new Set('()[]/&+=~|<>@★☆')

class TokenReader {
  readonly #text: string
  readonly #tokens: Token[] = []
  readonly #unclosed = new Set<string>()
  readonly #marks = new InlineMarks()
  readonly #maySpecial: boolean
  /** Where the line began that no token of which was read yet; -1 inside a line. */
  #line = 0

  constructor(text: string) {
    this.#text = text
    this.#maySpecial = SPECIAL.test(text)
  }

  read(): Token[] {
    const text = this.#text
    let i = 0
    while (i < text.length) {
      const char = text[i]!
      if (char === ' ') i++
      else if (char === '\n' || char === '\r') {
        this.#breakLine(i)
        this.#line = ++i
      } else if (!isAsciiWord(text.charCodeAt(i)) && SPACE.test(char)) i++
      else if (this.#line >= 0) i = this.#startLine(i)
      // Nearly all tokens are plain words, which need none of the expressions (bench: decompose/read-standard, 20%).
      else if (!this.#maySpecial && isAsciiLetter(text.charCodeAt(i))) i = readWord(text, i, this.#tokens)
      else i = this.#next(i, char)
    }
    if (this.#tokens.at(-1)?.word === '\n') this.#tokens.pop()
    return this.#tokens
  }

  #breakLine(at: number): void {
    const last = this.#tokens.at(-1)
    if (last === undefined) return
    if (last.word !== '\n' || last.kind !== 'separator')
      this.#tokens.push({ kind: 'separator', word: '\n', start: at, end: at + 1 })
    // "\r\n" is one break.
    else if (this.#text[at - 1] !== '\r')
      this.#tokens[this.#tokens.length - 1] = { ...last, end: at + 1, blank: true }
  }

  /** The mark of a list, if the line begins with one. */
  #startLine(i: number): number {
    const indent = i - this.#line
    this.#line = -1
    const mark = readBracketed(this.#text, i) === null ? matchAt(MARKER, this.#text, i) : ''
    // "a." opens a list only where there are more lines.
    if (mark !== '' && (!/[a-z]/i.test(mark) || mark.length > 4 || this.#text.includes('\n'))) {
      this.#marks.note(mark)
      this.#mark(mark, i, indent)
      return i + mark.length
    }
    const last = this.#tokens.at(-1)
    if (last !== undefined && indent > 0) this.#tokens[this.#tokens.length - 1] = { ...last, indent }
    return i
  }

  #mark(mark: string, at: number, indent: number): void {
    const last = this.#tokens.at(-1)
    const end = at + mark.length
    if (last?.kind === 'separator' && last.word === '\n')
      this.#tokens[this.#tokens.length - 1] = { ...last, end, mark, indent }
    else this.#tokens.push({ kind: 'separator', word: '\n', start: at, end, mark, indent })
  }

  #next(i: number, char: string): number {
    const text = this.#text
    const special = this.#special(i, char)
    if (special !== null) return this.#push(special)
    if (char === '’' || char === "'") return readApostrophe(text, i, this.#tokens)
    const mark = this.#marks.next(text, i)
    if (mark !== '') {
      this.#mark(mark, i, 0)
      return i + mark.length
    }
    if (/[\d$€£¥₹+(]/.test(char)) {
      const figure = char === '(' ? readBracketed(text, i) : readFigure(text, i)
      if (figure !== null) return this.#push(figure)
    }
    const sign = this.#sign(i, char)
    if (sign > i) return sign
    if (/[\d.+-]/.test(char)) {
      const end = readNumber(text, i, this.#tokens)
      if (end > i) return end
    }
    if (LETTER.test(char) || char > '\uD7FF') return readWord(text, i, this.#tokens)
    return this.#punctuation(i, char)
  }

  /** What is one piece whatever it holds: quoted text, an id, an address, a colour. */
  #special(i: number, char: string): Token | null {
    const text = this.#text
    const quoted = readQuoted(text, i, char, this.#unclosed)
    if (quoted !== null) return quoted
    if (char === '#') {
      const hash = matchAt(HASH, text, i)
      return hash === '' ? null : { kind: 'hash', word: hash.slice(1), start: i, end: i + hash.length }
    }
    if (char !== '/' && !/[a-z]/i.test(char)) return null
    const url = matchAt(URL, text, i)
    if (url !== '' && (char !== '/' || text[i - 1] === undefined || SPACE.test(text[i - 1]!))) {
      const trimmed = url.replace(/[.,;:!?)]{1,8}$/, '')
      return { kind: 'url', word: trimmed, start: i, end: i + trimmed.length }
    }
    const color = matchAt(COLOR_FUNCTION, text, i)
    return color !== '' && parseColor(color) !== null
      ? { kind: 'color', word: color, start: i, end: i + color.length }
      : null
  }

  /** Arrows, dots and dashes; `i` where there is none. */
  #sign(i: number, char: string): number {
    const text = this.#text
    const arrow = matchAt(ARROW, text, i)
    if (arrow !== '') return this.#push({ kind: 'sign', word: '→', start: i, end: i + arrow.length })
    const dots = matchAt(DOTS, text, i)
    if (dots !== '') return this.#separate('…', i, dots.length)
    const isApart = SPACE.test(text[i - 1] ?? ' ') && SPACE.test(text[i + 1] ?? ' ')
    if (char === '—' || ((char === '–' || char === '-') && isApart)) return this.#separate('–', i, 1)
    return i
  }

  #punctuation(i: number, char: string): number {
    switch (char) {
      case ',':
      case ';':
      case '.':
      case '!':
      case '?':
      case ':':
        return this.#separate(char, i, 1)
      case '×':
        return this.#push({ kind: 'word', word: 'x', start: i, end: i + 1 })
      default:
        return SIGNS.has(char) ? this.#push({ kind: 'sign', word: char, start: i, end: i + 1 }) : i + 1
    }
  }

  #push(token: Token): number {
    this.#tokens.push(token)
    return token.end
  }

  /** Separators in a row count as one; the strongest of them stays. */
  #separate(word: string, start: number, length: number): number {
    const end = start + length
    const last = this.#tokens.at(-1)
    if (last === undefined) return end
    if (last.kind !== 'separator') return this.#push({ kind: 'separator', word, start, end })
    if (strength(word) > strength(last.word)) this.#tokens[this.#tokens.length - 1] = { ...last, word, end }
    return end
  }
}

const WEAK = ['…', '–', ',', ':']

function strength(separator: string): number {
  const weak = WEAK.indexOf(separator)
  return weak < 0 ? WEAK.length : weak
}
