import type { BoxLine } from '../../command/layout-steps.ts'

const phrases = (list: string): readonly (readonly [string, true])[] =>
  list.split('|').map((words) => [words, true] as const)

/** Edges and middles of boxes. */
export const edgeWords: ReadonlyMap<string, BoxLine> = new Map(
  (
    [
      ['left', 'left edge|left side|left|left border'],
      ['right', 'right edge|right side|right|right border'],
      ['top', 'top edge|top|upper edge|tops|top side'],
      ['bottom', 'bottom edge|bottom|lower edge|bottoms|bottom side'],
      ['left', 'left edges|left sides'],
      ['right', 'right edges|right sides'],
      ['center', 'center line'],
      ['middle', 'middle|vertical middle|vertical center'],
      ['center', 'horizontal center'],
    ] as const
  ).flatMap(([line, words]) => words.split('|').map((word) => [word, line] as const)),
)

/** Words behind what is aligned that say along which line. */
export const lineWords: ReadonlyMap<string, BoxLine> = new Map([
  ['vertically', 'middle'],
  ['horizontally', 'center'],
  ['on the left', 'left'],
  ['on the right', 'right'],
  ['at the top', 'top'],
  ['at the bottom', 'bottom'],
  ['left', 'left'],
  ['right', 'right'],
])

/** Verbs of alignment, with the line that some of them name. */
export const lineVerbs: ReadonlyMap<string, { readonly edge: BoxLine | null }> = new Map<
  string,
  { readonly edge: BoxLine | null }
>([
  ...['align', 'line up', 'line', 'match up', 'aligned'].map((words) => [words, { edge: null }] as const),
  ...['left align', 'left-align'].map((words) => [words, { edge: 'left' }] as const),
  ...['right align', 'right-align'].map((words) => [words, { edge: 'right' }] as const),
  ...['top align', 'top-align'].map((words) => [words, { edge: 'top' }] as const),
  ...['bottom align', 'bottom-align'].map((words) => [words, { edge: 'bottom' }] as const),
  ...['vertically center', 'vertically centre', 'vertically align'].map(
    (words) => [words, { edge: 'middle' }] as const,
  ),
  ...['center', 'centre'].map((words) => [words, { edge: null }] as const),
])

/** "on the same line as", "on one line". */
export const sameLine: ReadonlyMap<string, true> = new Map(
  phrases(
    'on the same line|on one line|on the same baseline|on the same height|at the same height|in the same line|at the same level|on the same level|on a line|in one line|on same line|in line',
  ),
)

/** "evenly", "with equal gaps": nothing between them is larger than another. */
export const distributed: ReadonlyMap<string, true> = new Map(
  phrases(
    'evenly|out evenly|equally|evenly spaced|equally spaced|evenly distributed|spaced evenly|spaced out evenly|apart evenly|even|uniformly|evenly out',
  ),
)

/** What stands before "between". */
export const gapWords: ReadonlyMap<string, true> = new Map(
  phrases(
    'gap|gaps|space|spacing|distance|room|gap between|space between|spacing between|distance between|gaps between|spaces between|room between|space in between',
  ),
)
