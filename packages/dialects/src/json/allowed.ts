import type { Row, RowKind } from './row.ts'

/** What a property can hold, in words: "one of small, medium, large". */
export function allowed(holds: RowKind): string {
  switch (holds.kind) {
    case 'enum':
      return holds.values.length === 0 ? 'what the document has for it' : `one of ${holds.values.join(', ')}`
    case 'number':
      return 'a number'
    case 'length':
      return holds.words === undefined
        ? 'a length in px'
        : `a length in px or one of ${holds.words.join(', ')}`
    case 'color':
      return 'a color'
    case 'flag':
      return 'true or false'
    case 'text':
      return 'a text'
  }
}

/** What can be said of the looks of a type: "variant (one of primary, secondary), disabled (true or false)". */
export function looksIn(rows: readonly Row[]): string {
  const looks = rows.filter(
    ({ isContent, name }, i) => isContent !== true && rows.findIndex((row) => row.name === name) === i,
  )
  if (looks.length === 0) return 'no property of its look that can be changed'
  return looks.map(({ name, holds }) => `${name} (${allowed(holds)})`).join(', ')
}

/** "a Button", "an Image". */
export function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`
}
