import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import type { PlanReading } from '@blueprint-engine/batches'
import { readPlan } from '@blueprint-engine/batches'
import type { Host } from './host.ts'
import { printable } from './render/printable.ts'
import type { View } from './render/view.ts'

/** Reads a plan, `-` from the standard input; the error tells why the file cannot be read at all. */
export async function loadPlan(host: Host, path: string): Promise<Result<PlanReading, string>> {
  const text = await readTextFile(path, { stdin: host.stdin, maxBytes: 8 * 1024 * 1024 })
  return text.ok ? ok(readPlan(text.value)) : fail(printable(describeFileIssue(text.error)))
}

/** `PLAN.md:12: error: ...`, a line each. */
export function findingLines(
  { palette }: View,
  findings: readonly {
    readonly line: number
    readonly severity: 'error' | 'warning'
    readonly message: string
  }[],
  file: string,
): string[] {
  return findings.map(({ line, severity, message }) => {
    const paint = severity === 'error' ? palette.bad : palette.warning
    return `${printable(file)}:${line}: ${paint(severity)}: ${printable(message)}`
  })
}
