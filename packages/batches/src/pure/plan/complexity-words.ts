import { withoutNote } from './hours.ts'
import type { Complexity } from './plan.ts'

const WORDS: Readonly<Record<Complexity, readonly string[]>> = {
  low: ['low', 'simple', 'easy', 'trivial', 'minimal', 'small', 'minor', 'xs', 's'],
  medium: ['medium', 'moderate', 'mid', 'average', 'normal', 'med', 'm'],
  high: ['high', 'complex', 'hard', 'difficult', 'large', 'critical', 'l', 'xl', 'very-high'],
}
const ORDER: readonly Complexity[] = ['low', 'medium', 'high']

/**
 * `low`, `Medium (note)`, `low-medium`, `moderate`; of several the highest. Null if no word is known. `reading` tells how
 * what is not one of the three words was read.
 */
export function readComplexityWords(
  text: string,
): { readonly complexity: Complexity; readonly reading: string | null } | null {
  const plain = withoutNote(text).toLowerCase().trim()
  const exact = ORDER.find((each) => each === plain)
  if (exact !== undefined) return { complexity: exact, reading: null }
  const words: readonly string[] = plain.slice(0, 200).match(/[a-z]{1,20}/g) ?? []
  if (words.includes('not')) return null
  const found = ORDER.findLast((each) => words.some((word) => WORDS[each].includes(word)))
  return found === undefined ? null : { complexity: found, reading: `read as ${found}` }
}
