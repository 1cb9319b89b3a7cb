import type { Blueprint, Dialect, Step } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile, detectLayout } from '@blueprint-engine/files'
import type { Host } from './host.ts'
import type { JsonLayout } from '@blueprint-engine/files'
import { findJsonFault } from './json-syntax.ts'
import { printable } from './render/printable.ts'

export interface LoadedDocument {
  /** As the file says; whether it is a document is for the engine to judge. */
  readonly blueprint: Blueprint
  readonly layout: JsonLayout
}

/** Reads a document, `-` from the standard input; else a sentence that says what is wrong, and where. */
export async function loadDocument(host: Host, path: string): Promise<Result<LoadedDocument, string>> {
  const loaded = await loadJson(path, host.stdin)
  if (!loaded.ok) return loaded
  // The engine takes nothing on trust: it validates a document that it sees for the first time.
  return ok({ blueprint: loaded.value.value as Blueprint, layout: detectLayout(loaded.value.text) })
}

/** A document of any format: JSON, or the text of a page. */
export interface LoadedSource {
  readonly source: unknown
  readonly layout: JsonLayout
  /** The formats to be tried on it; none for a native blueprint. */
  readonly dialects: readonly Dialect[]
}

/** Reads a document of any format, `-` from the standard input; else a sentence that says what is wrong, and where. */
export async function loadSource(host: Host, path: string): Promise<Result<LoadedSource, string>> {
  const read = await readTextFile(path, { stdin: host.stdin })
  if (!read.ok) return fail(printable(describeFileIssue(read.error)))
  const text = read.value
  const layout = detectLayout(text)
  // What begins like a page is one: no JSON does.
  if (/^\uFEFF?\s{0,10000}<|^---\r?\n/.test(text))
    return ok({ source: text, layout, dialects: await allDialects() })
  let source: unknown
  try {
    source = JSON.parse(text)
  } catch (error) {
    return fail(describeFault(nameOf(path), text, error))
  }
  const isNative = typeof source === 'object' && source !== null && 'components' in source
  return ok({ source, layout, dialects: isNative ? [] : await allDialects() })
}

/** Loaded when a document needs them: most are native. */
async function allDialects(): Promise<readonly Dialect[]> {
  const { dialects } = await import('@blueprint-engine/dialects')
  return dialects
}

/** Reads structured steps; the engine validates them like every command. */
export async function loadSteps(host: Host, path: string): Promise<Result<readonly Step[], string>> {
  const loaded = await loadJson(path, host.stdin)
  if (!loaded.ok) return loaded
  if (!Array.isArray(loaded.value.value)) return fail(`${nameOf(path)} should contain an array of steps`)
  return ok(loaded.value.value as readonly Step[])
}

/** Reads JSON; else a sentence that says what is wrong, and where. */
export async function loadJson(
  path: string,
  stdin?: Host['stdin'],
): Promise<Result<{ readonly text: string; readonly value: unknown }, string>> {
  const read = await readTextFile(path, stdin === undefined ? {} : { stdin })
  if (!read.ok) return fail(printable(describeFileIssue(read.error)))
  const text = read.value
  try {
    return ok({ text, value: JSON.parse(text) as unknown })
  } catch (error) {
    return fail(describeFault(nameOf(path), text, error))
  }
}

/** Where a text is no JSON, in words. */
export function describeFault(name: string, text: string, error: unknown): string {
  if (text.trim() === '') return `${name} is empty; expected a JSON document`
  const fault = findJsonFault(text)
  // Should the two ever disagree, the parser's own words are better than none.
  if (fault === null) return printable(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  return printable(`${name}:${fault.line}:${fault.column}: not valid JSON: ${fault.problem}`)
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path
}
