import { hasWord, wordsOf } from './key-words.ts'
import type { LogNode } from './log-tree.ts'
import { walk } from './log-tree.ts'

const OUTCOME_KEYS = new Set(['status', 'verdict', 'result', 'outcome', 'overall', 'state'])
const NOT_THE_TICKETS = new Set([
  'pr',
  'initial',
  'first',
  'previous',
  'issue',
  'ci',
  'build',
  'merge',
  'branch',
])
/** Below these people tell what they think. */
export const PROSE: ReadonlySet<string> = new Set(
  'finding learning lesson insight note remark comment observation takeaway summary_text'.split(' '),
)
/** Whether a line tells how something ended. */
export function isOutcome({ key, kind, path }: LogNode): boolean {
  const words = wordsOf(key)
  return (
    !path.some((one) => hasWord(one, PROSE)) &&
    kind === 'scalar' &&
    OUTCOME_KEYS.has(words.at(-1) ?? '') &&
    !words.some((word) => NOT_THE_TICKETS.has(word))
  )
}

const ATTEMPTS = new Set(['attempt', 'try', 'tries', 'round', 'iteration', 'run'])

/** Lists of attempts that each tell how they ended: the last one decides, the others were in vain. */
export function attemptsIn(nodes: readonly LogNode[]): {
  readonly earlier: ReadonlySet<LogNode>
  /** The lengths of the lists. */
  readonly tries: readonly number[]
} {
  const lists = nodes.filter(
    ({ key, kind, children }) =>
      kind === 'list' &&
      ATTEMPTS.has(wordsOf(key).at(-1) ?? '') &&
      children.length > 0 &&
      children.every((child) => child.kind === 'mapping' && child.children.some(isOutcome)),
  )
  const earlier = lists.flatMap(({ children }) => children.slice(0, -1).flatMap((child) => [...walk(child)]))
  return { earlier: new Set(earlier), tries: lists.map(({ children }) => children.length) }
}
