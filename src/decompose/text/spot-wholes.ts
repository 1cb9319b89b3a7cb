import type { DocumentIndex } from '../../document/document-index.ts'
import { NAME_FIELDS } from '../../document/name-trie.ts'
import type { NameField } from '../../document/name-trie.ts'
import { groupSize } from '../../document/node-group.ts'
import { MOST_BEARERS, NAME_LENGTH } from '../../document/screen-names.ts'
import type { NameKey } from '../../document/screen-names.ts'
import { GAP, mayEnd } from './command-words.ts'
import type { CommandWords, Run } from './command-words.ts'

const NONE: readonly Run[] = []

/** The longest whole name of each field that begins with a word. O(length of the name). */
export function longestWholes(words: CommandWords, start: number, index: DocumentIndex): readonly Run[] {
  const names = index.screenNames()
  let place = names.step(names.start, words.stems[start]!)
  if (place === null) return NONE
  const runs: (Run | null)[] = [null, null, null, null]
  let widest: number = GAP.open
  for (let end = start + 1; ; end++) {
    for (let i = 0; i < NAME_FIELDS.length && mayEnd(words, end - 1); i++) {
      const field = NAME_FIELDS[i]!
      const bearers = place[field]
      // The words of an id are signs apart, not commas: "the nav: Home bold" is no nav_home.
      if (bearers === null || (field === 'id' && widest > GAP.open)) continue
      const run = runOf(words, start, end, field, groupSize(bearers))
      if (widest === GAP.sentence && !holdsSentences(run, index)) continue
      runs[i] = run
    }
    if (end === words.stems.length || words.gaps[end] === GAP.closed) break
    place = names.step(place, words.stems[end]!)
    if (place === null) break
    widest = Math.max(widest, words.gaps[end]!)
  }
  return runs.filter((run) => run !== null).map((run) => withRest(run, words, index))
}

function runOf(words: CommandWords, start: number, end: number, field: NameField, count: number): Run {
  const key = words.stems.slice(start, end).join(' ')
  return { how: 'whole', field, key, start, end, many: count > 1 }
}

/** "Logo. Home" names nothing that has no full stop itself. */
function holdsSentences(name: NameKey, index: DocumentIndex): boolean {
  return index
    .bearers(name)
    .slice(0, MOST_BEARERS)
    .some(({ component }) => /[.!?;]\s/.test(component.text ?? ''))
}

/** A long name is known by its first words; what is said of the others belongs to it. */
function withRest(run: Run, words: CommandWords, index: DocumentIndex): Run {
  if (run.end - run.start < NAME_LENGTH) return run
  let limit = run.end
  while (limit < words.stems.length && words.gaps[limit] !== GAP.closed) limit++
  const end = run.end + index.screenNames().continued(run, words.stems.slice(run.end, limit))
  return mayEnd(words, end - 1) ? { ...run, end } : run
}
