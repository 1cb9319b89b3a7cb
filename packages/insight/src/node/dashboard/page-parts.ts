const MOST_BARS = 12
const BAD_WORDS: ReadonlySet<string> = new Set(['slower', 'regression', 'perhaps regression'])

/** A part of the page; `content` is HTML, everything else is text. */
export function section(title: string, content: string, note = ''): string {
  return `<section><h2>${escapeHtml(title)}</h2>${note === '' ? '' : `<p class="faint">${escapeHtml(note)}</p>`}${content}</section>`
}

/** The place of a chart that the script of the page draws; the label says what it shows, and where the same is told in text. */
export function plot(id: string, label: string): string {
  return `<div class="plot" id="${id}" role="img" aria-label="${escapeHtml(label)}"></div>`
}

/** Figures in large, each with its name. */
export function figureList(rows: readonly (readonly [string, string])[]): string {
  const items = rows.map(
    ([name, value]) => `<li><strong>${escapeHtml(value)}</strong>${escapeHtml(name)}</li>`,
  )
  return `<ul class="figures">${items.join('')}</ul>`
}

/** A text, or one that leads to another part of the page. */
export type Cell = string | { readonly text: string; readonly anchor: string }

export interface TableRow {
  readonly cells: readonly Cell[]
  /** Attributes of the row, as HTML. */
  readonly attributes?: string
}

/**
 * A table with its caption for those who hear it; the first cell of a row names it. Wide ones scroll, by keyboard too. Columns
 * of numbers are aligned to the right.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[] | TableRow)[],
  caption: string,
): string {
  if (rows.length === 0) return '<p class="faint">None.</p>'
  const all = rows.map((row): TableRow => ('cells' in row ? row : { cells: row }))
  const classes = head.map((_, i) => classOf(all.map(({ cells }) => textOf(cells[i] ?? ''))))
  const titles = head.map((text, i) => `<th scope="col"${classes[i]}>${escapeHtml(text)}</th>`)
  const body = all.map(({ cells, attributes = '' }) => {
    const row = cells.map((cell, i) =>
      i === 0
        ? `<th scope="row"${classes[i]}>${contentOf(cell)}</th>`
        : `<td${classes[i]}>${contentOf(cell)}</td>`,
    )
    return `<tr${attributes === '' ? '' : ` ${attributes}`}>${row.join('')}</tr>`
  })
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${titles.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function contentOf(cell: Cell): string {
  if (typeof cell !== 'string') return `<a href="#${cell.anchor}">${escapeHtml(cell.text)}</a>`
  return BAD_WORDS.has(cell) ? `<strong class="worse">▲ ${escapeHtml(cell)}</strong>` : escapeHtml(cell)
}

const LONG_TEXT = 40

/** Words stand to the left, and long ones may be broken. */
function classOf(texts: readonly string[]): string {
  if (texts.every((text) => /^(?:[\d$+<>-]|unknown$|$)/.test(text) && text.length < LONG_TEXT)) return ''
  return texts.some((text) => text.length >= LONG_TEXT) ? ' class="word long"' : ' class="word"'
}

/** Counts as bars, in the order given; the longest is as wide as the page. */
export function bars(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts)
  if (entries.length === 0) return '<p class="faint">None.</p>'
  const largest = Math.max(...entries.map(([, value]) => value))
  const items = entries
    .slice(0, MOST_BARS)
    .map(
      ([name, value]) =>
        `<li><span>${escapeHtml(name)}</span><b>${value}</b><i style="width:${((value / largest) * 100).toFixed(1)}%"></i></li>`,
    )
  const rest =
    entries.length > MOST_BARS ? `<li><span>and ${entries.length - MOST_BARS} more</span></li>` : ''
  return `<ul class="bars">${items.join('')}${rest}</ul>`
}

/** JSON that cannot end the element it stands in. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
