import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { saysText } from './match-names.ts'
import { merged } from './pools.ts'

/** Words before a name that are no part of it. */
const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'all',
  'every',
  'each',
  'both',
  'this',
  'my',
])

/**
 * "the Main stage badge", "the Last minute card": words that could choose among several are what these components say, word
 * for word. Empty where none does. O(components of the type).
 */
export function sayingAll(reference: Reference, index: DocumentIndex): readonly TreeNode[] {
  const { types, noun, phrase } = reference
  if (types === null || noun === null || !isChosen(reference) || !isPlain(reference)) return []
  const words = splitWords(phrase)
  while (words.length > 0 && DETERMINERS.has(words[0]!)) words.shift()
  const ending = splitWords(noun)
  if (words.slice(-ending.length).join(' ') !== ending.join(' ')) return []
  words.splice(-ending.length)
  // "the last button" of a pager counts, though one may say "Last".
  if (words.length < 2) return []
  const said = words.join(' ')
  return merged(index, types[0]!).filter((node) => saysText(node, said) > 1)
}

/** Whether a word chooses by size, number, place or look; a name alone is compared with all texts anyway. */
function isChosen({ superlative, ordinals, filters, relations, take, quantity }: Reference): boolean {
  return (
    superlative !== null ||
    ordinals.length > 0 ||
    filters.length > 0 ||
    relations.length > 0 ||
    take !== null ||
    quantity === 'other'
  )
}

function isPlain({ quoted, id, pronoun, relations, filters, except, names }: Reference): boolean {
  return (
    quoted === null &&
    id === null &&
    pronoun === null &&
    except.length === 0 &&
    names.length > 0 &&
    relations.every(({ kind }) => kind === 'side') &&
    filters.every(({ kind }) => kind !== 'has' && kind !== 'holds')
  )
}
