import { DIGIT, LETTER, SPACE } from '../token-patterns.ts'
import type { Token } from '../token.ts'

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '`': '`',
  "'": "'’",
  '‘': "'’",
  '‚': "‘’'",
  '「': '」',
}

/**
 * The quoted text that begins here; null where a quote is an apostrophe or a measure (5"), or has no end.
 * O(length to the end).
 *
 * @param unclosed ends that were looked for in vain: what is not closed from a place on is not closed from a later one
 */
export function readQuoted(text: string, i: number, char: string, unclosed: Set<string>): Token | null {
  const closing = CLOSING[char]
  if (closing === undefined || unclosed.has(closing)) return null
  const before = text[i - 1]
  if (before !== undefined && (isSingle(closing) ? LETTER : char === '"' ? DIGIT : NEVER).test(before))
    return null
  for (let end = i + 1; end < text.length; end++) {
    if (!closing.includes(text[end]!)) continue
    const after = text[end + 1]
    const isInWord = after !== undefined && LETTER.test(after)
    // Straight quotes look alike at both ends: one with a word behind it alone opens another text, so that this one has no end.
    if (isInWord && closing.includes(char) && SPACE.test(text[end - 1]!) && end > i + 1) return null
    if (isInWord && isSingle(closing)) continue
    return { kind: 'quoted', word: text.slice(i + 1, end), start: i, end: end + 1 }
  }
  unclosed.add(closing)
  return null
}

const NEVER = /$^/

function isSingle(closing: string): boolean {
  return closing.includes("'")
}
