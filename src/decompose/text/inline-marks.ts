import { INLINE_MARKER, matchAt, SPACE } from '../token-patterns.ts'

/**
 * The numbers of a list within a line: "(1) hide it (2) make it red". Only the number that comes next after the list's
 * first is one, so that "(2)" by itself is none.
 */
export class InlineMarks {
  #number = 0
  #isBracketed = false

  /** Tells of a mark at the start of a line. */
  note(mark: string): void {
    const number = Number.parseInt(mark.replace(/^\(/, ''), 10)
    this.#number = mark.endsWith(')') && number > 0 ? number : 0
    this.#isBracketed = mark.startsWith('(')
  }

  /** The mark here, if the list goes on; empty where it does not. O(1). */
  next(text: string, at: number): string {
    const mark = matchAt(INLINE_MARKER, text, at)
    if (mark === '' || !SPACE.test(text[at - 1] ?? ' ')) return ''
    const isBracketed = mark.startsWith('(')
    const number = Number.parseInt(isBracketed ? mark.slice(1) : mark, 10)
    const isFirst = number === 1 && /[:\s]\s$/.test(text.slice(Math.max(0, at - 2), at))
    if (!isFirst && (this.#number === 0 || number !== this.#number + 1 || isBracketed !== this.#isBracketed))
      return ''
    this.#number = number
    this.#isBracketed = isBracketed
    return mark
  }
}
