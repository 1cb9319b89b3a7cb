import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import { afterGlue } from './search.ts'
import type { Reference } from '../../decompose/reference.ts'
import { NO_REFERENCE } from '../../decompose/reference.ts'
import { isBoundary } from '../../decompose/cursor.ts'
import { endOfTold, tell } from './told.ts'
import { actual, wanted } from '../lexicon/remark-words.ts'
import { styleOf } from './style.ts'

/** "salary badge: make it bold", "in the footer, ...", "HERO" in a line of its own: what the next wishes are about. */
export function topicsAt(chart: Chart, start: number): readonly Filled[] {
  const { senses } = chart.lexemes[start]!
  const isLed = senses.grammar === 'for' || senses.relation === 'inside' || senses.relation === 'on'
  const from = isLed ? start + 1 : start
  if (from >= chart.length) return []
  const singles = new Set(chart.singles(from).map(({ value }) => value))
  return chart.things(from).flatMap(({ value, end, cost }): Filled[] => {
    const next = chart.lexemes[end]
    if (
      next === undefined ||
      value.indefinite ||
      (value.pronoun !== null && value.pronoun !== 'one' && value.pronoun !== 'ones')
    )
      return []
    const { token, word } = next
    const told = endOfTold(chart, end)
    if (told !== null) return [tell(value, told, cost, undefined)]
    const property = next.senses.property
    const behind =
      property === undefined || next.senses.types !== undefined || end + 1 >= chart.length
        ? null
        : endOfTold(chart, end + 1)
    if (behind !== null) return [tell(value, behind, cost, property)]
    const isColon = token.kind === 'separator' && (word === ':' || word === '\n')
    const isComma = token.kind === 'separator' && word === ','
    const verb = behindFillers(chart, end)
    const resumed = chart.lexemes[verb]?.senses.verb === undefined ? undefined : pronounAt(chart, verb + 1)
    const isResumed =
      resumed === 'them' ? value.plural || singles.has(value) : resumed === 'it' && singles.has(value)
    if (!isColon && !isComma && !isResumed && !isLed) return []
    const isInside = senses.relation === 'inside'
    const wish = isResumed
      ? styleOf({ target: value }, [])
      : ({ kind: 'topic', target: value, ...(isInside && { isInside }) } as const)
    return [
      {
        isComma: isComma && !isLed,
        frame: 'topic',
        stake: 'look',
        wish,
        end,
        cost:
          cost +
          (isColon
            ? 2
            : isLed && isComma
              ? 1
              : isResumed
                ? 1
                : isLed && next.senses.verb !== undefined
                  ? 2
                  : 5),
        isBorrowing: false,
        said: NOTHING,
      },
    ]
  })
}

function pronounAt(chart: Chart, at: number): 'it' | 'them' | undefined {
  const pronoun = chart.lexemes[at]?.senses.pronoun
  return pronoun === 'it' || pronoun === 'them' ? pronoun : undefined
}

/** "the title um please make it red": behind what is said in passing. */
function behindFillers(chart: Chart, at: number): number {
  let next = at
  while (chart.lexemes[next]?.senses.filler === true) next++
  return next
}

/** "same for Z", "the same for Z", "Z too", "Z as well", "Z: same", "and also Z": the wish before, on something else. */
export function repeatsAt(chart: Chart, start: number): readonly Filled[] {
  let at = start
  while (
    at < chart.length &&
    (chart.lexemes[at]!.senses.grammar === 'the' || chart.lexemes[at]!.senses.verb === 'make')
  )
    at++
  if (isSame(chart, at)) {
    let next = at + 1
    const { grammar, relation } = chart.lexemes[next]?.senses ?? {}
    if (
      grammar === 'for' ||
      grammar === 'to' ||
      grammar === 'with' ||
      relation === 'on' ||
      relation === 'inside'
    )
      next++
    else return []
    if (next >= chart.length) return []
    return chart.things(next).map(({ value, end, cost }) => repeat(value, end, cost))
  }
  const also = chart.lexemes[start]!.senses.grammar === 'too' ? start + 1 : start
  if (also >= chart.length) return []
  return chart.things(also).flatMap(({ value, end, cost }) => {
    let next = end
    const isColon = chart.lexemes[next]?.token.kind === 'separator' && chart.lexemes[next]!.word === ':'
    if (isColon) next++
    const glue = isColon ? null : afterGlue(chart, next)
    if (glue !== null && isSame(chart, glue)) next = glue
    const isToo = chart.lexemes[next]?.senses.grammar === 'too'
    if (isSame(chart, next) || (isToo && !isColon)) return [repeat(value, next + 1, cost)]
    return also > start ? [repeat(value, end, cost + 1)] : []
  })
}

function isSame(chart: Chart, at: number): boolean {
  const lexeme = chart.lexemes[at]
  return lexeme?.senses.grammar === 'same' || lexeme?.word === 'ditto' || lexeme?.word === 'likewise'
}

function repeat(target: Parameters<typeof styleOf>[0]['target'] & object, end: number, cost: number): Filled {
  return {
    frame: 'again',
    stake: 'look',
    wish: { kind: 'again', target },
    end,
    cost: cost + 1,
    isBorrowing: true,
    said: NOTHING,
  }
}

const NOTHING: Filled['said'] = { head: null, property: undefined }

/** "Expected: X. Actual: Y.", "is: Y, should be: X": the text that is there, and the one that belongs there. */
export function oldAndNewAt(chart: Chart, start: number): readonly Filled[] {
  const first = labelled(chart, start)
  if (first === null) return []
  let next = first.end
  while (next < chart.length && isBoundary(chart.lexemes[next]!)) next++
  const second = next < chart.length ? labelled(chart, next) : null
  if (second === null || second.isWanted === first.isWanted) return []
  const [wanted, actual] = first.isWanted ? [first, second] : [second, first]
  const target = {
    ...NO_REFERENCE,
    quoted: actual.text,
    phrase: actual.text,
    start: chart.lexemes[start]!.start,
    end: chart.lexemes[second.end - 1]!.end,
  }
  const content = { kind: 'content', value: wanted.text, isUrl: false, quoted: true } as const
  return [
    {
      frame: 'old-and-new',
      stake: 'text',
      wish: styleOf({ target }, [content]),
      end: second.end,
      cost: -6,
      isBorrowing: false,
      said: NOTHING,
    },
  ]
}

interface Labelled {
  readonly isWanted: boolean
  readonly text: string
  readonly end: number
}

function labelled(chart: Chart, at: number): Labelled | null {
  const { word } = chart.lexemes[at]!
  const isWanted = wanted.has(word)
  if (!isWanted && !actual.has(word)) return null
  const colon = chart.lexemes[at + 1]
  const text = chart.lexemes[at + 2]
  if (colon?.word !== ':' || text?.token.kind !== 'quoted') return null
  return { isWanted, text: text.token.word, end: at + 3 }
}

/** What somebody says of things is a topic too: "I don't sell cinnamon roll no more, take away". */
export function mentionsIn(chart: Chart, start: number, end: number): Reference | null {
  let found: Reference | null = null
  for (let at = start; at < end; at++) {
    if (!chart.namesAt(at).some(({ how, weak, field }) => how === 'whole' && !weak && field !== 'id'))
      continue
    const [read] = chart.singles(at)
    if (read === undefined || read.end > end) continue
    if (found !== null) return null
    found = read.value
    at = read.end - 1
  }
  return found
}
