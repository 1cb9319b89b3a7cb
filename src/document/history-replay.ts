import type { Blueprint } from './blueprint.ts'
import type { BranchJson, HistoryFault, HistoryJson, NumberedStep } from './history-json.ts'
import { applyJsonPatch, PatchError, sameJson } from './patch.ts'
import { KnownParts, validateBlueprint } from './validate.ts'
import type { DocumentLimits } from './validate.ts'

class Mismatch extends Error {
  readonly fault: HistoryFault

  constructor(path: string, expected: string, got: string) {
    super(expected)
    this.fault = { path, expected, got }
  }
}

/**
 * Goes through all states of a history that comes from outside: every step must lead from a document to a document and back,
 * on every branch, and the current one must be this document. Returns the first reason why that is not so.
 * O(steps x components), for most of which only a look at what is known.
 */
export function findReplayFault(
  history: HistoryJson,
  blueprint: Blueprint,
  limits: DocumentLimits,
): HistoryFault | null {
  try {
    new Replay(history, limits).run(blueprint)
    return null
  } catch (error) {
    if (error instanceof Mismatch) return error.fault
    throw error
  }
}

class Replay {
  readonly #history: HistoryJson
  readonly #limits: DocumentLimits
  readonly #known: KnownParts
  /** Documents by the number of the state. */
  readonly #states = new Map<number, Blueprint>()
  /** Steps that have been gone, there and back, with the documents on both sides. */
  readonly #gone = new Map<NumberedStep, { readonly before: Blueprint; readonly after: Blueprint }>()

  constructor(history: HistoryJson, limits: DocumentLimits) {
    this.#history = history
    this.#limits = limits
    this.#known = new KnownParts(limits)
  }

  run(blueprint: Blueprint): void {
    const { branches, branch, base } = this.#history
    const current = branches.find(({ name }) => name === branch)!
    this.#states.set(base, this.#first(current, blueprint))
    for (const line of branches) {
      const present = this.#follow(line)
      if (line === current && !sameJson(present, blueprint))
        throw new Mismatch(
          '/branch',
          'the branch that leads to the document',
          'a branch that leads to another document',
        )
    }
  }

  /** The earliest document, by the way back from the current one. */
  #first(line: BranchJson, blueprint: Blueprint): Blueprint {
    let root = blueprint
    for (let i = line.applied; i > 0; i--) {
      const position = line.entries[i - 1]!
      root = this.#apply(root, position, 'inverse')
    }
    return root
  }

  /** Goes a branch to its end; returns the document where it stands. */
  #follow({ entries, applied }: BranchJson): Blueprint {
    let root = this.#states.get(this.#history.base)!
    let present = root
    for (const [i, position] of entries.entries()) {
      root = this.#step(root, position)
      if (i + 1 === applied) present = root
    }
    return present
  }

  #step(before: Blueprint, position: number): Blueprint {
    const entry = this.#history.entries[position]!
    const known = this.#gone.get(entry)
    if (known?.before === before) return known.after
    const after = this.#apply(before, position, 'patches')
    if (!sameJson(this.#apply(after, position, 'inverse'), before))
      throw new Mismatch(
        `/entries/${position}/inverse`,
        'operations that lead back to the previous state',
        'another',
      )
    const other = this.#states.get(entry.id)
    if (other !== undefined && !sameJson(other, after))
      throw new Mismatch(`/entries/${position}`, `a step to state ${entry.id}`, 'a step to another state')
    this.#states.set(entry.id, after)
    this.#gone.set(entry, { before, after })
    return after
  }

  #apply(root: Blueprint, position: number, way: 'patches' | 'inverse'): Blueprint {
    const path = `/entries/${position}/${way}`
    let result: unknown
    try {
      result = applyJsonPatch(root, this.#history.entries[position]![way])
    } catch (error) {
      if (error instanceof PatchError)
        throw new Mismatch(path, 'operations that apply to the state', error.message)
      throw error
    }
    const valid = validateBlueprint(result, this.#limits, this.#known)
    if (valid.ok) return valid.value
    const [fault] = valid.error
    throw new Mismatch(
      path,
      'a document',
      `one that is not valid at ${fault!.path}: expected ${fault!.expected}, got ${fault!.got}`,
    )
  }
}
