import type { Match } from 'blueprint-command-engine'
import { kindOf, whereabouts } from './outline.ts'
import type { Outline } from './outline.ts'
import { printable } from './printable.ts'
import { firstLines } from './view.ts'
import type { View } from './view.ts'

const MAX_MATCHES = 20

/** What a phrase could mean, best first. */
export function renderMatches(view: View, matches: readonly Match[], outline: Outline): string[] {
  const { palette } = view
  const width = Math.max(0, ...matches.slice(0, MAX_MATCHES).map(({ id }) => printable(id).length))
  const blocks = matches.map(({ id, score, why }) => {
    const place = outline.get(id)
    const name = printable(id)
    const kind =
      place === undefined ? '' : `  ${kindOf(view, place.component)}  ${palette.faint(whereabouts(place))}`
    return `${score.toFixed(2)}  ${palette.id(name)}${' '.repeat(Math.max(0, width - name.length))}${kind}  ${palette.faint(`(${printable(why)})`)}`
  })
  return firstLines(view, blocks, MAX_MATCHES, '--json lists all')
}
