import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from './run-fuzz.ts'

/** Writes each failure into a file of its own, for `--replay`. */
export function writeFailures(
  folder: string,
  failures: readonly Failure[],
): readonly { readonly file: string; readonly failure: Failure }[] {
  if (failures.length === 0) return []
  mkdirSync(folder, { recursive: true })
  return failures.map((failure) => {
    const file = join(folder, `${failure.target.replaceAll(/[^a-z]+/g, '-')}-${failure.seed}.json`)
    writeFileSync(file, `${JSON.stringify(failure, null, 2)}\n`)
    return { file, failure }
  })
}
