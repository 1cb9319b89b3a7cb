/** `PRP-47.2.1`: batch, stage and order within the stage. */
export interface ItemId {
  readonly batch: string
  readonly stage: number
  readonly order: number
}

const ID = /^(?:PRP-)?(\d{1,9})\.(\d{1,4})\.(\d{1,4})$/i
const IN_TEXT = /(?<![\w.])(?:PRP-)?(\d{1,9}\.\d{1,4}\.\d{1,4})(?![\w]|\.\d)/gi
const FILE_NAME = /^(?:PRP-)?(\d{1,9}\.\d{1,4}\.\d{1,4})(?:-(.{0,200}))?\.md$/i

export function parseItemId(text: string): ItemId | null {
  const [, batch, stage, order] = ID.exec(text.trim()) ?? []
  if (batch === undefined) return null
  return { batch, stage: Number(stage), order: Number(order) }
}

export function formatItemId({ batch, stage, order }: ItemId): string {
  return `PRP-${batch}.${stage}.${order}`
}

/** The ids that a text names, each once, in full form; and what is left of the text without them. */
export function itemIdsIn(text: string): { readonly ids: readonly string[]; readonly rest: string } {
  const ids = [...text.matchAll(IN_TEXT)].map(([, numbers]) => formatItemId(parseItemId(numbers!)!))
  return { ids: [...new Set(ids)], rest: text.replaceAll(IN_TEXT, ' ') }
}

/** What a file name like `PRP-47.2.1-dependency-analyzer.md` says. */
export function readItemFileName(name: string): { readonly id: string; readonly slug: string } | null {
  const [, numbers, slug = ''] = FILE_NAME.exec(name) ?? []
  return numbers === undefined ? null : { id: formatItemId(parseItemId(numbers)!), slug }
}

export function itemFileName(id: string, title: string): string {
  return `${id}-${slugOf(title)}.md`
}

/** Letters and digits of a title, joined by dashes; at most 60 characters, cut between words where there are any. */
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

/** By batch, stage and order as numbers; ids of other forms last, as text. */
export function compareItemIds(a: string, b: string): number {
  const [x, y] = [parseItemId(a), parseItemId(b)]
  if (x === null || y === null) return x === y ? (a < b ? -1 : a > b ? 1 : 0) : x === null ? 1 : -1
  return Number(x.batch) - Number(y.batch) || x.stage - y.stage || x.order - y.order
}
