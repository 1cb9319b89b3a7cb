import type { Span } from '../command/issue.ts'
import { vocabularyWords } from './lexicon/lexicon.ts'
import type { Token } from './token.ts'

/** A word that was said twice. */
export interface DoubledWord extends Span {
  readonly word: string
}

/** Words that people say twice to mean them more. */
const EMPHATIC: ReadonlySet<string> = new Set(['very', 'really', 'much', 'so', 'way', 'far', 'too', 'super'])

/**
 * Makes one token of a word of the vocabulary that stands twice in a row: "in in the header" says nothing else than "in the
 * header", and "taller taller" is a slip before it is a wish. Other words may be said twice in a name. O(tokens).
 */
export function withoutDoubles(tokens: readonly Token[]): {
  readonly tokens: readonly Token[]
  readonly doubled: readonly DoubledWord[]
} {
  const doubled: DoubledWord[] = []
  let kept: Token[] | null = null
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const last = kept === null ? tokens[i - 1] : kept[kept.length - 1]
    if (last === undefined || !isDouble(last, token)) {
      kept?.push(token)
      continue
    }
    kept ??= tokens.slice(0, i)
    const whole = { ...last, end: token.end }
    kept[kept.length - 1] = whole
    // A word said three times is one slip.
    if (doubled[doubled.length - 1]?.start === whole.start) doubled.pop()
    doubled.push({ word: whole.word, start: whole.start, end: whole.end })
  }
  return { tokens: kept ?? tokens, doubled }
}

function isDouble(a: Token, b: Token): boolean {
  return (
    a.word === b.word &&
    a.kind === 'word' &&
    b.kind === 'word' &&
    a.end < b.start &&
    !EMPHATIC.has(a.word) &&
    vocabularyWords().has(a.word)
  )
}
