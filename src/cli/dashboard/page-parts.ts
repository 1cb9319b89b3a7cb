const MOST_BARS = 12
const BAD_WORDS: ReadonlySet<string> = new Set(['slower', 'regression'])

/** A part of the page; `content` is HTML, everything else is text. */
export function section(title: string, content: string, note = ''): string {
  return `<section><h2>${escapeHtml(title)}</h2>${note === '' ? '' : `<p class="faint">${escapeHtml(note)}</p>`}${content}</section>`
}

/** The place of a chart that the script of the page draws. */
export function plot(id: string): string {
  return `<div class="plot" id="${id}"></div>`
}

/** Figures in large, each with its name. */
export function figureList(rows: readonly (readonly [string, string])[]): string {
  const items = rows.map(
    ([name, value]) => `<li><strong>${escapeHtml(value)}</strong>${escapeHtml(name)}</li>`,
  )
  return `<ul class="figures">${items.join('')}</ul>`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p class="faint">None.</p>'
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}${BAD_WORDS.has(text) ? ' class="worse"' : ''}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
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
