import type { AnyProperty, Component, Issue, LensNode, LensView, Step } from 'blueprint-command-engine'
import type { JsonFormat } from './format.ts'
import { literalOf, provenanceOf, rawOf } from './projection.ts'
import type { Meaning, Row } from './row.ts'
import { allowed, withArticle } from './allowed.ts'
import { firstQuoted, saysBinding, withoutQuotes } from '../refining/command-words.ts'
import { refusal } from '../refining/refusal.ts'

/** A component that a step is about: its rows, and what the source has for them. */
export class Site {
  readonly node: LensNode
  readonly own: string
  readonly rows: readonly Row[]
  readonly #element: unknown
  readonly #format: JsonFormat
  readonly #source: unknown
  readonly #view: LensView
  readonly #parentRows: readonly Row[]

  constructor(parts: {
    readonly node: LensNode
    readonly own: string
    readonly rows: readonly Row[]
    readonly element: unknown
    readonly format: JsonFormat
    readonly source: unknown
    readonly view: LensView
    readonly parentRows: readonly Row[]
  }) {
    this.node = parts.node
    this.own = parts.own
    this.rows = parts.rows
    this.#element = parts.element
    this.#format = parts.format
    this.#source = parts.source
    this.#view = parts.view
    this.#parentRows = parts.parentRows
  }

  get id(): string {
    return this.node.id
  }

  get component(): Component {
    return this.node.component
  }

  /** How it is called in sentences: "the Button #save". */
  get name(): string {
    return `the ${this.own} #${this.id}`
  }

  get typeWithArticle(): string {
    return withArticle(this.own)
  }

  /** "The align of its parent ... can be ..." where that aligns what it holds; null if it does not. */
  get parentAlignment(): string | null {
    const { parent } = this.node
    if (parent === null) return null
    const rows = this.#parentRows.filter(({ name }) => name === 'align' || name === 'justify')
    if (rows.length === 0) return null
    const words = rows.map(({ name, holds }) => `${name} (${allowed(holds)})`).join(' and ')
    return `What places it is its parent #${parent.id}, by ${words}.`
  }

  /** ` What sizes it is its parent ...` where that has one size for all that it holds; else nothing. */
  parentSizes(property: string): string {
    const row = this.#parentRows.find(({ name }) => name === 'imageSize')
    const { parent } = this.node
    if (row === undefined || parent === null || !/^(?:size|width|height)$/.test(property)) return ''
    return ` What sizes it is its parent #${parent.id}, by ${row.name} (${allowed(row.holds)}).`
  }

  /** It shows a picture, and no letters of its own. */
  get isPicture(): boolean {
    return /^(?:image|avatar|icon|logo|video|divider|spacer|space)$/.test(this.component.type)
  }

  /** Of several places for one look the one that the document has a value in. */
  row(meaning: Meaning): Row | undefined {
    const all = this.rows.filter(({ means }) => means?.includes(meaning) === true)
    if (all.length < 2) return all[0]
    return all.find((row) => row.means![0] === meaning && this.#isThere(row)) ?? all[0]
  }

  #isThere(row: Row): boolean {
    const raw = this.raw(row)
    return raw !== undefined && raw !== null
  }

  /** The property other than its text that has what the command quotes first: a placeholder, an address. */
  get quotedRow(): Row | undefined {
    const said = firstQuoted(this.#view.words)?.toLowerCase()
    if (
      said === undefined ||
      said === '' ||
      String(this.#view.read(this.node, 'text')).toLowerCase() === said
    )
      return undefined
    return this.rows.find(
      (row) =>
        row.isContent === true && row.key !== 'text' && String(this.present(row)).toLowerCase() === said,
    )
  }

  /** The command's words without what it quotes, in lower case. */
  get saying(): string {
    return withoutQuotes(this.#view.words)
  }

  rowFor(meanings: readonly Meaning[]): Row | undefined {
    for (const meaning of meanings) {
      const row = this.row(meaning)
      if (row !== undefined) return row
    }
    return undefined
  }

  /** The value as it stands now; undefined if it is absent or comes from data. */
  present(row: Row): unknown {
    return this.#view.read(this.node, propertyOf(row))
  }

  /** What the source had before the command. */
  raw(row: Row): unknown {
    return this.#element === undefined ? undefined : rawOf(this.#element, row, this.#format, this.#source)
  }

  /** Present in the source, with a value that no look shows. */
  hasOdd(row: Row): boolean {
    const raw = this.raw(row)
    return raw !== undefined && raw !== null && literalOf(raw, this.#element, row, this.#format) === undefined
  }

  /** A refusal where the value comes from data; null if it does not. */
  bound(row: Row): readonly Issue[] | null {
    const lock = this.#format.locked?.(this.#element, row.path) ?? null
    if (lock !== null)
      return refusal('not-applicable', `The ${row.name} of ${this.name} is not changed: ${lock}.`, this.id)
    const raw = this.raw(row)
    if (raw === undefined || raw === null) return null
    const expression = this.#format.binding(raw, row.path)
    if (expression === null || saysBinding(this.saying)) return null
    return refusal(
      'not-applicable',
      `The ${row.name} of ${this.name} comes from data: ${expression}. It is not overwritten; change the data, or the binding itself.`,
      this.id,
    )
  }
}

function propertyOf({ key }: Row): AnyProperty {
  return key === 'text' ? 'text' : `own:${key}`
}

/** The step that writes a row. */
export function writing(
  { id }: { readonly id: string },
  row: Row,
  value: string | number | boolean | null,
): Step {
  return row.key === 'text'
    ? { kind: 'set', targets: [id], property: 'text', value }
    : { kind: 'own', targets: [id], key: row.key, value }
}

export function kindOf(component: Component): string {
  return provenanceOf(component).kind ?? 'element'
}
