import type { Result } from '../base/result.ts'
import type { Issue } from './issue.ts'
import type { Step, Target } from './step.ts'
import type { Blueprint, Component } from '../document/blueprint.ts'
import type { Change } from '../document/change.ts'
import type { AnyProperty } from '../document/native-table.ts'
import type { Patch } from '../document/patch.ts'

/** Replaces `[start, end)` of a text, in UTF-16 units of the text before any of its edits. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a format calls things, so that commands can say it. */
export interface Vocabulary {
  /** Names of properties as people say them ("separator", "label position"), each with its key. */
  readonly properties: readonly { readonly words: string; readonly key: string }[]
  /**
   * Values as people say them ("extra large", "required"), each as the format writes it. The key is the property that it is
   * a value of; an empty one leaves that to the component.
   */
  readonly values: readonly {
    readonly words: string
    readonly key: string
    readonly value: string | boolean
  }[]
  /** Nouns that the language would take apart ("column set"), each with the type of component that it stands for. */
  readonly nouns?: readonly { readonly words: string; readonly type: string }[]
  /** Verbs that set a value: "disable" the button. The key is that of a property, empty for whichever has the value. */
  readonly verbs?: readonly {
    readonly words: string
    readonly key: string
    readonly value: string | boolean
  }[]
}

/** A component while a command runs: where it stands now. Its `component` is as before the command. */
export interface LensNode {
  readonly id: string
  readonly component: Component
  readonly parent: LensNode | null
  readonly children: readonly LensNode[]
  readonly position: number
}

/** The document as the steps before have left it. */
export interface LensView {
  /** Position of the step in its command; what it makes is `{ madeBy: position }`. */
  readonly position: number
  /** The words that the step was read from; empty for steps sent as data. */
  readonly words: string
  /** The components at top level. */
  readonly top: readonly LensNode[]
  /** The components that targets stand for, in document order; those that no longer exist are left out. */
  nodes(targets: readonly Target[]): readonly LensNode[]
  node(id: string): LensNode | undefined
  /** The current value of a property; undefined if it is absent. */
  read(node: LensNode, property: AnyProperty): unknown
  /** What a component is a copy of: the id of a component that the source has; its own id where it is none. */
  originOf(id: string): string
}

/** What a step comes to in a format. */
export interface Refined {
  /** The steps that are run in its place; none where nothing is to be done. */
  readonly steps: readonly Step[]
  /** Notes and warnings. */
  readonly issues: readonly Issue[]
}

/** A change as it stands in the source. Text formats have edits, the others patches. */
export interface WrittenChange {
  /** The new version of the document; its blueprint is the very one that the change led to. */
  readonly lens: Lens
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly edits: readonly TextEdit[]
  readonly inverseEdits: readonly TextEdit[]
}

/**
 * One version of a document of another format, seen as a blueprint. Laws: writing no change gives the source; reading what
 * was written gives the blueprint of the change; what the change does not touch stays as it is, by reference or by byte.
 */
export interface Lens {
  /** Name of the dialect. */
  readonly dialect: string
  readonly source: unknown
  readonly blueprint: Blueprint
  readonly vocabulary: Vocabulary
  /** What a step means in the format, or why the format cannot hold it. Nothing has been changed yet. */
  refine(step: Step, view: LensView): Result<Refined, readonly Issue[]>
  /** Puts a change of the blueprint into the source. */
  write(change: Change): Result<WrittenChange, readonly Issue[]>
  /** Everything that is wrong with the document by the rules of its format. */
  verify(): readonly Issue[]
}

/** A format of documents that the engine can edit: a lens between its documents and blueprints. */
export interface Dialect {
  readonly name: string
  /** Whether a value is of this format, by its shape alone. Throws for nothing. */
  recognise(source: unknown): boolean
  /** Reads a document that was recognised, or was said to be of this format. */
  read(source: unknown): Result<Lens, readonly Issue[]>
}
