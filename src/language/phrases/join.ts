import type { Chart } from '../frames/chart.ts'
import { shareNouns } from '../../decompose/read/share-nouns.ts'
import type { Reference } from '../../decompose/reference.ts'
import { NO_REFERENCE } from '../../decompose/reference.ts'
import type { Read } from './read.ts'

const MOST_PARTS = 40
/** Of each member so many readings are followed. */
const WIDTH = 3
/** A list without an "and" is likelier two clauses. */
const COMMAS = 2

/** Single noun phrases, and lists of them: "A and B", "A, B and C", "A / B". Linear in the list's length. */
export function joinThings(chart: Chart, at: number): readonly Read<Reference>[] {
  const singles = chart.singles(at)
  const found: Read<Reference>[] = [...singles]
  interface Path {
    readonly parts: readonly Reference[]
    readonly end: number
    readonly cost: number
    /** The last two are joined by "and". */
    readonly hasAnd: boolean
  }
  let paths: Path[] = singles
    .slice(0, 6)
    .map(({ value, end, cost }) => ({ parts: [value], end, cost, hasAnd: false }))
  for (let i = 1; i < MOST_PARTS && paths.length > 0; i++) {
    const longer: Path[] = []
    for (const path of paths) {
      const next = afterGlue(chart, path.end)
      if (next === null || path.parts[path.parts.length - 1]!.indefinite) continue
      for (const { value, end, cost } of chart.singles(next).slice(0, WIDTH)) {
        if (value.indefinite) continue
        longer.push({
          parts: [...path.parts, value],
          end,
          cost: path.cost + cost + 1,
          hasAnd: chart.lexemes[next - 1]!.senses.grammar === 'and',
        })
      }
    }
    const best = new Map<number, Path>()
    for (const path of longer) {
      const same = best.get(path.end)
      if (same === undefined || path.cost < same.cost) best.set(path.end, path)
    }
    paths = [...best.values()].toSorted((a, b) => a.cost - b.cost).slice(0, WIDTH)
    for (const { parts, end, cost, hasAnd } of paths)
      found.push({ value: joined(chart, parts), end, cost: cost + (hasAnd ? 0 : COMMAS) })
  }
  return found
}

function joined(chart: Chart, parts: readonly Reference[]): Reference {
  const { start } = parts[0]!
  const { end } = parts[parts.length - 1]!
  return {
    ...NO_REFERENCE,
    plural: true,
    parts: shareNouns(parts),
    start,
    end,
    phrase: chart.text.slice(start, end),
  }
}

/** Behind "and", a comma, both, or a slash; null where none stands there. */
function afterGlue(chart: Chart, at: number): number | null {
  let next = at
  for (let glue = 0; glue < 2; glue++) {
    const lexeme = chart.lexemes[next]
    if (lexeme === undefined) break
    const isGlue =
      lexeme.senses.grammar === 'and' ||
      (lexeme.token.kind === 'separator' && (lexeme.word === ',' || lexeme.word === '/'))
    if (!isGlue) break
    next++
  }
  return next === at ? null : next
}
