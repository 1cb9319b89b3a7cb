import { createEngine } from 'blueprint-command-engine'
import type { CommandBatchOptions, Blueprint, Engine } from 'blueprint-command-engine'
import type { DocumentResult } from '@blueprint-engine/workers'

/** Whether a text is a page, as no JSON text begins. */
export function isPage(text: string): boolean {
  return /^\uFEFF?\s{0,10000}<|^---\r?\n/.test(text)
}

/** A document that is no native blueprint: the text of a page, or a value; null for native ones and for what is no JSON. */
export function foreignIn(text: string): { readonly source: unknown } | null {
  if (isPage(text)) return { source: text }
  // Native documents are read where they are worked on: most folders hold nothing else.
  if (/"screen_id"\s{0,100}:/.test(text)) return null
  try {
    const source: unknown = JSON.parse(text)
    return typeof source === 'object' && source !== null && !('components' in source) ? { source } : null
  } catch {
    return null
  }
}

/** Applies commands to documents of other formats, in this thread. Made when the first such document comes. */
export class ForeignRunner {
  #engine: Engine | null = null

  async batch(
    source: unknown,
    commands: readonly string[],
    options: CommandBatchOptions,
  ): Promise<DocumentResult> {
    if (this.#engine === null) {
      const { dialects } = await import('@blueprint-engine/dialects')
      this.#engine = createEngine({ dialects })
    }
    // What is of no known format is refused like any value that is no blueprint.
    return this.#engine.batch(source as Blueprint, commands, options)
  }
}
