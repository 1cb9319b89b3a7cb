import { describe } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Dialect, Lens } from '../command/dialect.ts'

/** Texts have no identity to go by: the versions used last are kept, one session's undo among them. */
const KEPT_TEXTS = 16

/** The documents of other formats that the engine knows, each version with its lens. */
export class DialectDocuments {
  readonly #dialects: readonly Dialect[]
  readonly #lenses = new WeakMap<object, Lens>()
  /** The one used last is last. */
  readonly #texts: Lens[] = []

  constructor(dialects: readonly Dialect[]) {
    this.#dialects = dialects
  }

  /**
   * The lens of a document; null for what is to be taken as a native blueprint.
   *
   * @param name the dialect that it is said to be of; undefined: the one that recognises it
   */
  open(source: unknown, name: string | undefined): Result<Lens, readonly Issue[]> | null {
    if (name === undefined && this.#dialects.length === 0) return null
    const known = this.#known(source)
    if (known !== null && (name === undefined || known.dialect === name)) return ok(known)
    if (name === 'native') return null
    const dialect = this.#dialects.find((one) =>
      name === undefined ? recognises(one, source) : one.name === name,
    )
    if (dialect !== undefined) {
      const read = dialect.read(source)
      if (read.ok) this.keep(read.value)
      return read
    }
    if (name === undefined && typeof source !== 'string') return null
    return fail([this.#unknown(source, name)])
  }

  #unknown(source: unknown, name: string | undefined): Issue {
    const names = ['native', ...this.#dialects.map((dialect) => dialect.name)].join(', ')
    const message =
      name === undefined
        ? `expected a document of one of ${names}, got ${describe(source)}`
        : `expected the dialect to be one of ${names}, got ${JSON.stringify(name)}`
    return { code: 'document-invalid', severity: 'error', stage: 'input', message }
  }

  #known(source: unknown): Lens | null {
    if (typeof source === 'object' && source !== null) return this.#lenses.get(source) ?? null
    if (typeof source !== 'string') return null
    for (let i = this.#texts.length - 1; i >= 0; i--) {
      const lens = this.#texts[i]!
      if (lens.source !== source) continue
      if (i < this.#texts.length - 1) this.#texts.push(...this.#texts.splice(i, 1))
      return lens
    }
    return null
  }

  /** Makes a version known, so that it need not be read again. */
  keep(lens: Lens): void {
    const { source } = lens
    if (typeof source === 'object' && source !== null) {
      this.#lenses.set(source, lens)
    } else {
      this.#texts.push(lens)
      if (this.#texts.length > KEPT_TEXTS) this.#texts.shift()
    }
  }

  /** Gives up what is known of a document, after a failure inside the engine. */
  forget(source: unknown): void {
    if (typeof source === 'object' && source !== null) this.#lenses.delete(source)
    const at = this.#texts.findIndex((lens) => lens.source === source)
    if (at >= 0) this.#texts.splice(at, 1)
  }
}

/** A dialect that fails on a value does not know it. */
function recognises(dialect: Dialect, source: unknown): boolean {
  try {
    return dialect.recognise(source)
  } catch {
    return false
  }
}
