import type { Issue, Patch, Result } from 'blueprint-command-engine'
import { applyPatch } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import { detectLayout, writeDocument } from '@blueprint-engine/files'
import type { JsonLayout } from '@blueprint-engine/files'
import type { Change } from '../store/revision.ts'
import type { Content } from './document-format.ts'
import { jsonDepth } from './json-depth.ts'

/** Levels of a JSON text: the engine's 64 levels of components take two each, and properties have some of their own. */
const MAX_LEVELS = 200

/** A document that is JSON, whatever it says. */
export interface JsonContent<Value> extends Content {
  readonly value: Value
  readonly layout: {
    readonly json: JsonLayout
    /** The text as it came, until something in it is changed. */
    readonly original: string | null
  }
}

/** Reads a text as JSON; what it says is for the caller to check. */
export function readJson(text: string): Result<JsonContent<unknown>, readonly Issue[]> {
  const levels = jsonDepth(text)
  if (levels > MAX_LEVELS)
    return refused('document-too-deep', `expected at most ${MAX_LEVELS} levels of JSON, got ${levels}`)
  try {
    const value: unknown = JSON.parse(text)
    return ok({ value, layout: { json: detectLayout(text), original: text } })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refused('document-invalid', `expected JSON: ${reason}`)
  }
}

export function writeJson({ value, layout }: JsonContent<unknown>): string {
  return layout.original ?? writeDocument(value, JSON.stringify(value), layout.json)
}

/** The document with another value, in the layout that it has. */
export function withValue<Value>(content: JsonContent<Value>, value: Value): JsonContent<Value> {
  return value === content.value ? content : { value, layout: { json: content.layout.json, original: null } }
}

/** @throws Error where the change is no patch, or does not fit. */
export function patched<Value>(
  content: JsonContent<Value>,
  change: Change,
  direction: 'forward' | 'back',
): JsonContent<Value> {
  if (change.kind !== 'patches')
    throw new Error(`expected patches for a JSON document, got a change of kind ${change.kind}`)
  const patches: readonly Patch[] = direction === 'forward' ? change.patches : change.inverse
  // A patch of the engine makes a document of the kind it found; it works on any JSON value.
  type Patchable = Parameters<typeof applyPatch>[0]
  return withValue(content, applyPatch(content.value as Patchable, patches) as Value)
}

export function refused(code: Issue['code'], message: string): Result<never, readonly Issue[]> {
  return fail([{ code, severity: 'error', stage: 'input', message }])
}
