import type { ScreenNames } from '../../document/screen-names.ts'
import { SHAPE_WORDS } from '../lexicon/shape-words.ts'
import { GAP } from './command-words.ts'
import type { CommandWords, Run } from './command-words.ts'

/** What the words from one on say a text looks like, where the document has such a text; null for anything else. */
export function shapeAt({ stems, gaps }: CommandWords, start: number, names: ScreenNames): Run | null {
  const first = stems[start]!
  const alone = SHAPE_WORDS.get(first)
  const isPair = start + 1 < stems.length && gaps[start + 1] === GAP.open
  const pair = isPair && alone !== undefined ? SHAPE_WORDS.get(`${first} ${stems[start + 1]!}`) : undefined
  const shape = pair ?? alone
  if (shape === undefined || shape === null) return null
  const count = names.shapeCount(shape)
  const end = start + (pair === undefined || pair === null ? 1 : 2)
  return count === 0 ? null : { how: 'shape', field: 'text', key: shape, start, end, many: count > 1 }
}
