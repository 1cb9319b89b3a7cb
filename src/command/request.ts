import type { PropertyName } from '../document/native-table.ts'
import type { Target } from './target.ts'

/** A request to the history of a session. `run` without a session refuses it. */
export type HistoryRequest =
  | { readonly kind: 'history'; readonly action: 'undo' | 'redo'; readonly count?: number }
  /** Takes back the last command that changed these, if nothing that came later depends on it. */
  | { readonly kind: 'history'; readonly action: 'undo-change'; readonly targets: readonly Target[] }
  /** Gives a property the value it had before its last change. */
  | {
      readonly kind: 'history'
      readonly action: 'restore'
      readonly targets: readonly Target[]
      readonly property: PropertyName
    }

/** Kinds of wishes that no command can do. */
export const outOfScopeKinds = {
  animation: {
    what: 'animations and transitions',
    instead: 'a look for a state works: "on hover make the button darker"',
  },
  picture: {
    what: 'finding or drawing pictures',
    instead: 'an address works: "set the image of the hero to https://example.com/lake.jpg"',
  },
  copywriting: {
    what: 'writing texts',
    instead: 'the text itself works: "change the title to "Fresh every day""',
  },
  translation: {
    what: 'translating texts',
    instead: 'the text itself works: "change the title to "Bienvenido""',
  },
  judgement: {
    what: 'a matter of taste',
    instead: 'what can be measured works: "make the title bigger", "set the corner radius to 12px"',
  },
  behaviour: {
    what: 'what the app does',
    instead: 'a link works: "set the link of the button to https://example.com/help"',
  },
  language: {
    what: 'commands in other languages than English',
    instead: 'the same wish in English works',
  },
  export: {
    what: 'exports and files',
    instead: 'the document itself is in the answer: `blueprint` and `json`',
  },
} as const

export type OutOfScopeKind = keyof typeof outOfScopeKinds

/** A wish that is refused by its name. */
export interface OutOfScopeStep {
  readonly kind: 'out-of-scope'
  readonly about: OutOfScopeKind
}
