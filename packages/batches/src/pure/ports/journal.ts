import type { JsonObject } from 'blueprint-command-engine/base'

/** A list of facts that outlives whoever writes it. */
export interface JournalPort {
  /** Over when the fact is safe: a crash right after loses nothing. Facts are kept in the order of the calls. */
  add(entry: JsonObject): Promise<void>
  close(): Promise<void>
}

export interface Journals {
  /** Opens a journal to write on; what is half written is dropped. */
  open(name: string): Promise<JournalPort>
  /** All facts in their order; [] if there are none. What is half written or no object is left out. */
  read(name: string): Promise<readonly JsonObject[]>
}
