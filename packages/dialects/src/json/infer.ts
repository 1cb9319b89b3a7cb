import { tShirtLadder } from './ladder.ts'
import { lookNamed, styleRows } from './look-names.ts'
import { escapeKey, isObject } from './pointer.ts'
import type { JsonObject } from './pointer.ts'
import type { Codec, Meaning, Row, RowKind } from './row.ts'
import { readLength } from '../refining/lengths.ts'

/** How a format without a schema says what. */
export interface InferOptions {
  /** The names of what a component says, the first one that the type has. */
  readonly texts: readonly string[]
  /** Values that come from data, and arrays and objects that are children. */
  readonly isForeign: (value: unknown) => boolean
  /** For texts that hold markup. */
  readonly textCodec?: Codec
  /** Names that are no properties: ids. */
  readonly skipped: ReadonlySet<string>
}

/** Texts of a component besides what it says first. */
export const SECOND_TEXTS: readonly string[] = [
  'description',
  'subtitle',
  'caption',
  'message',
  'content',
  'title',
  'heading',
  'text',
]

const LETTERS = /text|heading|title|label|link|badge|paragraph|caption/i

/**
 * The rows of a type, told by the properties that its elements have in the document: a type has the props that its elements
 * have, null counts as had, and words are those that occur.
 */
export function inferRows(
  type: string,
  base: string,
  all: readonly JsonObject[],
  options: InferOptions,
): readonly Row[] {
  const values = new Map<string, unknown[]>()
  for (const props of all)
    for (const [name, value] of Object.entries(props)) {
      const known = values.get(name)
      if (known === undefined) values.set(name, [value])
      else known.push(value)
    }
  const rows: Row[] = []
  const main = options.texts.find((name) => isTexts(values.get(name), options))
  for (const [name, seen] of values) {
    if (options.skipped.has(name)) continue
    const path = `${base}/${escapeKey(name)}`
    if (name === main) rows.push(mainRow(name, path, options))
    else if (name === 'style' && seen.every((value) => value === null || isObject(value)))
      rows.push(...styleRows(path))
    else if (seen.some((value) => isObject(value) && !options.isForeign(value)))
      rows.push(...nestedRows(type, name, path, seen, options))
    else {
      const row = rowFor(type, name, path, seen, options)
      if (row !== null) rows.push(row)
    }
  }
  // What an element has as a property of its own is not looked for in its style.
  const direct = new Set(rows.filter(({ path }) => !path.startsWith(`${base}/style/`)).map(({ key }) => key))
  return rows.filter(({ path, key }) => !path.startsWith(`${base}/style/`) || !direct.has(key))
}

function isTexts(seen: readonly unknown[] | undefined, { isForeign }: InferOptions): boolean {
  if (seen === undefined) return false
  return seen.every(
    (value) => value === null || typeof value === 'string' || (isForeign(value) && !Array.isArray(value)),
  )
}

function mainRow(name: string, path: string, { textCodec }: InferOptions): Row {
  return {
    key: 'text',
    name,
    path,
    holds: { kind: 'text' },
    means: ['text'],
    isContent: true,
    isRequired: true,
    ...(textCodec === undefined ? {} : { codec: textCodec, isTelling: true }),
  }
}

/** One level down: layout.padding, image.url. */
function nestedRows(
  type: string,
  name: string,
  path: string,
  seen: readonly unknown[],
  options: InferOptions,
): readonly Row[] {
  const objects = seen.filter((value) => isObject(value) && !options.isForeign(value)) as JsonObject[]
  const flat = { ...options, texts: [] }
  return inferRows(type, path, objects, flat)
    .filter(({ path: inner }) => inner.split('/').length === path.split('/').length + 1)
    .map((row) => {
      const isUrl = row.name === 'url' && /image|picture|photo|avatar|logo/i.test(name)
      const means: readonly Meaning[] | undefined = isUrl ? ['imageUrl'] : row.means
      return {
        ...row,
        key: isUrl ? 'image_url' : row.means === undefined ? `${name}_${row.key}` : row.key,
        words: [`${name} ${row.name}`],
        ...(means === undefined ? {} : { means }),
      }
    })
}

const CONTENT: { readonly [name: string]: { readonly means: readonly Meaning[]; readonly key: string } } = {
  href: { means: ['href'], key: 'href' },
  url: { means: ['href'], key: 'href' },
  src: { means: ['imageUrl'], key: 'image_url' },
  imageUrl: { means: ['imageUrl'], key: 'image_url' },
  alt: { means: ['alt'], key: 'alt' },
  placeholder: { means: ['placeholder'], key: 'placeholder' },
  price: { means: ['price'], key: 'price' },
}

function rowFor(
  type: string,
  name: string,
  path: string,
  seen: readonly unknown[],
  options: InferOptions,
): Row | null {
  const literals = seen.filter((value) => value !== null && value !== undefined && !options.isForeign(value))
  if (literals.some((value) => typeof value === 'object')) return null
  const nullable = seen.includes(null) ? { isNullable: true } : {}
  const content = Object.hasOwn(CONTENT, name) ? CONTENT[name] : undefined
  if (content !== undefined && isTexts(seen, options))
    return { ...content, name, path, holds: { kind: 'text' }, isContent: true, ...nullable }
  if (SECOND_TEXTS.includes(name) && isTexts(seen, options))
    return { key: name, name, path, holds: { kind: 'text' }, isContent: true, isSilent: true, ...nullable }
  const look = lookNamed(name)
  const holds = look === undefined ? kindOf(name, literals) : lookKind(name, look.holds, literals)
  const means = look === undefined ? undefined : meansOf(type, name, look.means, holds)
  return { key: look?.key ?? name, name, path, holds, ...(means === undefined ? {} : { means }), ...nullable }
}

/** A number called size is the size of letters where there are letters. */
function meansOf(type: string, name: string, means: readonly Meaning[], holds: RowKind): readonly Meaning[] {
  if (name !== 'size') return means
  return LETTERS.test(type) && holds.kind !== 'enum' ? ['size', 'fontSize'] : means
}

/** What the document has decides over what the name promises. */
function lookKind(name: string, holds: RowKind, literals: readonly unknown[]): RowKind {
  if (literals.length === 0) return holds
  const seen = kindOf(name, literals)
  if (holds.kind === 'color') {
    const isColors = literals.every(
      (value) => typeof value === 'string' && /^#|^rgb|^hsl|^okl|^var\(|^transparent$/i.test(value),
    )
    return isColors || literals.some((value) => typeof value === 'string' && value.startsWith('#'))
      ? holds
      : seen
  }
  if (holds.kind === 'enum') {
    // The words that the name promises, and those that are there.
    const isKnown = literals.some((value) => holds.values.includes(String(value)))
    return isKnown || seen.kind !== 'enum'
      ? holds
      : {
          ...seen,
          values: [...new Set([...holds.values.slice(0, name === 'align' ? 3 : 0), ...seen.values])],
        }
  }
  if (holds.kind === 'text') return seen.kind === 'number' ? seen : weightKind(literals)
  return seen.kind === 'text' || seen.kind === 'flag' ? holds : seen
}

/** Weights are numbers or words, and what occurs; bold and normal are always among them. */
function weightKind(literals: readonly unknown[]): RowKind {
  return { kind: 'enum', values: [...new Set(['normal', 'bold', ...literals.map(String)])] }
}

function kindOf(name: string, literals: readonly unknown[]): RowKind {
  if (literals.length === 0) return { kind: 'enum', values: [] }
  if (literals.every((value) => typeof value === 'boolean' || value === 'true' || value === 'false'))
    return { kind: 'flag' }
  if (name === 'level') return { kind: 'enum', values: levels(literals) }
  if (literals.every((value) => typeof value === 'number')) return { kind: 'number' }
  const texts = literals.map(String)
  if (texts.every((value) => readLength(value) !== null)) return { kind: 'length', written: 'px' }
  const ladder = tShirtLadder(texts)
  const values = [...new Set(texts)]
  if (ladder !== undefined) return { kind: 'enum', values, ladder, isOpen: true }
  if (/align/i.test(name) && values.every((value) => ['left', 'center', 'right'].includes(value)))
    return { kind: 'enum', values: ['left', 'center', 'right'] }
  return { kind: 'enum', values }
}

function levels(literals: readonly unknown[]): readonly string[] {
  const isNamed = literals.some((value) => typeof value === 'string' && value.startsWith('h'))
  return [1, 2, 3, 4, 5, 6].map((level) => (isNamed ? `h${level}` : String(level)))
}
