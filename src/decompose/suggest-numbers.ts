import type { Span } from '../command/issue.ts'
import { tokenize } from './tokenize.ts'

/** Values that most properties can have, the largest first: what is too much comes down as little as it must. */
const USUAL = [100, 50, 10, 1] as const

/** Numbers of a clause that are changed: more are no wish of a person. */
const MAX_NUMBERS = 4

/**
 * The command with another number in the place of one of a clause whose value cannot be: without its sign, else a usual
 * one, with its unit. Whether they work is for the caller to try.
 */
export function suggestNumbers(text: string, { start, end }: Span): string[] {
  return tokenize(text.slice(start, end))
    .filter(({ kind }) => kind === 'number')
    .slice(0, MAX_NUMBERS)
    .flatMap((token) => {
      const said = text.slice(start + token.start, start + token.end)
      const unit = /[^\d.+-][\s\S]*$/.exec(said)?.[0] ?? ''
      const value = token.value ?? 0
      const others = [...(value < 0 ? [-value] : []), ...USUAL.filter((usual) => usual !== Math.abs(value))]
      return others.map(
        (other) => text.slice(0, start + token.start) + String(other) + unit + text.slice(start + token.end),
      )
    })
}
