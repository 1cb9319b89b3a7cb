/** `PRP-47.2.1`: batch, stage and order within the stage; `PRP-47.2` and `PRP-47` say less. */
export interface ItemId {
  readonly batch: string
  readonly stage: number | null
  readonly order: number | null
  /** In full: with prefix, however it was written. */
  readonly text: string
}

const PREFIX = 'PRP-'
/** A number with up to three levels below it; what follows a dash tells items of one number apart. */
const ID = /^(?:([A-Za-z]{2,12})[-_ ]{0,1})?(\d{1,9}[a-z]?)((?:\.\d{1,4}){0,3})(-[A-Za-z][\w-]{0,60})?$/
/** Batches may have names: `PRP-search.1.2`. */
const NAMED = /^PRP-([A-Za-z][\w-]{0,39})(\.\d{1,4}){1,2}$/i
const IN_TEXT = /(?<![\w.])(?:PRP-(\d{1,9}[a-z]?(?:\.\d{1,4}){0,3})|(\d{1,9}(?:\.\d{1,4}){2}))(?![\w]|\.\d)/gi
/** Without a prefix, a number alone may count files. */
const FILE_NAME =
  /^(?:([A-Za-z]{2,12})[-_ ](?=\d)|(?=\d{1,9}[a-z]?\.\d))(\d{1,9}[a-z]?(?:\.\d{1,4}){0,3})(?:[-_ .](.{0,200}))?\.md$/i
const RANGE =
  /(?:PRP-)?(\d{1,9}(?:\.\d{1,4}){0,2})\.(\d{1,4}) {0,3}(?:-|–|to|through) {0,3}(?:PRP-)?\1\.(\d{1,4})(?![\w.])/gi
/** A range wider than this is a typing error. */
const MAX_RANGE = 50

/** Reads an id however it is written: `PRP-47.2.1`, `47.2.1`, `prp-47.2`, `PRP-47`, `TASK-12.1`. Null for other texts. */
export function parseItemId(text: string): ItemId | null {
  const trimmed = text.trim()
  const [, prefix, batch, levels = '', suffix = ''] = ID.exec(trimmed) ?? []
  if (batch === undefined) return namedId(trimmed)
  const numbers = levels.split('.').slice(1).map(Number)
  const [stage, order] = numbers.length === 1 ? [null, numbers[0]!] : [numbers[0] ?? null, numbers[1] ?? null]
  return {
    batch,
    stage,
    order,
    text: `${prefix?.toUpperCase() ?? 'PRP'}-${batch}${plainLevels(levels)}${suffix}`,
  }
}

/** `.02.1` is `.2.1`. */
function plainLevels(levels: string): string {
  return levels.replaceAll(/\.0{1,3}(?=\d)/g, '.')
}

function namedId(text: string): ItemId | null {
  if (!NAMED.test(text)) return null
  const [batch = '', ...levels] = text.slice(PREFIX.length).split('.')
  const numbers = levels.map(Number)
  const [stage, order] = numbers.length === 1 ? [null, numbers[0]!] : [numbers[0]!, numbers[1]!]
  return { batch, stage, order, text: `${PREFIX}${plainLevels(text.slice(PREFIX.length))}` }
}

export function formatItemId(id: {
  readonly batch: string
  readonly stage: number
  readonly order: number
}): string {
  return `${PREFIX}${id.batch}.${id.stage}.${id.order}`
}

/** The ids that a text names, each once, in full form; and what is left of the text without them. */
export function itemIdsIn(text: string): { readonly ids: readonly string[]; readonly rest: string } {
  const ids = [...text.matchAll(IN_TEXT)].map(([, full, plain]) => `${PREFIX}${plainLevels(full ?? plain!)}`)
  return { ids: [...new Set(ids)], rest: text.replaceAll(IN_TEXT, ' ') }
}

/** A text in which ranges of ids are written out: `PRP-34.2.1 to PRP-34.2.3` names three. */
export function withRangesWrittenOut(text: string): string {
  return text.replaceAll(RANGE, (range, before: string, first: string, last: string) => {
    const count = Number(last) - Number(first) + 1
    if (count < 2 || count > MAX_RANGE) return range
    return Array.from({ length: count }, (_, i) => `${PREFIX}${before}.${Number(first) + i}`).join(', ')
  })
}

/** What a file name like `PRP-47.2.1-dependency-analyzer.md` says. */
export function readItemFileName(name: string): { readonly id: string; readonly slug: string } | null {
  const [, prefix, numbers, slug = ''] = FILE_NAME.exec(name) ?? []
  if (numbers === undefined) return null
  return { id: `${prefix?.toUpperCase() ?? 'PRP'}-${plainLevels(numbers)}`, slug }
}

export function itemFileName(id: string, title: string): string {
  return `${id}-${slugOf(title)}.md`
}

/** Letters and digits of a title, joined by dashes; at most 60 characters, cut between words if there are any. */
function slugOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]{1,60}/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > 60) break
    slug = slug === '' ? word : `${slug}-${word}`
  }
  return slug === '' ? 'item' : slug
}

/** By their numbers, level by level; ids without numbers last, as text. */
export function compareItemIds(a: string, b: string): number {
  const [x, y] = [numbersOf(a), numbersOf(b)]
  if (x === null || y === null) return x === y ? (a < b ? -1 : a > b ? 1 : 0) : x === null ? 1 : -1
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const order = (x[i] ?? -1) - (y[i] ?? -1)
    if (order !== 0) return order
  }
  return a < b ? -1 : a > b ? 1 : 0
}

function numbersOf(id: string): readonly number[] | null {
  const levels = /^[A-Za-z]{2,12}-(\d{1,9})[a-z]?((?:\.\d{1,4}){0,3})(?:-|$)/.exec(id)
  return levels === null ? null : [Number(levels[1]), ...levels[2]!.split('.').slice(1).map(Number)]
}
