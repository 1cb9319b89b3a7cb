/** The stable codes of everything that can be wrong with, or worth saying about, a command or a document. */
export type IssueCode =
  // input
  | 'command-invalid'
  | 'command-empty'
  | 'command-too-long'
  | 'too-many-steps'
  | 'step-invalid'
  | 'document-invalid'
  | 'document-too-large'
  | 'document-too-deep'
  | 'document-cycle'
  | 'duplicate-id'
  | 'text-too-long'
  | 'session-invalid'
  // decompose
  | 'not-understood'
  | 'unmeasurable'
  | 'reference-unknown'
  | 'reference-ambiguous'
  | 'value-missing'
  | 'value-invalid'
  | 'corrected'
  // execute
  | 'conflict-deleted'
  | 'not-applicable'
  | 'out-of-scope'
  | 'session-needed'
  | 'overridden'
  | 'clamped'
  | 'no-effect'
  // verify
  | 'schema'
  | 'identity-changed'
  | 'box-invalid'
  | 'overlap'
  | 'outside-parent'
  | 'contrast'
  | 'contrast-unknown'
  | 'target-size'
  | 'token-reference'
  | 'color-syntax'
  | 'label-dangling'
  // engine
  | 'internal'

export type Severity = 'error' | 'warning' | 'note'

export type Stage = 'input' | 'decompose' | 'execute' | 'verify' | 'serialize'

/** Positions in the command's text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Issue {
  readonly code: IssueCode
  readonly severity: Severity
  /** One sentence for people: what was expected, what came, where. */
  readonly message: string
  readonly stage: Stage
  /** Where in the command. */
  readonly span?: Span
  /** Where in the document, as a JSON Pointer. */
  readonly path?: string
  /** The component that the issue is about. */
  readonly id?: string
  /** Ids that the words could mean, or names near them. */
  readonly candidates?: readonly string[]
  /** Commands that would work, or would mend it. */
  readonly suggestions?: readonly string[]
}
