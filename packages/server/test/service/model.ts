import { applyPatch, createEngine } from 'blueprint-command-engine'
import type { Blueprint, Patch } from 'blueprint-command-engine'

/** A change that was acknowledged. */
export type Done =
  | { readonly kind: 'command' | 'batch'; readonly patches: readonly Patch[] }
  | { readonly kind: 'undo' | 'redo' | 'delete' }
  | { readonly kind: 'rollback'; readonly to: number }
  | { readonly kind: 'import'; readonly text: string }

interface State {
  readonly text: string
  readonly isDeleted: boolean
}

/** What a document should be after each revision, kept in the plainest way: whole texts on two stacks. */
export class DocumentModel {
  /** The text of each revision; the first stands at 1. A deleted document still has the text that it had. */
  readonly texts: string[]
  readonly #past: State[] = []
  #future: State[] = []
  #now: State

  constructor(text: string) {
    this.#now = { text, isDeleted: false }
    this.texts = ['', text]
  }

  /** Does what the next revision did. */
  follow(done: Done): void {
    switch (done.kind) {
      case 'undo':
        this.#future.push(this.#now)
        this.#now = popped(this.#past)
        break
      case 'redo':
        this.#past.push(this.#now)
        this.#now = popped(this.#future)
        break
      case 'delete':
        this.#replace(this.#now.text, true)
        break
      case 'rollback':
        this.#replace(this.texts[done.to]!)
        break
      case 'import':
        this.#replace(done.text)
        break
      default:
        this.#replace(JSON.stringify(applyPatch(JSON.parse(this.#now.text) as Blueprint, done.patches)))
    }
    this.texts.push(this.#now.text)
  }

  get isDeleted(): boolean {
    return this.#now.isDeleted
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  #replace(text: string, isDeleted = false): void {
    this.#past.push(this.#now)
    this.#future = []
    this.#now = { text, isDeleted }
  }
}

/** The patches of a command on a text by an engine that has never seen it. */
export function patchesOf(text: string, command: string): readonly Patch[] {
  return createEngine().run(JSON.parse(text) as Blueprint, command).patches
}

function popped(stack: State[]): State {
  const state = stack.pop()
  if (state === undefined) throw new Error('the model has nothing to go back to')
  return state
}
