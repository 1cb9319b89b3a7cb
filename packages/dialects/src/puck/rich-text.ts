import type { Codec } from '../json/row.ts'

const OUTER = /^\s{0,100}<([a-zA-Z][a-zA-Z0-9-]{0,30})(\s[^<>]{0,1000})?>/

/** Strings that begin with `<` are rich text: read without marks, replaced inside the element that was outermost. */
export const richText: Codec = {
  read: (raw) => (isRich(raw) ? plainText(raw) : raw),
  write(value, raw) {
    if (!isRich(raw)) return value
    const [open, tag] = OUTER.exec(raw) ?? []
    const escaped = String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    return open === undefined || tag === undefined ? escaped : `${open.trimStart()}${escaped}</${tag}>`
  },
}

function isRich(value: unknown): value is string {
  return typeof value === 'string' && value.trimStart().startsWith('<')
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

function plainText(html: string): string {
  return html
    .replaceAll(/<[^<>]{0,2000}>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replaceAll(/\s{1,1000}/g, ' ')
    .trim()
}
