/** Something that is wrong with, or worth saying about, a plan or a work item. Lines and columns count from 1. */
export interface Finding {
  /** Stable, for programs. */
  readonly code: FindingCode
  readonly severity: 'error' | 'warning'
  /** One sentence: what was expected, what came. */
  readonly message: string
  readonly line: number
  readonly column: number
  /** Number of the phase, for plans. */
  readonly phase?: number
  /** Name of the field. */
  readonly field?: string
}

export type FindingCode =
  // any text
  | 'too-large'
  | 'too-deep'
  // plans
  | 'no-phases'
  | 'phase-number'
  | 'phase-duplicate'
  | 'field-missing'
  | 'field-empty'
  | 'field-duplicate'
  | 'field-invalid'
  | 'path-invalid'
  | 'dependency-unknown'
  | 'dependency-self'
  | 'cycle'
  // work items
  | 'front-matter-missing'
  | 'front-matter-invalid'
  | 'key-duplicate'
  | 'id-missing'
  | 'form'
  | 'id-duplicate'
  | 'id-contradiction'
  | 'status-unknown'
  | 'dependency-prose'

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

/** By place, errors before warnings of the same place; the order of equal ones is kept. */
export function sortFindings<F extends Finding>(findings: readonly F[]): F[] {
  return findings.toSorted(
    (a, b) => a.line - b.line || a.column - b.column || a.severity.localeCompare(b.severity),
  )
}
