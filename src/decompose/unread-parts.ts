import type { DocumentIndex } from '../document/document-index.ts'
import { splitWords } from '../document/words.ts'
import { families } from './intents/registry.ts'
import type { Lexeme } from './lexeme.ts'
import { lex } from './lexeme.ts'
import { vocabularyWords } from './lexicon/lexicon.ts'
import { readableBeginning } from './readable-beginning.ts'
import { tokenize } from './tokenize.ts'

/** What is known of words that no family could read. */
export interface UnreadParts {
  readonly words: string
  readonly lexemes: readonly Lexeme[]
  /** Those of the first that neither the vocabulary nor the document has. */
  readonly unknown: readonly Lexeme[]
  /** How many lexemes from the beginning make a clause of their own. */
  readonly readable: number
}

/** Further words are not looked into: nobody says so much without a mark. */
const MAX_LOOKED_AT = 24

/** Looks into unread words; positions in the lexemes count from their beginning. */
export function partsOfUnread(words: string, index: DocumentIndex): UnreadParts {
  const lexemes = lex(tokenize(words)).slice(0, MAX_LOOKED_AT)
  const unknown = lexemes.filter((lexeme) => isUnknown(lexeme, index))
  return { words, lexemes, unknown, readable: longestBeginning(lexemes) }
}

/** The longest beginning that some family reads, without the connector at its end: "bigger than" is "bigger". */
function longestBeginning(lexemes: readonly Lexeme[]): number {
  const longest = Math.max(0, ...families.map((family) => readableBeginning(family, lexemes)))
  const isConnector = longest > 0 && lexemes[longest - 1]!.senses.grammar !== undefined
  return isConnector && longest < lexemes.length ? longestBeginning(lexemes.slice(0, longest - 1)) : longest
}

function isUnknown({ token, word }: Lexeme, index: DocumentIndex): boolean {
  if (token.kind !== 'word' || vocabularyWords().has(word) || word !== token.word) return false
  return !splitWords(word).some((part) => index.hasWord(part))
}
