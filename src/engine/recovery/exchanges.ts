import type { Span } from '../../command/issue.ts'
import { isBoundary } from '../../decompose/cursor.ts'
import { lex } from '../../decompose/lexeme.ts'
import { tokenize } from '../../decompose/tokenize.ts'

/** Neighbours that are exchanged, at most; a command with more is no slip of the order. */
const MAX_PAIRS = 24

/** So far beside what could not be read a word may stand that belongs into it, in characters. */
const BESIDE = 16

/**
 * The command once for each two neighbouring words that are exchanged in and beside a stretch of it: "text the in the card".
 * O(words x length).
 */
export function exchangedWords(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): string[] {
  const tokens = tokenize(text)
  const texts: string[] = []
  for (let i = 1; i < tokens.length && texts.length < MAX_PAIRS; i++) {
    const [a, b] = [tokens[i - 1]!, tokens[i]!]
    if (b.end < start - BESIDE || a.start > end + BESIDE) continue
    if (!isMovable(a.kind) || !isMovable(b.kind) || text.slice(a.end, b.start) !== ' ') continue
    texts.push(exchanged(text, a, b))
  }
  return texts
}

function isMovable(kind: string): boolean {
  return kind === 'word' || kind === 'number' || kind === 'quoted' || kind === 'hash'
}

/** The command once for each two neighbouring parts that are exchanged: "make it bigger, the title is too small". O(parts x length). */
export function exchangedParts(text: string): string[] {
  const parts = partsOf(text)
  const texts: string[] = []
  for (let i = 1; i < parts.length && texts.length < MAX_PAIRS; i++)
    texts.push(exchanged(text, parts[i - 1]!, parts[i]!))
  return texts
}

/** What stands between separators, "and" and "then". */
function partsOf(text: string): Span[] {
  const parts: { start: number; end: number }[] = []
  let isOpen = false
  for (const lexeme of lex(tokenize(text))) {
    if (isBoundary(lexeme)) isOpen = false
    else if (isOpen) parts[parts.length - 1]!.end = lexeme.end
    else {
      parts.push({ start: lexeme.start, end: lexeme.end })
      isOpen = true
    }
  }
  return parts
}

function exchanged(text: string, a: Span, b: Span): string {
  const first = text.slice(a.start, a.end)
  const second = text.slice(b.start, b.end)
  return text.slice(0, a.start) + second + text.slice(a.end, b.start) + first + text.slice(b.end)
}
