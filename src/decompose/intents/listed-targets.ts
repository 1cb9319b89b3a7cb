import type { ReadOptions } from '../read/read-options.ts'
import { PLAIN } from '../read/read-options.ts'

/** A list of targets that is not the start of "header blue": a part followed by an effect is another clause's. */
export const LISTED: ReadOptions = {
  ...PLAIN,
  adjectiveAfter: true,
  accept: (cursor) =>
    cursor.atEnd ||
    cursor.atBoundary ||
    cursor.senses.filler === true ||
    cursor.senses.grammar === 'too' ||
    cursor.senses.relation !== undefined ||
    cursor.senses.grammar === 'to' ||
    cursor.senses.grammar === 'with',
}
