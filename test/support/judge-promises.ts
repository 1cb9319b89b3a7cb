import { isDeepStrictEqual } from 'node:util'
import type { Answer, Blueprint, Component } from '../../src/index.ts'
import { entriesOf } from './judge-checks.ts'
import type { Entries } from './judge-checks.ts'
import { isClose } from './judge-values.ts'
import { patchedCopy } from './json-patch.ts'

export type Run = (blueprint: Blueprint, command: string) => Answer

/** What every answer to every command must be; `before` is the document as it was. */
export function brokenPromises(
  command: string,
  input: Blueprint,
  before: Blueprint,
  answer: Answer,
  run: Run,
): string[] {
  const broken: string[] = []
  const after = answer.blueprint
  if (!isDeepStrictEqual(input, before)) broken.push('the input was changed')
  const again = run(structuredClone(before), command)
  if (again.status !== answer.status || !isDeepStrictEqual(again.blueprint, after))
    broken.push('a second run differs')
  const isDone = answer.status === 'applied' || answer.status === 'partial'
  if (!isDone && !isDeepStrictEqual(after, before)) broken.push('refused, yet changed')
  broken.push(...wrongPatches('patches', before, answer.patches, after))
  broken.push(...wrongPatches('inverse', after, answer.inverse, before))
  if (answer.json !== JSON.stringify(after)) broken.push('json is not JSON.stringify(blueprint)')
  const twice = idsTwice(after)
  if (twice.length > 0) broken.push(`ids that are there twice: ${twice.join(', ')}`)
  if (!saysExactPlace(command))
    broken.push(
      ...newOverlaps(before, after)
        .slice(0, 1)
        .map((pair) => `new overlap of ${pair}`),
    )
  return broken
}

function wrongPatches(
  name: string,
  from: Blueprint,
  operations: readonly unknown[],
  to: Blueprint,
): string[] {
  try {
    return isDeepStrictEqual(patchedCopy(from, operations), to) ? [] : [`${name} give another document`]
  } catch (error) {
    return [`${name}: ${(error as Error).message}`]
  }
}

function idsTwice(document: Blueprint): string[] {
  const seen = new Set<string>()
  const twice: string[] = []
  const visit = (list: readonly Component[]): void => {
    for (const { id, children } of list) {
      if (seen.has(id)) twice.push(id)
      seen.add(id)
      visit(children ?? [])
    }
  }
  visit(document.components)
  return twice
}

/** A side or a coordinate is an order to be followed exactly; "right below" is none. */
const EXACT = /overlap|on top of|\b(?:left|right|up|down|cent(?:er|re)|align|x to|y to)\b/i
const QUOTED = /"[^"]*"|“[^”]*”/g
const DIRECTLY = /\bright (?=above|below|under|after|before|next|beside)/gi

function saysExactPlace(command: string): boolean {
  return EXACT.test(command.replaceAll(QUOTED, '').replaceAll(DIRECTLY, ''))
}

/** Visible siblings that share more than half a pixel each way and did not before. */
function newOverlaps(before: Blueprint, after: Blueprint): string[] {
  const known = overlapsOf(before)
  return [...overlapsOf(after)].filter((pair) => !known.has(pair))
}

function overlapsOf(document: Blueprint): ReadonlySet<string> {
  const pairs = new Set<string>()
  const visit = (list: readonly Component[]): void => {
    const visible = list.filter(({ bbox, visual }) => bbox !== undefined && !(visual?.hidden ?? false))
    for (const [i, a] of visible.entries())
      for (const b of visible.slice(i + 1))
        if (shares(a.bbox!, b.bbox!, 0) && shares(a.bbox!, b.bbox!, 1))
          pairs.add([a.id, b.id].sort().join(' and '))
    for (const { children } of list) visit(children ?? [])
  }
  visit(document.components)
  return pairs
}

function shares(a: readonly number[], b: readonly number[], axis: 0 | 1): boolean {
  return Math.min(a[axis]! + a[axis + 2]!, b[axis]! + b[axis + 2]!) - Math.max(a[axis]!, b[axis]!) > 0.5
}

/** A `visual.height` beside a box says the same as the box, unless it did not before. */
export function unequalHeights(was: Entries, after: Blueprint): string[] {
  const wrong: string[] = []
  for (const [id, { component }] of entriesOf(after)) {
    if (isLevel(component) || !isLevel(was.get(id)?.component)) continue
    wrong.push(
      `${id}.visual.height is ${String(component.visual?.height)}, its box ${String(component.bbox?.[3])} high`,
    )
  }
  return wrong
}

function isLevel(component: Component | undefined): boolean {
  const height = component?.visual?.height
  return (
    component?.bbox === undefined ||
    typeof height !== 'number' ||
    isClose(height, component.bbox[3], 'height')
  )
}
