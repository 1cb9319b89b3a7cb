import { parseColor } from '../document/color.ts'
import { BARE_CONTRACTIONS, CONTRACTIONS } from './contractions.ts'
import type { Token, Unit } from './token.ts'
import {
  SPACE,
  LETTER,
  NUMBER,
  UNIT,
  LINE_HEIGHT,
  TIMES,
  SIDES,
  ORDINAL,
  COLOR_FUNCTION,
  MONEY,
  HASH,
  URL,
  WORD,
  MARKER,
  SPECIAL,
} from './token-patterns.ts'
import { UNITS } from './units.ts'

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '`': '`',
  '”': '”',
}

/** Splits a command into tokens. Linear in its length: every expression is sticky and bounded. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let i = 0
  let lineStart = true
  const unclosed = new Set<string>()
  const maySpecial = SPECIAL.test(text)
  while (i < text.length) {
    const char = text[i]!
    if (char === ' ') {
      i++
      continue
    }
    if (char === '\n' || char === '\r') {
      separate(tokens, '\n', i)
      i++
      lineStart = true
      continue
    }
    if (!isAsciiWord(text.charCodeAt(i)) && SPACE.test(char)) {
      i++
      continue
    }
    if (lineStart) {
      lineStart = false
      const marker = match(MARKER, text, i)
      if (marker !== '') {
        separate(tokens, '\n', i)
        i += marker.length
        continue
      }
    }
    // Nearly all tokens are plain words, which need none of the expressions (bench: decompose/read-standard, 20%).
    i =
      !maySpecial && isAsciiLetter(text.charCodeAt(i))
        ? readWord(text, i, tokens)
        : next(text, i, char, tokens, unclosed)
  }
  return tokens
}

function next(text: string, i: number, char: string, tokens: Token[], unclosed: Set<string>): number {
  const quoted = readQuoted(text, i, char, unclosed)
  if (quoted !== null) {
    tokens.push(quoted)
    return quoted.end
  }
  if (char === '#') {
    const hash = match(HASH, text, i)
    if (hash !== '')
      return push(tokens, { kind: 'hash', word: hash.slice(1), start: i, end: i + hash.length })
  }
  if (char === '’' || char === "'") return readApostrophe(text, i, tokens)
  if (char === '/' || /[a-z]/i.test(char)) {
    const special = readSpecial(text, i, char)
    if (special !== null) return push(tokens, special)
  }
  if (/[\d$€£¥₹]/.test(char)) {
    const money = match(MONEY, text, i)
    // A price is a text as it stands.
    if (money !== '') return push(tokens, { kind: 'quoted', word: money, start: i, end: i + money.length })
  }
  if (/[\d.+-]/.test(char)) {
    const end = readNumber(text, i, tokens)
    if (end > i) return end
  }
  if (LETTER.test(char) || char > '\uD7FF') return readWord(text, i, tokens)
  switch (char) {
    case ',':
    case ';':
    case '.':
    case '!':
    case '?':
    case ':':
      separate(tokens, char, i)
      return i + 1
    case '&':
    case '+':
      return push(tokens, { kind: 'word', word: 'and', start: i, end: i + 1 })
    case '×':
      return push(tokens, { kind: 'word', word: 'x', start: i, end: i + 1 })
    case '=':
      // Not "to": "= center" is a value, "to center" a place.
      return push(tokens, { kind: 'word', word: 'equals', start: i, end: i + 1 })
    case '→':
      return push(tokens, { kind: 'word', word: 'to', start: i, end: i + 1 })
    case '-':
      if (text[i + 1] === '>') return push(tokens, { kind: 'word', word: 'to', start: i, end: i + 2 })
      return i + 1
    default:
      return i + 1
  }
}

function readQuoted(text: string, i: number, char: string, unclosed: Set<string>): Token | null {
  let closing = CLOSING[char]
  if (char === "'" || char === '‘') {
    const before = text[i - 1]
    if (before !== undefined && LETTER.test(before)) return null
    closing = "'’"
  }
  if (closing === undefined || char === '”' || unclosed.has(closing)) return null
  for (let end = i + 1; end < text.length; end++) {
    if (!closing.includes(text[end]!)) continue
    const after = text[end + 1]
    if (closing.includes("'") && after !== undefined && LETTER.test(after)) continue
    return { kind: 'quoted', word: text.slice(i + 1, end), start: i, end: end + 1 }
  }
  // What is not closed from here on is not closed from any later place: one search is enough.
  unclosed.add(closing)
  return null
}

/** The apostrophe of `hero's` and `buttons'`; contractions were read with their word. */
function readApostrophe(text: string, i: number, tokens: Token[]): number {
  const previous = tokens[tokens.length - 1]
  if (previous === undefined || previous.end !== i) return i + 1
  if (/s/i.test(text[i + 1] ?? '') && !LETTER.test(text[i + 2] ?? ' ')) {
    return push(tokens, { kind: 'possessive', word: "'s", start: i, end: i + 2 })
  }
  if (previous.word.endsWith('s') && !LETTER.test(text[i + 1] ?? ' '))
    return push(tokens, { kind: 'possessive', word: "'s", start: i, end: i + 1 })
  return i + 1
}

function readSpecial(text: string, i: number, char: string): Token | null {
  const url = match(URL, text, i)
  if (url !== '' && (char !== '/' || text[i - 1] === undefined || SPACE.test(text[i - 1]!))) {
    const trimmed = url.replace(/[.,;:!?)]{1,8}$/, '')
    return { kind: 'url', word: trimmed, start: i, end: i + trimmed.length }
  }
  const color = match(COLOR_FUNCTION, text, i)
  if (color !== '' && parseColor(color) !== null)
    return { kind: 'color', word: color, start: i, end: i + color.length }
  return null
}

function readNumber(text: string, i: number, tokens: Token[]): number {
  const ordinal = match(ORDINAL, text, i)
  if (ordinal !== '')
    return push(tokens, { kind: 'word', word: ordinal.toLowerCase(), start: i, end: i + ordinal.length })
  const digits = match(NUMBER, text, i)
  if (digits === '') return i
  let end = i + digits.length
  const unitText = match(UNIT, text, end)
  let unit: Unit | undefined
  if (unitText !== '') {
    unit = UNITS[unitText.trim().toLowerCase()]
    end += unitText.length
  } else if (match(TIMES, text, end) !== '') {
    unit = 'x'
    end += 1
  } else if (match(SIDES, text, end) !== '') {
    tokens.push({ kind: 'number', word: digits, start: i, end, value: Number(digits) })
    return push(tokens, { kind: 'word', word: 'x', start: end, end: end + 1 })
  } else if (LETTER.test(text[end] ?? ' ')) {
    return i
  }
  const lead = unit === undefined || unit === 'px' ? match(LINE_HEIGHT, text, end) : ''
  if (lead !== '') return pushFontSize(tokens, { digits, lead }, i, end)
  const fraction =
    unit === undefined ? /^\s?\/\s?(\d{1,3})(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 8)) : null
  let value = Number(digits)
  if (fraction !== null && Number(fraction[1]) > 0) {
    value /= Number(fraction[1])
    end += fraction[0].length
    unit = 'x'
  }
  const signed = digits.startsWith('+') || digits.startsWith('-')
  return push(tokens, {
    kind: 'number',
    word: text.slice(i, end).toLowerCase(),
    start: i,
    end,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(signed ? { signed } : {}),
  })
}

/** "32/1.2", as style sheets write the size of letters and the height of their lines. */
function pushFontSize(
  tokens: Token[],
  { digits, lead }: { readonly digits: string; readonly lead: string },
  start: number,
  slash: number,
): number {
  const end = slash + lead.length
  const before = tokens[tokens.length - 1]?.word
  const named = before === 'size' ? [] : before === 'font' ? ['size'] : ['font', 'size']
  for (const word of named) tokens.push({ kind: 'word', word, start, end: start })
  tokens.push({ kind: 'number', word: digits, start, end: slash, value: Number(digits), unit: 'px' })
  tokens.push({ kind: 'word', word: 'leading', start: slash, end: slash + 1 })
  return push(tokens, {
    kind: 'number',
    word: lead.slice(1),
    start: slash + 1,
    end,
    value: Number(lead.slice(1)),
  })
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 95
}

const LONGEST_PLAIN = 200

/** What WORD matches, where that is a plain word with a space, a comma or the end behind it; else what WORD says. */
function wordAt(text: string, i: number): string {
  let end = i
  while (isAsciiWord(text.charCodeAt(end))) end++
  const after = text.charCodeAt(end)
  const isPlain = Number.isNaN(after) || after === 32 || after === 44
  return isPlain && end > i && end - i <= LONGEST_PLAIN ? text.slice(i, end) : match(WORD, text, i)
}

function readWord(text: string, i: number, tokens: Token[]): number {
  const word = wordAt(text, i)
  if (word === '') return i + (text.codePointAt(i)! > 0xffff ? 2 : 1)
  const end = i + word.length
  const lower = word.toLowerCase()
  if (text[end] === "'" || text[end] === '’') {
    const rest = /^[a-z]{1,3}/i.exec(text.slice(end + 1, end + 4))?.[0].toLowerCase() ?? ''
    const pair = CONTRACTIONS[`${lower}'${rest}`]
    if (pair !== undefined) {
      tokens.push({ kind: 'word', word: pair[0], start: i, end })
      return push(tokens, { kind: 'word', word: pair[1], start: end, end: end + 1 + rest.length })
    }
  }
  const bare = lower.endsWith('nt') ? BARE_CONTRACTIONS.get(lower) : undefined
  if (bare !== undefined) {
    tokens.push({ kind: 'word', word: bare[0], start: i, end: end - 2 })
    return push(tokens, { kind: 'word', word: bare[1], start: end - 2, end })
  }
  return push(
    tokens,
    word[0] === lower[0]
      ? { kind: 'word', word: lower, start: i, end }
      : { kind: 'word', word: lower, start: i, end, capital: true },
  )
}

function match(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at
  return expression.exec(text)?.[0] ?? ''
}

function push(tokens: Token[], token: Token): number {
  tokens.push(token)
  return token.end
}

/** Separators in a row count as one; the strongest of them stays. */
function separate(tokens: Token[], char: string, at: number): void {
  const last = tokens[tokens.length - 1]
  if (last === undefined) return
  if (last.kind === 'separator') {
    if (last.word === ',' || last.word === ':')
      tokens[tokens.length - 1] = { kind: 'separator', word: char, start: last.start, end: at + 1 }
    return
  }
  tokens.push({ kind: 'separator', word: char, start: at, end: at + 1 })
}
