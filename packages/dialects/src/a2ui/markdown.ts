/** A text with the marks that Markdown puts around it: "### **Hello**". */
export interface MarkedText {
  /** 1 to 6, 0 for no heading. */
  readonly level: number
  readonly bold: boolean
  readonly italic: boolean
  readonly body: string
}

const HEADING = /^(#{1,6})[ \t]{1,8}/

/** Reads leading heading marks, and emphasis around all the rest. */
export function readMarked(text: string): MarkedText {
  const marks = HEADING.exec(text)
  const level = marks === null ? 0 : marks[1]!.length
  const rest = marks === null ? text : text.slice(marks[0].length)
  for (const [mark, bold, italic] of EMPHASES) {
    const body = rest.slice(mark.length, -mark.length)
    const isWhole = rest.length > 2 * mark.length && rest.startsWith(mark) && rest.endsWith(mark)
    if (isWhole && !body.includes(mark[0]!)) return { level, bold, italic, body }
  }
  return { level, bold: false, italic: false, body: rest }
}

const EMPHASES: readonly (readonly [mark: string, bold: boolean, italic: boolean])[] = [
  ['***', true, true],
  ['**', true, false],
  ['__', true, false],
  ['*', false, true],
  ['_', false, true],
]

/** Writes a text with its marks; marks that were there keep their spelling. */
export function writeMarked({ level, bold, italic, body }: MarkedText, before: string): string {
  const was = readMarked(before)
  const known = level === was.level ? HEADING.exec(before)?.[0] : undefined
  const heading = known ?? (level === 0 ? '' : `${'#'.repeat(level)} `)
  // Both together are three of the same, so that they close as they open.
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`
  return heading + mark + body + mark
}
