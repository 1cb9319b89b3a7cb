import type { WordEdit } from '../../command/content-steps.ts'

/** A text after an edit, and how many places in it changed. */
export interface EditedText {
  readonly text: string
  readonly count: number
}

/** Carries out an edit on one text. O(length). */
export function editText(text: string, edit: WordEdit): EditedText {
  switch (edit.kind) {
    case 'append':
      return { text: text + edit.text, count: 1 }
    case 'prepend':
      return { text: edit.text + text, count: 1 }
    case 'replace':
      return replaceWords(text, edit.find, edit.part === true, (found) =>
        inCaseOf(found, edit.find, edit.with),
      )
    case 'remove': {
      const { text: without, count } = replaceWords(text, edit.find, edit.part === true, () => GONE)
      return { text: count === 0 ? text : withoutGaps(without), count }
    }
  }
}

/** Marks where words were taken out; no text that people write holds it. */
const GONE = '\uE000'

function replaceWords(
  text: string,
  find: string,
  isPart: boolean,
  replacement: (found: string) => string,
): EditedText {
  const parts: string[] = []
  const low = lowered(text)
  const wanted = lowered(find)
  let count = 0
  let from = 0
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at)) {
    const end = at + find.length
    if (!isPart && !(isBoundary(text, at) && isBoundary(text, end))) {
      at++
      continue
    }
    parts.push(text.slice(from, at), replacement(text.slice(at, end)))
    count++
    from = end
    at = end
  }
  parts.push(text.slice(from))
  return { text: parts.join(''), count }
}

/** Letter by letter, so that positions stay: some letters have lower-case forms of another length. */
function lowered(text: string): string {
  const whole = text.toLowerCase()
  if (whole.length === text.length) return whole
  let low = ''
  for (const letter of text) {
    const lower = letter.toLowerCase()
    low += lower.length === letter.length ? lower : letter
  }
  return low
}

const LETTER = /[\p{L}\p{N}_]/u

/** Whether a word may begin or end here: not between two letters of a text. */
function isBoundary(text: string, at: number): boolean {
  return !(at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!))
}

/** A replacement with the capitals that the word had. */
function inCaseOf(found: string, find: string, replacement: string): string {
  if (found === find) return replacement
  const [low, high] = [found.toLowerCase(), found.toUpperCase()]
  if (found === high && found !== low && found.length > 1) return replacement.toUpperCase()
  const first = replacement[0] ?? ''
  if (found === low) return first.toLowerCase() + replacement.slice(1)
  return found.startsWith(high[0]!) ? first.toUpperCase() + replacement.slice(1) : replacement
}

/** Closes what words leave: one blank between others, none at the ends or before a stop. */
function withoutGaps(text: string): string {
  const parts = text.split(GONE)
  let joined = parts[0]!
  for (const part of parts.slice(1)) {
    const meetsBlank = joined === '' || joined.endsWith(' ')
    const rest = meetsBlank && part.startsWith(' ') ? part.slice(1) : part
    joined = (/^[.,;:!?]/.test(rest) ? joined.trimEnd() : joined) + rest
  }
  return joined.trim()
}
