import { isAct } from './phrase-grammar.ts'

/** A longer phrase describes more than one component can be. */
const MAX_WORDS = 80
const WORD = /[\p{L}\p{N}]{1,64}/gu
const FIRST_WORD = /^[^\p{L}\p{N}"“«`#']{0,8}(\p{L}{1,64})(?=[\s.,:;!?]|$)/u
const LEADING: ReadonlySet<string> = new Set(['on', 'to', 'at', 'in', 'please', 'it'])

/**
 * A phrase without what is to be done: of "click on the menu" the menu stays. Where nothing else would stay, the act was
 * the name after all: "open".
 */
export function withoutAct(phrase: string): string {
  let rest = phrase
  let isAfterAct = false
  for (;;) {
    const first = FIRST_WORD.exec(rest)
    if (first === null) break
    const word = first[1]!.toLowerCase()
    if (!isAct(word) && !(isAfterAct && LEADING.has(word))) break
    rest = rest.slice(first[0].length)
    isAfterAct = true
  }
  return /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : phrase.trim()
}

/** The words of a phrase in lower case, without accents and apostrophes. O(length). */
export function phraseWords(phrase: string): readonly string[] {
  const plain = phrase
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
  return (plain.match(WORD) ?? []).slice(0, MAX_WORDS)
}
