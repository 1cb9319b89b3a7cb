/** Control characters, invisible and direction marks, line separators, lone surrogates; the joiner of emoji is harmless. */
const UNPRINTABLE = /(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A text of a document or a command as one line that is safe to show: what could command the terminal, or hide and
 * reorder what a person reads, is written as an escape. O(length).
 */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => NAMED_ESCAPES[character] ?? escape(character))
}

function escape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`
}

/** The text in quotes, cut to `maxLength` characters. */
export function quoted(text: string, maxLength = 48): string {
  return `"${cut(printable(text), maxLength)}"`
}

/** The text, its end replaced by an ellipsis where it is longer than `maxLength`. */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const end = Math.max(0, maxLength - 1)
  // A pair of surrogates is one character.
  return `${text.slice(0, isHighSurrogate(text, end - 1) ? end - 1 : end)}…`
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
