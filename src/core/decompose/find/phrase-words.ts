import { isAct } from './phrase-grammar.ts'

/** A longer phrase describes more than one component can be. */
const MAX_WORDS = 80
const WORD = /[\p{L}\p{N}]{1,64}/gu
const QUOTED = /["“«`]([^"”»`]{1,200})["”»`]/u
const LEADING: ReadonlySet<string> = new Set(['on', 'to', 'the', 'a', 'an', 'at', 'in', 'please', 'it'])

export interface PhraseWords {
  /** Lower case, without accents and apostrophes, without the leading act. */
  readonly words: readonly string[]
  /** Words between quotes: they are said by the component, letter for letter. */
  readonly quoted: readonly string[]
}

/** The words of a phrase without what is to be done: "click on the" goes. O(length). */
export function readPhraseWords(phrase: string): PhraseWords {
  const words = wordsIn(phrase)
  const quoted = QUOTED.exec(phrase)
  let from = 0
  while (from < words.length && isAct(words[from]!)) {
    from++
    while (from < words.length && LEADING.has(words[from]!)) from++
  }
  // The act was the name after all: "select", "open".
  if (from >= words.length) from = Math.max(0, words.length - 1)
  return { words: words.slice(from), quoted: quoted === null ? [] : wordsIn(quoted[1]!) }
}

function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f'’]/g, '').toLowerCase()
  return (plain.match(WORD) ?? []).slice(0, MAX_WORDS)
}
