/** An attribute in a start tag; offsets from the beginning of the tag. */
export interface AttributePlace {
  readonly name: string
  /** With the blank before it, so that taking it away leaves none. */
  readonly start: number
  readonly nameStart: number
  readonly end: number
  /** Inside the quotes; null if it has no value. */
  readonly value: { readonly start: number; readonly end: number; readonly quote: string } | null
}

const SPACE = /\s/

/** The attributes of a start tag as HTML reads them (HTML, 13.2.5.32 to 13.2.5.39). Linear. */
export function attributesIn(tag: string): AttributePlace[] {
  const found: AttributePlace[] = []
  let at = 1
  while (at < tag.length && !SPACE.test(tag[at]!) && tag[at] !== '>' && tag[at] !== '/') at++
  while (at < tag.length) {
    const start = at
    while (at < tag.length && (SPACE.test(tag[at]!) || tag[at] === '/')) at++
    if (at >= tag.length || tag[at] === '>') break
    const nameStart = at
    at++
    while (at < tag.length && !SPACE.test(tag[at]!) && !'=>/'.includes(tag[at]!)) at++
    const name = tag.slice(nameStart, at).toLowerCase()
    let equals = at
    while (equals < tag.length && SPACE.test(tag[equals]!)) equals++
    if (tag[equals] !== '=') {
      found.push({ name, start, nameStart, end: at, value: null })
      continue
    }
    at = equals + 1
    while (at < tag.length && SPACE.test(tag[at]!)) at++
    const quote = tag[at] === '"' || tag[at] === "'" ? tag[at]! : ''
    if (quote !== '') {
      const close = tag.indexOf(quote, at + 1)
      const end = close < 0 ? tag.length : close
      found.push({ name, start, nameStart, end: end + 1, value: { start: at + 1, end, quote } })
      at = end + 1
    } else {
      const begin = at
      while (at < tag.length && !SPACE.test(tag[at]!) && tag[at] !== '>') at++
      found.push({ name, start, nameStart, end: at, value: { start: begin, end: at, quote: '' } })
    }
  }
  return found
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeValue(value: string, quote: string): string {
  const escaped = value.replaceAll('&', '&amp;')
  return quote === "'" ? escaped.replaceAll("'", '&#39;') : escaped.replaceAll('"', '&quot;')
}

/** An edit of one attribute; offsets from the beginning of the tag. A null value takes it away. */
export function editAttribute(
  tag: string,
  name: string,
  value: string | null,
): { start: number; end: number; text: string } | null {
  const place = attributesIn(tag).find((one) => one.name === name)
  if (value === null) return place === undefined ? null : { start: place.start, end: place.end, text: '' }
  if (place?.value) {
    const { start, end, quote } = place.value
    if (quote === '') return { start, end, text: `"${escapeValue(value, '"')}"` }
    return changed(tag.slice(start, end), escapeKnown(value, tag.slice(start, end), quote), start)
  }
  if (place !== undefined) return { start: place.end, end: place.end, text: `="${escapeValue(value, '"')}"` }
  let at = tag.length - 1
  if (tag[at - 1] === '/') at--
  while (at > 1 && SPACE.test(tag[at - 1]!)) at--
  return { start: at, end: at, text: ` ${name}="${escapeValue(value, '"')}"` }
}

/** Only what differs is written, so that entities elsewhere in the value stay as they are. */
function changed(
  before: string,
  after: string,
  offset: number,
): { start: number; end: number; text: string } {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++
  return {
    start: offset + head,
    end: offset + before.length - tail,
    text: after.slice(head, after.length - tail),
  }
}

/** An ampersand that was written bare stays so. */
function escapeKnown(value: string, before: string, quote: string): string {
  if (!before.includes('&')) return escapeValue(value, quote)
  const bare = quote === "'" ? value.replaceAll("'", '&#39;') : value.replaceAll('"', '&quot;')
  return before.includes('&amp;') ? escapeValue(value, quote) : bare
}
