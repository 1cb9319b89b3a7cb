import { childrenOf } from '../document/blueprint.ts'
import type { Component } from '../document/blueprint.ts'

/** Siblings and their joined text. */
interface Run {
  readonly components: readonly Component[]
  readonly text: string
}

/** What is known about one object: its text, and the run of siblings that it begins. */
interface Known {
  text: string | null
  run: Run | null
}

/** Components in a run; a shorter one is joined to its neighbour as long as the two stay below the longest. */
const FULL_RUN = 64
const SHORT_RUN = 32
const LONGEST_RUN = 128
/** A run of so many characters is full as well: what changes in it copies all of it (bench: total/1-step-text-nested@1000, 45%). */
const FULL_TEXT = 16_384
/** A text above this many characters is a run of its own and is not copied with its siblings. */
const LONG_TEXT = 8192

const known = new WeakMap<object, Known>()

/** Joins pieces without copying: the runtime makes the text flat when it is first needed so. */
export function concat(pieces: readonly string[]): string {
  let text = ''
  for (const piece of pieces) text += piece
  return text
}

/**
 * The text of an object in pieces, key by key; `list` is the one among its own values that is a list of components, and
 * `write` gives the text of any other. O(own keys + pieces of the list).
 */
export function objectPieces(
  object: { readonly [key: string]: unknown },
  list: readonly Component[],
  write: (value: unknown) => string | undefined,
): string[] {
  const pieces: string[] = []
  let separator = '{'
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (value === list) {
      pieces.push(`${separator}${JSON.stringify(key)}:[`)
      pushList(list, pieces)
      pieces.push(']')
    } else {
      const text = write(value)
      if (text === undefined) continue
      pieces.push(`${separator}${JSON.stringify(key)}:${text}`)
    }
    separator = ','
  }
  pieces.push(separator === '{' ? '{}' : '}')
  return pieces
}

/** With the truth in its type: undefined for what JSON leaves out. */
const stringify = JSON.stringify as (value: unknown) => string | undefined

/** The JSON text of any value, remembered for objects. */
export function rememberedText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return stringify(value)
  const entry = entryOf(value)
  entry.text ??= stringify(value) ?? null
  return entry.text ?? undefined
}

function entryOf(object: object): Known {
  const found = known.get(object)
  if (found !== undefined) return found
  const made: Known = { text: null, run: null }
  known.set(object, made)
  return made
}

function componentText(component: Component): string {
  const entry = entryOf(component)
  entry.text ??= buildComponent(component)
  return entry.text
}

function buildComponent(component: Component): string {
  const children = childrenOf(component)
  if (children.length === 0) return JSON.stringify(component)
  const pieces = objectPieces(component, children, stringify)
  const text = concat(pieces)
  return text.length > LONG_TEXT ? text : pieces.join('')
}

/** Appends the text of a list, a piece a run. O(runs + comparisons by reference + components of runs not known). */
function pushList(list: readonly Component[], pieces: string[]): void {
  for (let start = 0; start < list.length;) {
    if (start > 0) pieces.push(',')
    const run = runAt(list, start) ?? makeRun(list, start)
    pieces.push(run.text)
    start += run.components.length
  }
}

/** The known run that stands at a position, unchanged. */
function runAt(list: readonly Component[], start: number): Run | null {
  const run = known.get(list[start]!)?.run
  if (run === undefined || run === null) return null
  const { components } = run
  if (start + components.length > list.length) return null
  for (let i = 1; i < components.length; i++) if (components[i] !== list[start + i]) return null
  return run
}

function makeRun(list: readonly Component[], start: number): Run {
  const end = Math.min(start + FULL_RUN, list.length)
  const run = isFirstSight(list, start, end) ? firstRun(list.slice(start, end)) : gather(list, start)
  entryOf(list[start]!).run = run
  return run
}

/** Neither end was seen before, and nothing has children: those have runs of their own. */
function isFirstSight(list: readonly Component[], start: number, end: number): boolean {
  if (known.has(list[start]!) || known.has(list[end - 1]!)) return false
  for (let i = start; i < end; i++) if (childrenOf(list[i]!).length > 0) return false
  return true
}

/**
 * A run seen for the first time is written in one go, and its components are not remembered one by one before one of
 * them changes: a document that is read once costs about what JSON.stringify costs. Its last component is marked too,
 * so that a change of the first does not make the run look new.
 */
function firstRun(components: readonly Component[]): Run {
  entryOf(components[components.length - 1]!)
  return { components, text: JSON.stringify(components).slice(1, -1) }
}

/**
 * Joins the siblings from a position on. They end where a known run begins, so that an insertion or a removal does not
 * shift all runs behind it; what would stay too short is joined to that next one.
 */
function gather(list: readonly Component[], start: number): Run {
  const texts = [componentText(list[start]!)]
  if (texts[0]!.length > LONG_TEXT) return { components: [list[start]!], text: texts[0]! }
  let length = texts[0]!.length
  let end = start + 1
  for (; end < list.length && end - start < FULL_RUN && length < FULL_TEXT; end++) {
    const next = runAt(list, end)
    if (next !== null) {
      const together = end - start + next.components.length
      if (end - start >= SHORT_RUN || together > LONGEST_RUN || next.text.length > LONG_TEXT) break
      texts.push(next.text)
      known.get(list[end]!)!.run = null
      end = start + together
      break
    }
    const text = componentText(list[end]!)
    if (text.length > LONG_TEXT) break
    texts.push(text)
    length += text.length
  }
  return { components: list.slice(start, end), text: texts.join(',') }
}
