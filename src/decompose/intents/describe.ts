import { isSupposed } from '../opening.ts'
import type { Family } from './family.ts'
import { readPredicate } from './predicate.ts'
import { SUBJECTS, withSubject } from './subject.ts'

/** "the title should be bigger", "header background darker". */
export const describe: Family = {
  name: 'describe',
  about: 'Says how something should be.',
  on: 'shop',
  examples: [
    'the hero title should be bigger',
    'subscribe button bigger, red and rounder',
    'the cards need more padding',
    'header background darker',
  ],
  read(cursor) {
    const supposed = isSupposed(cursor)
    return withSubject(cursor, SUBJECTS, (c, subject) => {
      c.takeSeparator(':')
      const modal =
        c.take('should') || c.take('have') || c.takeWord('get', 'has', 'use') || (supposed && c.take('was'))
      if (modal) {
        c.take('too')
        c.take('be')
      }
      // "the first one also red"
      if (!modal && c.senses.grammar === 'too' && c.peek().word !== 'too') c.at++
      return readPredicate(c, subject)
    })
  },
}
