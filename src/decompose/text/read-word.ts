import { BARE_CONTRACTIONS, CONTRACTIONS } from '../contractions.ts'
import { LETTER, matchAt, SHORT_WITH, WORD } from '../token-patterns.ts'
import type { Token } from '../token.ts'

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

export function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 95
}

const LONGEST_PLAIN = 200

/** What WORD matches, where that is a plain word with a space, a comma or the end behind it; else what WORD says. */
function wordAt(text: string, i: number): string {
  let end = i
  while (isAsciiWord(text.charCodeAt(end))) end++
  const after = text.charCodeAt(end)
  const isPlain = Number.isNaN(after) || after === 32 || after === 44
  return isPlain && end > i && end - i <= LONGEST_PLAIN
    ? text.slice(i, end)
    : matchAt(SHORT_WITH, text, i) || matchAt(WORD, text, i)
}

/** Adds the word that stands here, a contraction as its two; gives where it ends. */
export function readWord(text: string, i: number, tokens: Token[]): number {
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

/** The apostrophe of `hero's` and `buttons'`; contractions were read with their word. */
export function readApostrophe(text: string, i: number, tokens: Token[]): number {
  const previous = tokens[tokens.length - 1]
  if (previous === undefined || previous.end !== i) return i + 1
  if (/s/i.test(text[i + 1] ?? '') && !LETTER.test(text[i + 2] ?? ' ')) {
    return push(tokens, { kind: 'possessive', word: "'s", start: i, end: i + 2 })
  }
  if (previous.word.endsWith('s') && !LETTER.test(text[i + 1] ?? ' '))
    return push(tokens, { kind: 'possessive', word: "'s", start: i, end: i + 1 })
  return i + 1
}

function push(tokens: Token[], token: Token): number {
  tokens.push(token)
  return token.end
}
