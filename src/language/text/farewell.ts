import type { Lexeme } from '../../decompose/lexeme.ts'
import { farewells, pleas } from '../lexicon/remark-words.ts'

/**
 * The command without the "please" and "thanks" at its end, so that no text takes them in. They stay where they may be
 * what is said of: behind "to" and "say", as a name on the screen, or with a capital in a list.
 */
export function withoutFarewell(
  lexemes: readonly Lexeme[],
  isName: (at: number) => boolean,
): readonly Lexeme[] {
  let end = lexemes.length
  for (let at = end - 1; at > 1; at--) {
    const { token, word } = lexemes[at]!
    if (token.kind === 'separator') continue
    if (!farewells.has(word) || isName(at)) break
    const before = lexemes[at - 1]!
    const isApart = before.token.kind === 'separator'
    if (
      token.capital === true ? !isApart || before.word === ',' : !isApart && !isSaidToUs(lexemes[at]!, before)
    )
      break
    end = isApart ? at - 1 : at
  }
  return end === lexemes.length ? lexemes : lexemes.slice(0, end)
}

/** "make it red please"; but "make it say please", "add a label thanks". */
function isSaidToUs({ word }: Lexeme, { senses, word: former }: Lexeme): boolean {
  if (farewells.has(former)) return true
  const { grammar, verb } = senses
  return pleas.has(word) && grammar !== 'to' && grammar !== 'say' && grammar !== 'says' && verb === undefined
}
