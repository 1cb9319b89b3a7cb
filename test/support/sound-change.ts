import { expect } from 'vitest'
import type { Issue } from '../../src/command/issue.ts'
import type { Step, StepOutcome } from '../../src/command/step.ts'
import type { Blueprint, Box, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import type { Change } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { applyPatch } from '../../src/document/patch.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { Execution } from '../../src/execute/executor.ts'
import { exactSteps } from '../../src/execute/step-access.ts'

export interface Ran {
  readonly change: Change
  readonly after: Blueprint
  readonly outcomes: readonly StepOutcome[]
  readonly errors: readonly (readonly Issue[])[]
}

/** Steps that put things exactly where told, overlap or not. */
export const MAY_OVERLAP: ReadonlySet<Step['kind']> = new Set([...exactSteps, 'wrap'])

/**
 * Runs steps on a document and checks what must hold of every change (`expectSound`), and that nothing overlaps that
 * did not, unless a step puts things exactly where told.
 */
export function runSteps(document: Blueprint, steps: readonly Step[]): Ran {
  const before = structuredClone(document)
  const index = new DocumentIndex(document)
  const transaction = new Transaction(index)
  const execution = new Execution(transaction)
  const outcomes: StepOutcome[] = []
  const errors: (readonly Issue[])[] = []
  steps.forEach((step, i) => {
    const result = execution.run(step, i)
    if (result.ok) outcomes.push(result.value)
    else errors.push(result.error)
  })
  const change = commit(transaction)
  expect(document).toEqual(before)
  expectSound(change, index)
  if (!steps.some(({ kind }) => MAY_OVERLAP.has(kind)))
    expect(newOverlaps(document, change.after)).toEqual([])
  return { change, after: change.after, outcomes, errors }
}

/** Patches and inverse are exact to the byte, ids stay unique, and the carried index equals a fresh one in both directions. */
function expectSound(change: Change, index: DocumentIndex): void {
  const { before, after, patches, inverse } = change
  const forward = applyPatch(before, patches)
  expect(forward).toEqual(after)
  const back = applyPatch(after, inverse)
  expect(JSON.stringify(back)).toBe(JSON.stringify(before))
  expect(describeIndex(index)).toEqual(describeIndex(new DocumentIndex(after)))
  index.moveTo(before)
  expect(describeIndex(index)).toEqual(describeIndex(new DocumentIndex(before)))
  index.moveTo(after)
  expect(describeIndex(index)).toEqual(describeIndex(new DocumentIndex(after)))
  expectValidBoxes(after)
}

function describeIndex(index: DocumentIndex): unknown {
  return {
    size: index.size,
    nodes: index
      .all()
      .map((node) => [
        node.id,
        node.parent?.id ?? null,
        node.position,
        node.box,
        node.component,
        node.edits,
        node.isAttached,
      ]),
  }
}

function expectValidBoxes(document: Blueprint): void {
  const ids = new Set<string>()
  for (const { component } of everything(document)) {
    expect(ids.has(component.id)).toBe(false)
    ids.add(component.id)
    const box = component.bbox
    if (box === undefined) continue
    for (const value of box) expect(Number.isFinite(value)).toBe(true)
    expect(box[2]).toBeGreaterThan(0)
    expect(box[3]).toBeGreaterThan(0)
  }
}

function everything(document: Blueprint): {
  readonly component: Component
  readonly parent: Component | null
  readonly list: readonly Component[]
}[] {
  const found: { component: Component; parent: Component | null; list: readonly Component[] }[] = []
  const walk = (list: readonly Component[], parent: Component | null): void => {
    for (const component of list) {
      found.push({ component, parent, list })
      walk(component.children ?? [], component)
    }
  }
  walk(document.components, null)
  return found
}

/** Pairs of visible siblings that share more than half a pixel in both directions. */
function overlaps(document: Blueprint): Set<string> {
  const found = new Set<string>()
  const level = (list: readonly Component[]): void => {
    for (const [i, a] of list.entries()) {
      level(a.children ?? [])
      if (a.bbox === undefined || a.visual?.hidden === true) continue
      for (const b of list.slice(i + 1)) {
        if (b.bbox === undefined || b.visual?.hidden === true) continue
        if (meet(a.bbox, b.bbox, 0) && meet(a.bbox, b.bbox, 1)) found.add([a.id, b.id].sort().join(' ~ '))
      }
    }
  }
  level(document.components)
  return found
}

function meet(a: readonly number[], b: readonly number[], axis: 0 | 1): boolean {
  return a[axis]! + a[axis + 2]! > b[axis]! + 0.5 && b[axis]! + b[axis + 2]! > a[axis]! + 0.5
}

/** Overlaps that were not there before; inside a copy, those of the original do not count. */
export function newOverlaps(before: Blueprint, after: Blueprint): string[] {
  const was = overlaps(before)
  const original = (pair: string): string => pair.replaceAll(/_copy(?:_\d+)?/g, '')
  const originals = new Set([...was].map(original))
  const isCopied = (pair: string): boolean =>
    pair.split(' ~ ').every((id) => id.includes('_copy')) && originals.has(original(pair))
  return [...overlaps(after)].filter((pair) => !was.has(pair) && !isCopied(pair))
}

export function find(document: Blueprint, id: string): Component {
  const found = everything(document).find(({ component }) => component.id === id)
  if (found === undefined) throw new Error(`no component ${id}`)
  return found.component
}

export function boxOf(document: Blueprint, id: string): readonly [number, number, number, number] {
  const { bbox } = find(document, id)
  if (bbox === undefined) throw new Error(`no box at ${id}`)
  return bbox
}

/** Ids in the list that holds a component. */
export function siblingIds(document: Blueprint, id: string): string[] {
  return everything(document)
    .find(({ component }) => component.id === id)!
    .list.map((component) => component.id)
}

/** A component of a test document: id, box, and what else it has. */
export function part(id: string, bbox: Box | null, rest: Partial<Component> = {}): Component {
  return { id, type: 'text', ...(bbox === null ? {} : { bbox }), ...rest }
}

/** A test document on a screen of 400 x 800. */
export function screenOf(...components: Component[]): Blueprint {
  return {
    screen_id: 's',
    tokens: { base_spacing: 16, border_radius: '8px', primary_color: '#3366FF' },
    components,
    meta: { screen: [400, 800] },
  }
}

/** The boxes of all components that have one, by id. */
export function boxes(document: Blueprint): Record<string, Box> {
  const found: Record<string, Box> = {}
  for (const { component } of everything(document))
    if (component.bbox !== undefined) found[component.id] = component.bbox
  return found
}
