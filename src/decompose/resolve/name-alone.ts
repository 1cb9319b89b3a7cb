import type { DocumentIndex } from '../../document/document-index.ts'
import { nameWords } from '../../document/name-words.ts'
import { stem } from '../../document/words.ts'
import type { Reference, SaidName } from '../reference.ts'
import { bearersOf } from './bearers.ts'
import { COST } from './candidate.ts'
import { meansSeveral } from './means-several.ts'

/**
 * "the sign up": words alone that may be a name on the screen; null where a noun, a number or a choice is said, too, or a
 * plural that nothing is called by: "the rooms" are the cards called room.
 */
export function nameAlone(reference: Reference, index: DocumentIndex): SaidName | null {
  const { types, names, quoted, generic, pronoun, filters } = reference
  if (types !== null || names.length === 0 || quoted !== null || generic || pronoun !== null) return null
  if (meansSeveral(reference) || filters.length > 0 || names.some((name) => name.startsWith('?'))) return null
  const text = names.join(' ')
  const last = names[names.length - 1]!
  const said: SaidName = { key: nameWords(text).join(' '), how: 'whole', text }
  const isPlural = stem(last) !== last
  return isPlural && !bearersOf(said, index).some(({ cost }) => cost <= COST.otherSigns) ? null : said
}
