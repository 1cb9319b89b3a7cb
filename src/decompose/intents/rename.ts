import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { readContent } from '../read/read-content.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { fieldOf, ownersField, ownersProperty, propertyOf, thing, withSubject } from './subject.ts'

/** "rename the save button to Store". */
export const rename: Family = {
  name: 'rename',
  about: 'Gives a component another text.',
  on: 'settings',
  examples: [
    'rename the save button to "Store"',
    'relabel the cancel button to Back',
    'call the save button "Store"',
  ],
  read(cursor) {
    const isCall = takesCall(cursor)
    if (!isCall && !cursor.takeVerb('rename')) return null
    if (cursor.senses.pronoun === 'copy' && cursor.peek(1).token.kind === 'quoted') {
      cursor.at++
      return newName(cursor, { ...NO_REFERENCE, pronoun: 'copy', phrase: cursor.peek(-1).word })
    }
    return withSubject(cursor, [propertyOf, ownersProperty, thing, ownersField, fieldOf], (c, subject) => {
      if (isCall && c.peek().token.capital === true && c.senses.grammar !== 'to')
        return newName(c, subject.target)
      if (!c.take('to') && !c.take('as') && !c.take('into') && !c.take('says')) {
        if (c.peek().token.kind !== 'quoted') return textBehind(c, subject.target)
      }
      const reader = readContent(c)
      if (reader === null) return null
      const [content] = reader(c)
      return {
        kind: 'style',
        target: subject.target,
        effects: [{ kind: 'set', property: 'text', value: content.value }],
      }
    })
  },
}

/** "rename the save button "Store"": the text behind the thing is the new one. */
function textBehind(cursor: Cursor, target: Reference): Wish | null {
  const { quoted, types, names } = target
  const { grammar } = cursor.peek(-2).senses
  // "the button that says "Store"" is which one.
  const isLast = cursor.peek(-1).token.kind === 'quoted' && grammar !== 'says' && grammar !== 'with'
  if (quoted === null || !isLast || (types === null && names.length === 0)) return null
  return styleWish({ ...target, quoted: null }, [{ kind: 'set', property: 'text', value: quoted }])
}

/** "call it "Flat white"", "name the copy ...": other words behind "call" are the name of a thing. */
function takesCall(cursor: Cursor): boolean {
  const { pronoun } = cursor.peek(1).senses
  const isOf =
    pronoun === 'it' || (cursor.peek(1).senses.grammar === 'the' && cursor.peek(2).senses.pronoun === 'copy')
  if ((isOf || pronoun === 'copy') && cursor.takeWord('call', 'name', 'title', 'label')) return true
  // "call the header "Miramar"": a text must stand behind the thing.
  const isThe =
    cursor.peek(1).senses.grammar === 'the' && cursor.hasAhead(({ token }) => token.kind === 'quoted')
  return isThe && cursor.takeWord('call', 'name')
}

/** "call it Flat white" */
function newName(cursor: Cursor, target: Reference): Wish | null {
  const reader = readContent(cursor)
  if (reader === null) return null
  const [{ value }] = reader(cursor)
  return styleWish(target, [{ kind: 'set', property: 'text', value }])
}
