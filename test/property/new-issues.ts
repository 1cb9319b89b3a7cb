import type { Blueprint, Component, Issue } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'

/** An issue without its weight, which depends on what was told. */
export function factOf({ code, id, message, path }: Issue): string {
  return JSON.stringify([code, id, message, path])
}

/** A document and all that is wrong with it. */
export interface Verified {
  readonly document: Blueprint
  readonly issues: readonly Issue[]
}

/** What two issues must share to be the same one, and how bad the issue is. */
interface Grade {
  readonly key: string
  readonly measure: number
}

function gradeOf({ code, id, message }: Issue): Grade {
  // How far counts against the size of the holder, which a message does not tell: there or not is what can be compared.
  const [, holder, side] = /sticks out of (.+) by [\d.]+ px (\w+)$/.exec(message) ?? []
  if (holder !== undefined) return { key: `${code} ${holder} ${side}`, measure: 0 }
  const ratio = /has a contrast of ([\d.]+)/.exec(message)?.[1]
  if (ratio !== undefined) return { key: `${code} ${id}`, measure: -Number(ratio) }
  const [, size, extent] = / is ([\d.]+) px (high|wide)/.exec(message) ?? []
  if (size !== undefined) return { key: `${code} ${id} ${extent}`, measure: -Number(size) }
  return { key: `${code} ${id} ${message}`, measure: 0 }
}

function pairOf({ code, message }: Issue): readonly [string, string] | null {
  const pair = code === 'overlap' ? /^#(.+) overlaps #(.+) by /.exec(message) : null
  return pair === null ? null : [pair[1]!, pair[2]!]
}

/**
 * The issues after a change that were not there before or are worse than they were, and those that are at least as bad: two
 * numbers in a message may be equal where what they were rounded from was not.
 */
export function newIssues(
  before: Verified,
  after: Verified,
): { readonly worse: Issue[]; readonly atLeastAsBad: Issue[] } {
  const known = new Map<string, number>()
  const overlapping = new Set<string>()
  for (const issue of before.issues) {
    const { key, measure } = gradeOf(issue)
    known.set(key, Math.max(measure, known.get(key) ?? -Infinity))
    const pair = pairOf(issue)
    if (pair !== null) overlapping.add(pair.join('\n')).add(pair.toReversed().join('\n'))
  }
  const standIns = standInsOf(before.document, after.document)
  const than = (issue: Issue): number => {
    const pair = pairOf(issue)
    if (pair !== null) {
      const [some, others] = pair.map((id) => standIns.get(id)!) as [string[], string[]]
      return some.some((a) => others.some((b) => overlapping.has(`${a}\n${b}`))) ? -1 : 1
    }
    const { key, measure } = gradeOf(issue)
    return measure - (known.get(key) ?? -Infinity)
  }
  return {
    worse: after.issues.filter((issue) => than(issue) > 0),
    atLeastAsBad: after.issues.filter((issue) => than(issue) >= 0),
  }
}

/** What was there before stands for itself; what was put around it takes over its overlaps. */
function standInsOf(before: Blueprint, after: Blueprint): ReadonlyMap<string, readonly string[]> {
  const old = new Set(allOf(before).map(({ id }) => id))
  const all = new Map<string, readonly string[]>()
  const visit = ({ id, children }: Component): readonly string[] => {
    const inner = (children ?? []).flatMap(visit)
    all.set(id, old.has(id) ? [id] : inner)
    return all.get(id)!
  }
  for (const component of after.components) visit(component)
  return all
}
