import type { Issue } from '../../src/core/index.ts'

/** An issue without its weight, which depends on what was told. */
export function factOf({ code, id, message, path }: Issue): string {
  return JSON.stringify([code, id, message, path])
}

/** What two issues must share to be the same one, and how bad the issue is. */
interface Grade {
  readonly key: string
  readonly measure: number
}

function gradeOf({ code, id, message }: Issue): Grade {
  const [, holder, px, side] = /sticks out of (.+) by ([\d.]+) px (\w+)$/.exec(message) ?? []
  if (holder !== undefined) return { key: `${code} ${holder} ${side}`, measure: Number(px) }
  const ratio = /has a contrast of ([\d.]+)/.exec(message)?.[1]
  if (ratio !== undefined) return { key: `${code} ${id}`, measure: -Number(ratio) }
  const [, size, extent] = / is ([\d.]+) px (high|wide)/.exec(message) ?? []
  if (size !== undefined) return { key: `${code} ${id} ${extent}`, measure: -Number(size) }
  const pair = /^(.+) overlaps (.+) by /.exec(message)
  if (pair !== null) return { key: `${code} ${pair.slice(1).sort().join(' ')}`, measure: 0 }
  return { key: factOf({ code, id, message } as Issue), measure: 0 }
}

/** The issues that are not among those before, or are worse than they were. */
export function newIssues(
  before: readonly Issue[],
  after: readonly Issue[],
): { readonly worse: Issue[]; readonly atLeastAsBad: Issue[] } {
  const known = new Map<string, number>()
  for (const issue of before) {
    const { key, measure } = gradeOf(issue)
    known.set(key, Math.max(measure, known.get(key) ?? -Infinity))
  }
  const than = (issue: Issue): number => gradeOf(issue).measure - (known.get(gradeOf(issue).key) ?? -Infinity)
  return {
    worse: after.filter((issue) => than(issue) > 0),
    atLeastAsBad: after.filter((issue) => than(issue) >= 0),
  }
}
