import { once } from '../../base/once.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { ChangedComponent } from '../../document/change.ts'
import type { Patch } from '../../document/patch.ts'
import type { Answer } from '../answer.ts'
import type { CommandBatchChange, CommandBatchDependency, CommandBatchGroup } from './command-batch.ts'

/** What of a change becomes part of the whole. */
interface Done {
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly changed: readonly ChangedComponent[]
}

/** What has come of a batch so far. */
export class CommandBatchLog {
  /** By position in the list of commands. */
  readonly answers: Answer[] = []
  readonly groups: CommandBatchGroup[] = []
  readonly dependencies: CommandBatchDependency[] = []
  /** The document as it stands. */
  current: Blueprint
  readonly #done: Done[] = []

  constructor(blueprint: Blueprint) {
    this.current = blueprint
  }

  /** Goes on to a new version. */
  advance(to: Blueprint, done: Done): void {
    this.current = to
    this.#done.push(done)
  }

  /** All changes as one. O(patches + changed), when they are asked for. */
  total(): CommandBatchChange {
    const done = this.#done
    const [only] = done
    if (only !== undefined && done.length === 1)
      return { patches: () => only.patches, inverse: () => only.inverse, changed: () => only.changed }
    return {
      patches: once(() => done.flatMap(({ patches }) => patches)),
      inverse: once(() => done.toReversed().flatMap(({ inverse }) => inverse)),
      changed: once(() => together(done.flatMap(({ changed }) => changed))),
    }
  }
}

/** Each component once, with all its properties. */
function together(entries: readonly ChangedComponent[]): readonly ChangedComponent[] {
  const all = new Map<string, ChangedComponent>()
  for (const entry of entries) {
    const known = all.get(entry.id)
    if (known === undefined) all.set(entry.id, entry)
    else if (!entry.properties.every((name) => known.properties.includes(name)))
      all.set(entry.id, {
        id: entry.id,
        properties: [...new Set([...known.properties, ...entry.properties])],
      })
  }
  return [...all.values()]
}
