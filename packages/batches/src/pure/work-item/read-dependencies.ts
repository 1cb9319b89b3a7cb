import type { FrontMatterValues } from './front-matter-values.ts'
import { itemIdsIn, parseItemId, withRangesWrittenOut } from './item-id.ts'
import { withoutNote } from '../plan/hours.ts'
import { splitList } from '../plan/declared-files.ts'

const NAMES = ['dependencies', 'depends_on', 'dependency', 'blocked_by', 'requires', 'prerequisites']
const NONE = /^(?:none|n\/a|null|\[\]|-|no|false|tbd|nothing)$/i

/** The ids of the items that must be done before: lists, commas, prose with ids in it. What is more than ids is warned of. */
export function readDependencies(values: FrontMatterValues): string[] {
  const found = new Set<string>()
  for (const value of values.allValues(NAMES)) {
    const written = withRangesWrittenOut(value.text)
    const ids: string[] = []
    const left: string[] = []
    for (const part of splitList(written)) {
      const plain = withoutNote(part)
      // Standing alone, a number is an id; within words it could be anything.
      const alone =
        /^[\d.]{1,30}$/.test(plain) || /^[A-Za-z]{2,12}-\d/.test(plain) ? parseItemId(plain) : null
      const { ids: within, rest } = itemIdsIn(part)
      ids.push(...(alone === null ? within : [alone.text]))
      if (alone === null) left.push(withoutNote(rest).replaceAll(/[,;\s]|\band\b/g, ''))
    }
    for (const id of ids) found.add(id)
    const isRead = left.every((text) => text === '' || NONE.test(text)) && written === value.text
    if (!isRead)
      values.warn(
        'dependency-prose',
        `"${value.text.slice(0, 60)}" is more than ids; ${ids.length === 0 ? 'none was found' : `read as ${ids.join(', ')}`}`,
        value,
        'dependencies',
      )
  }
  return [...found]
}
