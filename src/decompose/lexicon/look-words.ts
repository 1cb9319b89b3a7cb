import type { Spot } from '../../command/target.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))

/** Looks that have a name, by their first word or words; a noun for what has the look may follow. */
export const namedLooks: ReadonlyMap<string, 'outline' | 'text' | 'filled'> = new Map([
  ['ghost', 'outline'],
  ['ghosted', 'outline'],
  ['hollow', 'outline'],
  ['outline-only', 'outline'],
  ['text-only', 'text'],
  ['plain', 'text'],
  ['borderless', 'text'],
  ['filled', 'filled'],
])

/** Nouns that a name of a look may stand before: "a ghost button", "outline style". */
export const lookNouns: ReadonlySet<string> = words(
  'button|buttons|btn|style|look|variant|version|link|styling|one|cta',
)

/** How strong colors are, in OKLCH chroma. */
export const saturations: ReadonlyMap<string, number> = new Map([
  ['vivid', 1.2],
  ['saturated', 1.2],
  ['intense', 1.2],
  ['vibrant', 1.2],
  ['muted', 0.8],
  ['subdued', 0.8],
  ['desaturated', 0.8],
])

/** Comparatives that say it in one word. */
export const strengths: ReadonlyMap<string, number> = new Map([
  ['stronger', 1.2],
  ['richer', 1.2],
  ['duller', 0.8],
])

export const screenNouns: ReadonlySet<string> = words('page|screen|viewport|window|display|browser')

export const parentNouns: ReadonlySet<string> = words('parent|container|wrapper')

/** What somebody sees when they scroll: it says nothing more about a place on the screen. */
export const scrolling: ReadonlySet<string> = words('scrolling|scroll|scrolled|scrolls')

/** Words by which something keeps a place on the screen. */
export const pinWords: ReadonlyMap<string, 'fixed' | 'sticky'> = new Map([
  ['sticky', 'sticky'],
  ['pinned', 'fixed'],
  ['pin', 'fixed'],
  ['fixed', 'fixed'],
  ['floating', 'fixed'],
  ['floats', 'fixed'],
  ['float', 'fixed'],
  ['anchored', 'fixed'],
  ['anchor', 'fixed'],
  ['docked', 'fixed'],
  ['dock', 'fixed'],
  ['stay', 'fixed'],
  ['stays', 'fixed'],
  ['stick', 'sticky'],
  ['sticks', 'sticky'],
  ['stuck', 'sticky'],
  ['remain', 'fixed'],
  ['remains', 'fixed'],
])

/** Where on the screen such a thing is, if no place is said. */
export const defaultPins: Readonly<Record<'fixed' | 'sticky', Spot>> = {
  sticky: 'top',
  fixed: 'bottom right',
}

/** Arrangements of several that have a name of their own. */
export const arrangements: ReadonlyMap<string, 'row' | 'column' | 'grid'> = new Map([
  ['side by side', 'row'],
  ['side-by-side', 'row'],
  ['next to each other', 'row'],
  ['next to one another', 'row'],
  ['beside each other', 'row'],
  ['in a row', 'row'],
  ['in one row', 'row'],
  ['in a single row', 'row'],
  ['a single row', 'row'],
  ['on one row', 'row'],
  ['one row', 'row'],
  ['a horizontal row', 'row'],
  ['in one line', 'row'],
  ['in a line', 'row'],
  ['stacked', 'column'],
  ['stacked vertically', 'column'],
  ['vertically stacked', 'column'],
  ['stacked on top of each other', 'column'],
  ['on top of each other', 'column'],
  ['on top of one another', 'column'],
  ['under each other', 'column'],
  ['underneath each other', 'column'],
  ['below each other', 'column'],
  ['one below the other', 'column'],
  ['one under the other', 'column'],
  ['one under other', 'column'],
  ['one above the other', 'column'],
  ['one on top of the other', 'column'],
  ['in a column', 'column'],
  ['in one column', 'column'],
  ['in a single column', 'column'],
  ['a single column', 'column'],
  ['a column', 'column'],
  ['one column', 'column'],
  ['single column', 'column'],
  ['single-column', 'column'],
  ['one-column', 'column'],
  ['in a vertical stack', 'column'],
  ['a vertical stack', 'column'],
])

/** One of these words is in whatever says an arrangement. */
export const layoutWords: ReadonlySet<string> = words(
  'side|side-by-side|other|another|row|rows|line|stacked|stack|column|columns|col|cols|grid|single-column|one-column|across|' +
    '2-column|3-column|4-column|two-column|three-column|four-column|2-col|3-col|4-col|2-columns|3-columns|5-column|6-column',
)

/** One of these is in whatever says a look by its name. */
export const lookWords: ReadonlySet<string> = words(
  'ghost|ghosted|hollow|outline-only|text-only|plain|borderless|filled|only|just|outline|outlined|circle|circles|square|squares|' +
    'wide|broad|fill|span|across|fills|spanning|filling|width|hug|hugs|fit|fits|hugging|fitting|stronger|richer|duller|more|less|' +
    'sticky|pinned|pin|fixed|floating|floats|float|anchored|anchor|docked|dock|stay|stays|stick|sticks|stuck|remain|remains',
)

/** One of these is in whatever says that things are alike. */
export const matchWords: ReadonlySet<string> = words(
  'match|matches|matching|mirror|mirrors|consistent|style|styled|identical|alike|same|uniform|similar|keeping|equally|equal|line',
)
