import type { Senses } from './senses.ts'

/** Words and phrases with one meaning, separated by `|`, and that meaning. A phrase in several entries has all their senses. */
export type Entry = readonly [phrases: string, senses: Senses]
