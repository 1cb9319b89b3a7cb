import type { Blueprint, Step } from '../core/index.ts'
import { fail, ok } from '../core/base/result.ts'
import type { Result } from '../core/base/result.ts'
import { describeFileIssue, readTextFile } from '../node/files.ts'
import type { Host } from './host.ts'
import { detectLayout } from '../node/json-layout.ts'
import type { JsonLayout } from '../node/json-layout.ts'
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

/** Reads structured steps; the engine validates them like every command. */
export async function loadSteps(host: Host, path: string): Promise<Result<readonly Step[], string>> {
  const loaded = await loadJson(path, host.stdin)
  if (!loaded.ok) return loaded
  if (!Array.isArray(loaded.value.value)) return fail(`${nameOf(path)} should hold an array of steps`)
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
