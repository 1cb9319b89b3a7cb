import type { DocumentIndex } from '../document/document-index.ts'
import { editDistance, leastDistance, lettersOf } from './edit-distance.ts'
import { vocabularyWords } from './lexicon/lexicon.ts'

const MAX_SIMILAR = 3
/** Longer than any word of the vocabulary: such words are not compared. */
const MAX_LENGTH = 40

/**
 * Words of the vocabulary and the document that look like one that neither has, nearest first; further off than a slip
 * would be, so they are for suggestions only. O(words of both).
 */
export function similarWords(word: string, index: DocumentIndex): string[] {
  if (word.length > MAX_LENGTH) return []
  const limit = Math.min(3, Math.max(1.3, word.length * 0.4))
  const letters = lettersOf(word)
  const similar = new Map<string, number>()
  const consider = (candidate: string): void => {
    if (candidate.length < 2 || Math.abs(candidate.length - word.length) > limit) return
    if (leastDistance(letters, lettersOf(candidate)) > limit) return
    const distance = editDistance(word, candidate, limit)
    if (distance <= limit) similar.set(candidate, distance)
  }
  for (const candidate of vocabularyWords()) consider(candidate)
  for (const candidate of index.vocabulary()) consider(candidate)
  return [...similar]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map(([candidate]) => candidate)
}
