import type { Unread } from '../../decompose/clause.ts'
import { endOfOpening } from '../../decompose/opening.ts'
import { conditions, doubts } from '../lexicon/remark-words.ts'
import type { Chart } from './chart.ts'

/**
 * The stretch of a command whose words forbid to do it: a condition that nobody here can judge, or a doubt about what would
 * be gone. Null where there is none.
 */
export function refusedStretch(chart: Chart): Unread | null {
  let doubt = false
  let destroys = false
  let opened = 0
  for (const [at, { word, senses, token }] of chart.lexemes.entries()) {
    // "it would be great if ..." opens a wish.
    opened = Math.max(opened, endOfOpening(chart.lexemes, at))
    if (at < opened) continue
    if (token.kind !== 'word' && token.kind !== 'separator') continue
    const isNamed = chart.namesAt(at).some(({ how, weak }) => how === 'whole' && !weak)
    if (isNamed) continue
    if (conditions.has(word) && senses.filler !== true && at + 1 < chart.length) return wholeOf(chart)
    doubt ||= doubts.has(word)
    destroys ||= senses.verb === 'delete'
    if (doubt && destroys && word === '?') return wholeOf(chart)
    if (
      senses.grammar === 'not' &&
      chart.lexemes[at + 1]?.senses.verb === 'delete' &&
      chart.length - at < 8 &&
      at < 3
    )
      return wholeOf(chart)
  }
  return doubt && destroys ? wholeOf(chart) : null
}

/** All of a command as what was not read. */
export function wholeOf(chart: Chart): Unread {
  const { lexemes } = chart
  return {
    start: lexemes[0]!.start,
    end: lexemes[lexemes.length - 1]!.end,
    words: lexemes.filter(({ token }) => token.kind === 'word').flatMap(({ word }) => word.split(' ')),
    vague: lexemes.filter(({ senses }) => senses.vague === true).map(({ word }) => word),
  }
}
