/** T-shirt sizes from small to large, in the two spellings that are about. */
const LADDERS: readonly (readonly string[])[] = [
  ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl'],
  ['xs', 'sm', 'md', 'lg', 'xl', '2xl', '3xl', '4xl'],
]

const SIZE_WORDS: { readonly [word: string]: readonly string[] } = {
  extrasmall: ['xs'],
  small: ['sm', 's'],
  medium: ['md', 'm'],
  large: ['lg', 'l'],
  extralarge: ['xl'],
}

/** How T-shirt scales write a size that people say in full; none for another word. */
export function sizeNames(word: string): readonly string[] {
  return Object.hasOwn(SIZE_WORDS, word) ? SIZE_WORDS[word]! : []
}

/** The ladder on which all of these values stand; undefined if they stand on none. */
export function tShirtLadder(values: readonly string[]): readonly string[] | undefined {
  if (values.length === 0) return undefined
  return LADDERS.find((ladder) => values.every((value) => ladder.includes(value.toLowerCase())))
}

/** One or two steps, up or down; the end of the ladder stops it. Undefined if the value is off the ladder. */
export function climb(ladder: readonly string[], from: string, steps: number): string | undefined {
  const at = ladder.findIndex((value) => value.toLowerCase() === from.toLowerCase())
  if (at < 0) return undefined
  return ladder[Math.min(ladder.length - 1, Math.max(0, at + steps))]
}

/** "much", "a lot", "huge" and "tiny" are two steps, everything else is one (relative words: x1.5, x0.5, x0.7). */
export function stepsOf(change: { readonly factor?: number; readonly by?: number }, single: number): number {
  const { factor = 1, by = 0 } = change
  if (by !== 0) return Math.sign(by) * (Math.abs(by) > single ? 2 : 1)
  if (factor === 1) return 0
  const isFar = factor >= 1.35 || factor <= 0.75
  return (factor > 1 ? 1 : -1) * (isFar ? 2 : 1)
}
