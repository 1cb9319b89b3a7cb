import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { Issue, IssueCode } from '../command/issue.ts'
import type { HistoryRequest } from '../command/request.ts'
import type { Step, StyleValue, Target } from '../command/step.ts'
import { childrenOf, componentsOf, idOf, propertySpec, readProperty } from '../document/blueprint.ts'
import type { Blueprint, Component } from '../document/blueprint.ts'
import { changedBetween } from '../document/document-difference.ts'
import type { History } from '../document/history.ts'
import { sameJson } from '../document/patch.ts'
import type { Patch } from '../document/patch.ts'
import { accessOf } from '../execute/step-access.ts'
import type { Answer } from './answer.ts'

/** What a session has of its past, and how it works out steps on another version without counting them. */
export interface Past {
  readonly history: History
  readonly blueprint: Blueprint
  rerun(from: Blueprint, to: Blueprint, steps: readonly Step[]): Answer
}

/**
 * Where a request leads: to another state of the history, to a new state that becomes a step, or to steps that are to be run
 * as any command.
 */
export type Way =
  | {
      readonly kind: 'travel'
      readonly position: number
      readonly patches: readonly Patch[]
      readonly inverse: readonly Patch[]
    }
  | {
      readonly kind: 'push'
      readonly label: string
      readonly after: Blueprint
      readonly patches: readonly Patch[]
      readonly inverse: readonly Patch[]
    }
  | { readonly kind: 'run'; readonly steps: readonly Step[] }

/** Finds out what a request to the history comes to; nothing moves. */
export function wayOf(past: Past, request: HistoryRequest): Result<Way, Issue> {
  switch (request.action) {
    case 'undo':
    case 'redo':
      return travel(past.history, request.action, request.count ?? 1)
    case 'undo-change':
      return withoutChange(past, idsOf(request.targets))
    case 'restore':
      return restored(past, request)
  }
}

function idsOf(targets: readonly Target[]): ReadonlySet<string> {
  return new Set(targets.filter((target) => typeof target === 'string'))
}

function refusal(code: IssueCode, message: string): Result<never, Issue> {
  return fail({ code, severity: 'error', stage: 'execute', message })
}

function travel(history: History, action: 'undo' | 'redo', count: number): Result<Way, Issue> {
  const { position } = history
  const first = history.entries()[0]?.step ?? position + 1
  const last = history.entries().at(-1)?.step ?? position
  const left = action === 'undo' ? position - first + 1 : last - position
  if (left < count)
    return refusal(
      'not-applicable',
      left === 0
        ? `There is nothing to ${action}.`
        : `There are ${left} commands to ${action}, not ${count}.`,
    )
  const patches: Patch[] = []
  const inverse: Patch[] = []
  for (let i = 0; i < count; i++) {
    const entry = history.stepOf(action === 'undo' ? position - i : position + 1 + i)
    patches.push(...(action === 'undo' ? entry.inverse : entry.patches))
    inverse.unshift(...(action === 'undo' ? entry.patches : entry.inverse))
  }
  return ok({
    kind: 'travel',
    position: action === 'undo' ? position - count : position + count,
    patches,
    inverse,
  })
}

/** What a step of the history did: the versions around it, and what differs between them. */
interface Done {
  readonly step: number
  readonly before: Blueprint
  readonly after: Blueprint
}

/** The steps from the newest applied one back. */
function* backwards({ history, blueprint }: Past): Generator<Done> {
  let after = blueprint
  for (const { step } of history
    .entries()
    .filter(({ applied }) => applied)
    .toReversed()) {
    const before = history.at(blueprint, step - 1)
    yield { step, before, after }
    after = before
  }
}

function withoutChange(past: Past, ids: ReadonlySet<string>): Result<Way, Issue> {
  const { history } = past
  const later: Done[] = []
  for (const done of backwards(past)) {
    if (!hasChanged(past, done, ids)) {
      later.unshift(done)
      continue
    }
    return later.length === 0 ? travel(history, 'undo', 1) : replayed(past, done, later)
  }
  return refusal('not-applicable', `No command that is kept has changed ${named(ids)}.`)
}

const SIDES: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height'])

/** Whether a step changed one of them or what it holds; being pushed aside by what another one did is no change of it. */
function hasChanged({ history }: Past, { step, before, after }: Done, ids: ReadonlySet<string>): boolean {
  const inside = new Set([...idsInside(before, ids), ...idsInside(after, ids)])
  if (
    stepsOf(history, step)?.some((one) =>
      accessOf(one).targets.some((target) => inside.has(target as string)),
    ) === true
  )
    return true
  return changedBetween(before, after).some(
    ({ id, properties }) => inside.has(id) && properties.some((name) => !SIDES.has(name)),
  )
}

function idsInside(root: Blueprint, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const walk = (component: Component, isInside: boolean): void => {
    const counts = isInside || ids.has(idOf(component))
    if (counts) found.add(idOf(component))
    for (const child of childrenOf(component)) walk(child, counts)
  }
  for (const component of componentsOf(root)) walk(component, false)
  return found
}

/** The elementary steps that a step of the history consisted of; null where it keeps none. */
function stepsOf(history: History, step: number): readonly Step[] | null {
  const { detail } = history.stepOf(step)
  return Array.isArray(detail) ? (detail as readonly (readonly Step[])[]).flat() : null
}

/** The document as if one step had never been: the later ones are done again without it, where none of them depends on it. */
function replayed(past: Past, taken: Done, later: readonly Done[]): Result<Way, Issue> {
  const { history, blueprint } = past
  const own = writtenBy(taken)
  const patches: Patch[] = []
  const inverse: Patch[] = []
  for (const { step } of [taken, ...later].toReversed()) {
    patches.push(...history.stepOf(step).inverse)
    inverse.unshift(...history.stepOf(step).patches)
  }
  let from = blueprint
  let at = taken.before
  for (const done of later) {
    const steps = stepsOf(history, done.step)
    const shared = [...writtenBy(done)].find((name) => own.has(name))
    const answer = shared === undefined && steps !== null ? past.rerun(from, at, steps) : null
    if (answer?.status !== 'applied') return dependent(history, taken.step, done.step)
    patches.push(...answer.patches)
    inverse.unshift(...answer.inverse)
    from = at
    at = answer.blueprint
  }
  const { label } = history.stepOf(taken.step)
  return ok({ kind: 'push', label: `undo: ${label}`, after: at, patches, inverse })
}

/** Properties by component; where things stand is worked out anew. */
function writtenBy({ before, after }: Done): Set<string> {
  const names = new Set<string>()
  for (const { id, properties } of changedBetween(before, after))
    for (const name of properties) if (!SIDES.has(name)) names.add(`${id}\n${name}`)
  return names
}

function dependent(history: History, taken: number, later: number): Result<never, Issue> {
  const [one, other] = [history.stepOf(taken).label, history.stepOf(later).label]
  return refusal(
    'not-applicable',
    `${JSON.stringify(one)} cannot be taken back by itself: ${JSON.stringify(other)} came later and depends on it.`,
  )
}

/** The value that a property had before its last change. */
function restored(
  past: Past,
  { targets, property }: Extract<HistoryRequest, { readonly action: 'restore' }>,
): Result<Way, Issue> {
  const ids = idsOf(targets)
  const steps: Step[] = []
  for (const id of ids) {
    const value = formerValue(past, id, (component) => readProperty(component, property))
    if (value === NEVER)
      return refusal('not-applicable', `The ${propertySpec(property).label} of #${id} was never another one.`)
    // What a document held under the property is a value of it.
    steps.push({ kind: 'set', targets: [id], property, value: (value ?? null) as StyleValue })
  }
  if (steps.length === 0) return refusal('value-missing', 'Restore it of which component?')
  return ok({ kind: 'run', steps })
}

const NEVER = Symbol('never')

function formerValue(past: Past, id: string, read: (component: Component) => unknown): unknown {
  for (const { before, after } of backwards(past)) {
    const [then, now] = [find(before, id), find(after, id)]
    if (then === null || now === null) return NEVER
    const value = read(then)
    if (!sameJson(value, read(now))) return value
  }
  return NEVER
}

function find(root: Blueprint, id: string): Component | null {
  const open = [...componentsOf(root)]
  for (let component = open.pop(); component !== undefined; component = open.pop()) {
    if (idOf(component) === id) return component
    open.push(...childrenOf(component))
  }
  return null
}

function named(ids: ReadonlySet<string>): string {
  return [...ids].map((id) => `#${id}`).join(', ')
}
