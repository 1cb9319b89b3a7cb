/** How a JSON text is laid out, so that a changed document is written the way its file was. */
export interface JsonLayout {
  /** White space of one level; empty where the text is on one line. */
  readonly indent: string
  /** What follows a comma in a list that stands on one line; null if lists of plain values are broken up too. */
  readonly listGap: string | null
  readonly lineEnd: '\n' | '\r\n'
  readonly endsWithLineEnd: boolean
}

/** Reads the layout off a text; only its first lines matter, and its first list of numbers. */
export function detectLayout(text: string): JsonLayout {
  const indent = /^\s{0,99}[{[][ \t]{0,9}\r?\n([ \t]{1,16})\S/.exec(text)?.[1] ?? ''
  const list = /\[[ \t]?-?\d[\d.]{0,20},([ \t]?)-?\d/.exec(text)
  return {
    indent,
    listGap: list === null ? null : (list[1] ?? ''),
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    endsWithLineEnd: text.endsWith('\n'),
  }
}

/**
 * The text of a document in a layout.
 *
 * @param compact the same document as `JSON.stringify` writes it, which is at hand in an answer
 */
export function writeDocument(document: unknown, compact: string, layout: JsonLayout): string {
  const text = layout.indent === '' ? compact : write(document, layout, '\n')
  const ended = layout.endsWithLineEnd ? `${text}\n` : text
  return layout.lineEnd === '\n' ? ended : ended.replaceAll('\n', '\r\n')
}

/** Recursion is safe: the engine bounds the depth of the documents that it accepts. */
function write(value: unknown, layout: JsonLayout, before: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = before + layout.indent
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    if (items.length === 0) return '[]'
    if (layout.listGap !== null && items.every(isPlain))
      return `[${items.map((item) => JSON.stringify(item)).join(`,${layout.listGap}`)}]`
    return `[${items.map((item) => inner + write(item, layout, inner)).join(',')}${before}]`
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, layout, inner)}`).join(',')}${before}}`
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}
