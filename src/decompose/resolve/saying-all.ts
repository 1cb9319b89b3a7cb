import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { saysText } from './match-names.ts'
import { merged, rarest } from './pools.ts'

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
  if (words.length < 2) return noun === 'name' ? sayingName(`${words.join(' ')} ${noun}`, index) : []
  const said = words.join(' ')
  return merged(index, types[0]!).filter((node) => saysText(node, said) > 1)
}

/** "first name" is no first of several names where something says just that. */
function sayingName(phrase: string, index: DocumentIndex): readonly TreeNode[] {
  return index.withWord('name').filter((node) => saysText(node, phrase) > 1)
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

function isPlain({ quoted, id, pronoun, relations, filters, except, names, noun }: Reference): boolean {
  return (
    quoted === null &&
    id === null &&
    pronoun === null &&
    except.length === 0 &&
    (names.length > 0 || noun === 'name') &&
    relations.every(({ kind }) => kind === 'side') &&
    filters.every(({ kind }) => kind !== 'has' && kind !== 'holds')
  )
}

/** Nouns for what anything says, whatever it is. */
const SAID: ReadonlySet<string> = new Set(
  'text|texts|label|labels|caption|title|heading|headline|name|message|note'.split('|'),
)

/**
 * `the text "Subscribe"`: where no text says just that, the button that does. Empty where one of the type does, or none.
 * O(components with the rarest of the words).
 */
export function sayingQuoted(reference: Reference, index: DocumentIndex): readonly TreeNode[] {
  const { quoted, noun, types, names } = reference
  if (quoted === null || noun === null || types === null || names.length > 0 || !SAID.has(noun)) return []
  const words = splitWords(quoted)
  if (words.length === 0 || isChosen(reference)) return []
  const saying = index.withWord(rarest(index, words)).filter((node) => saysText(node, quoted) > 1)
  const typed = new Set(types.flatMap((tier) => merged(index, tier)))
  return saying.some((node) => typed.has(node)) ? [] : saying
}
