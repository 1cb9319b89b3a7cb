import type { DocumentIndex } from '../../document/document-index.ts'
import type { NameKey } from '../../document/screen-names.ts'
import type { Token } from '../token.ts'
import { commandWords, mayBegin } from './command-words.ts'
import type { CommandWords, Run } from './command-words.ts'
import { isWeak, namesThings, isWrittenAsName } from './name-evidence.ts'
import { longestParts } from './spot-parts.ts'
import { shapeAt } from './spot-shapes.ts'
import { longestWholes } from './spot-wholes.ts'

/**
 * A stretch of a command that names something of the document by what is seen of it. It holds no component, so that
 * commands with the same spots are read the same; {@link DocumentIndex.bearers} tells whom it may mean.
 */
export interface Spot extends NameKey {
  /** Tokens, the last one excluded. */
  readonly from: number
  readonly to: number
  /** Several components bear it. */
  readonly many: boolean
  /**
   * Written as a name: with a capital inside a sentence, or letter for letter as on the screen; an id with its own
   * signs or #.
   */
  readonly capital: boolean
  /** Nothing but words of the language, written as such: it is a name only where nothing else can be meant. */
  readonly weak: boolean
  /** A word was misspelt. */
  readonly slip?: { readonly from: string; readonly to: string }
}

/**
 * Where a command names what is on the screen. Longest names win; what lies inside one is left out.
 * O(length), whatever the size of the document.
 */
export function spotNames(tokens: readonly Token[], text: string, index: DocumentIndex): readonly Spot[] {
  return spotsIn(commandWords(tokens, text), tokens, text, index)
}

export function spotsIn(
  words: CommandWords,
  tokens: readonly Token[],
  text: string,
  index: DocumentIndex,
): Spot[] {
  const names = index.screenNames()
  const wholes: Spot[] = []
  const parts: Spot[] = []
  const shapes: Spot[] = []
  let shaped = 0
  const weigh = (run: Run): Spot => {
    const capital = isWrittenAsName(run, words, tokens, text, index)
    const { how, field, key, many } = run
    return {
      from: words.first[run.start]!,
      to: words.last[run.end - 1]! + 1,
      how,
      field,
      key,
      many,
      capital,
      weak: !capital && isWeak(run, words, tokens),
    }
  }
  for (let i = 0; i < words.stems.length; i++) {
    if (!mayBegin(words, i)) continue
    for (const run of longestWholes(words, i, index)) wholes.push(weigh(run))
    for (const run of longestParts(words, i, names)) {
      const spot = weigh(run)
      // A word of the language that stands in some text too is just that word, or at most a thing's.
      if (!spot.weak || namesThings(run, words)) parts.push(spot)
    }
    const shape = shapeAt(words, i, names)
    if (shape !== null && shape.end > shaped) {
      shapes.push({ ...weigh(shape), weak: false })
      shaped = shape.end
    }
  }
  return parts.length + wholes.length + shapes.length === 0 ? [] : arranged(wholes, parts, shapes)
}

/** All spots in the order of the command, without what lies inside a name that is longer and sure. */
function arranged(wholes: readonly Spot[], parts: readonly Spot[], shapes: readonly Spot[]): Spot[] {
  const kept: Spot[] = []
  /** Up to where a sure name reaches that began before. */
  let reach = 0
  let part = 0
  let started = -1
  let partReach = 0
  let nextReach = 0
  const takeParts = (before: number): void => {
    for (; part < parts.length && parts[part]!.from < before; part++) {
      const { from, to } = parts[part]!
      if (from > started) partReach = nextReach
      started = from
      if (to > reach && to > partReach) kept.push(parts[part]!)
      nextReach = Math.max(nextReach, to)
    }
  }
  for (let i = 0; i < wholes.length;) {
    const { from } = wholes[i]!
    takeParts(from)
    let own = reach
    // Names that begin at one word stand in a row.
    for (; i < wholes.length && wholes[i]!.from === from; i++) {
      const whole = wholes[i]!
      if (whole.to > reach) kept.push(whole)
      if (isSure(whole)) own = Math.max(own, whole.to)
    }
    reach = own
  }
  takeParts(Infinity)
  for (const shape of shapes) kept.push(shape)
  return kept.length > 1 ? kept.sort((a, b) => a.from - b.from || b.to - a.to) : kept
}

function isSure({ weak, field, capital }: Spot): boolean {
  return !weak && (field !== 'id' || capital)
}
