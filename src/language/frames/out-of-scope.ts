import type { OutOfScopeKind } from '../../command/request.ts'
import type { Clause } from '../../decompose/clause.ts'
import { isEnglishWord } from '../../decompose/lexicon/english-words.ts'
import { foreignWords, outOfScopeWords } from '../lexicon/out-of-scope-words.ts'
import type { Chart } from './chart.ts'

const LONGEST = 4

const kinds: ReadonlyMap<string, OutOfScopeKind> = new Map(
  outOfScopeWords.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
)

/** The kind of a wish that no command can do, by words that say so and are no name on the screen; null where none is said. */
export function outOfScopeIn(chart: Chart): OutOfScopeKind | null {
  if (asksWhy(chart)) return 'judgement'
  const words: { readonly word: string; readonly at: number }[] = []
  let foreign = 0
  let known = 0
  for (const [at, { token, word }] of chart.lexemes.entries()) {
    const isNamed = chart.namesAt(at).length > 0 || (at > 0 && token.capital === true)
    if (token.kind !== 'word' || isNamed) {
      words.push({ word: '|', at })
      continue
    }
    for (const one of word.split(' ')) {
      words.push({ word: one, at })
      if (foreignWords.has(one)) foreign++
      else if (isEnglishWord(one)) known++
    }
  }
  for (let from = 0; from < words.length; from++) {
    let said = ''
    for (let to = from; to < from + LONGEST && to < words.length; to++) {
      said = said === '' ? words[to]!.word : `${said} ${words[to]!.word}`
      const kind = kinds.get(said)
      if (kind !== undefined && (to > from || !isPartOfName(chart, words[to]!.at))) return kind
    }
  }
  return foreign >= 2 && foreign >= known ? 'language' : null
}

/** "why is the button grey": nobody here knows. */
function asksWhy({ lexemes }: Chart): boolean {
  const [first, second] = lexemes
  return first!.word === 'why' && second !== undefined && ASKS.has(second.word)
}

const ASKS: ReadonlySet<string> = new Set(['is', 'are', 'does', 'do', 'did', 'was', 'were', 'has'])

/** "an export button" is a button. */
function isPartOfName(chart: Chart, at: number): boolean {
  const next = chart.lexemes[at + 1]
  return (
    next?.senses.types !== undefined &&
    next.senses.property !== 'text' &&
    chart.lexemes[at]!.senses.verb === undefined
  )
}

/** The whole command as a wish that is refused by its name. */
export function refusedClause({ lexemes }: Chart, about: OutOfScopeKind): Clause {
  return {
    start: lexemes[0]!.start,
    end: lexemes[lexemes.length - 1]!.end,
    family: 'out-of-scope',
    wish: { kind: 'deed', deed: { kind: 'out-of-scope', about } },
    afterThen: false,
    alternatives: () => [],
  }
}
