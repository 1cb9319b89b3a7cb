import type { PropertyName, TokenName } from '../document/native-table.ts'
import type { Target } from './target.ts'

/** What is asked about the document. */
export type Question =
  | {
      readonly kind: 'count' | 'list' | 'exists'
      /** The components that the words fit; may be none. */
      readonly targets: readonly Target[]
      /** What was asked about, for the sentence: "red buttons". */
      readonly what: string
    }
  | { readonly kind: 'value'; readonly targets: readonly Target[]; readonly property: PropertyName }
  | { readonly kind: 'token'; readonly token: TokenName }
  /** What is in something. */
  | { readonly kind: 'contents'; readonly targets: readonly Target[] }

/** A question, answered against the document as the steps before left it; it changes nothing. */
export interface AskStep {
  readonly kind: 'ask'
  readonly question: Question
}

/** A component in the answer to a question, with the value where one was asked for. */
export interface Found {
  readonly id: string
  readonly property?: string
  readonly value?: unknown
}

/** The answer to a question. */
export interface Reply {
  readonly text: string
  readonly found: readonly Found[]
}

/** What was asked is answered in one text, in the order of the questions; null where nothing was. */
export function joinReplies(replies: readonly Reply[]): Reply | null {
  if (replies.length === 0) return null
  return { text: replies.map(({ text }) => text).join(' '), found: replies.flatMap(({ found }) => found) }
}
