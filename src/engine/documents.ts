import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue } from '../command/issue.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { DocumentIndex } from '../document/document-index.ts'
import { validateBlueprint } from '../document/validate.ts'
import type { Limits } from './options.ts'

/**
 * The documents that the engine knows, by root identity: valid, and with an index that all versions of a document share.
 * The index stands at one version and is carried to another when that is used.
 */
export class Documents {
  readonly #limits: Limits
  readonly #indexes = new WeakMap<Blueprint, DocumentIndex>()
  /** Indexes that a failure left between two versions. */
  readonly #broken = new WeakSet<DocumentIndex>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** The index of a document, standing at it; the document is validated in full when it is seen first. */
  open(input: unknown): Result<DocumentIndex, readonly Issue[]> {
    const known =
      typeof input === 'object' && input !== null ? this.#indexes.get(input as Blueprint) : undefined
    if (known !== undefined && !this.#broken.has(known)) {
      try {
        known.moveTo(input as Blueprint)
      } catch (error) {
        // Half way between two versions it knows neither.
        this.#broken.add(known)
        throw error
      }
      return ok(known)
    }
    const valid = validateBlueprint(input, this.#limits)
    if (!valid.ok) {
      return fail(
        valid.error.map(({ code, path, expected, got }) => ({
          code,
          severity: 'error',
          stage: 'input',
          path,
          message: `the document is not valid at ${path === '' ? 'its root' : path}: expected ${expected}, got ${got}`,
        })),
      )
    }
    const index = new DocumentIndex(valid.value)
    this.#indexes.set(valid.value, index)
    return ok(index)
  }

  /** Gives up what is known of a document and all its versions, after a failure inside the engine. */
  forget(input: unknown): void {
    const known =
      typeof input === 'object' && input !== null ? this.#indexes.get(input as Blueprint) : undefined
    if (known !== undefined) this.#broken.add(known)
  }

  /** Makes a version known that was derived from a known one, so that it need not be validated again. */
  derive(index: DocumentIndex, version: Blueprint): void {
    this.#indexes.set(version, index)
  }
}
