import { reword } from '../../decompose/spelling.ts'
import type { Corrected, Rewording } from '../../decompose/spelling.ts'
import { spotNames } from '../../decompose/text/spot.ts'
import { tokenize } from '../../decompose/tokenize.ts'
import type { DocumentIndex } from '../../document/document-index.ts'

const FONT_WORDS: ReadonlySet<string> = new Set(['font', 'fonts', 'weight', 'weights'])

/** "font 700" may be a weight, which has no unit: that is no slip. */
function mayBeWeight(value: number): boolean {
  return value >= 100 && value <= 900 && value % 100 === 0
}

/** Numbers in a command that get a unit; more are a table. */
const MAX_NUMBERS = 8

/**
 * Readings of a command whose bare numbers have a unit: pixels, as the language has it where none is said, and percent for what
 * goes by shares. The first gives it to all, the next to one each. O(length).
 */
export function withUnits(text: string, index: DocumentIndex): Corrected[] {
  const tokens = tokenize(text)
  // "module 1" is a name: its number counts nothing.
  const names = spotNames(tokens, text, index).filter(({ how, from, to }) => how === 'whole' && to - from > 1)
  const isInName = (at: number): boolean => names.some(({ from, to }) => from <= at && at < to)
  const isAboutFonts = tokens.some(({ word }) => FONT_WORDS.has(word))
  const bare = tokens.filter(
    ({ kind, unit, value = 0 }, at) =>
      kind === 'number' && unit === undefined && !(isAboutFonts && mayBeWeight(value)) && !isInName(at),
  )
  if (bare.length === 0 || bare.length > MAX_NUMBERS) return []
  const withUnit = (unit: string): Rewording[] =>
    bare.map(({ start, end }) => ({
      start,
      end,
      to: `${text.slice(start, end)}${unit}`,
      kind: 'missing-unit',
    }))
  const pixels = withUnit('px')
  const percent = withUnit('%')
  const single = bare.length === 1 ? [] : [...pixels, ...percent].map((one) => [one])
  return [pixels, percent, ...single].map((rewordings) => reword(text, rewordings))
}
