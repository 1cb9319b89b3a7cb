import { lineAt } from '@blueprint-engine/files/formats'

/** A heading and what stands below it, up to the next heading of any depth. */
export interface Section {
  /** 1..6; 0 for what stands before the first heading. */
  readonly depth: number
  /** The heading's text as it is written, without the signs. */
  readonly title: string
  /** Line of the heading, from 1. */
  readonly line: number
  readonly column: number
  readonly text: string
  /** Line on which `text` begins. */
  readonly textLine: number
}

const HEADING = /^( {0,3})(#{1,6})[ \t]{1,50}(\S.{0,999})$/
const FENCE = /^ {0,3}(`{3,99}|~{3,99})/

/**
 * Takes a Markdown text apart at its `#` headings; those in fenced code and HTML comments are none. Parsing sections one
 * by one keeps the Markdown parser, whose time grows with the square of its input, linear in the whole. O(length).
 *
 * @param firstLine line number of the text's first line
 */
export function splitSections(text: string, firstLine: number): Section[] {
  const sections: Section[] = []
  let open = { depth: 0, title: '', line: firstLine, column: 1, textLine: firstLine }
  let openStart = 0
  let fence: string | null = null
  let isComment = false
  let line = firstLine
  for (let start = 0; start < text.length; line++) {
    const { content, next } = lineAt(text, start)
    const heading = fence === null && !isComment ? HEADING.exec(content) : null
    if (heading !== null) {
      sections.push({ ...open, text: text.slice(openStart, start) })
      const [, indent = '', signs = '', title = ''] = heading
      open = {
        depth: signs.length,
        title: title.replace(/[ \t]{1,50}#{1,50}$/, ''),
        line,
        column: indent.length + 1,
        textLine: line + 1,
      }
      openStart = next
    } else {
      isComment = fence === null && staysInComment(content, isComment)
      if (!isComment) fence = fenceAfter(content, fence)
    }
    start = next
  }
  sections.push({ ...open, text: text.slice(openStart) })
  return sections
}

/** The signs that opened the code block in which the next line stands, or null. */
export function fenceAfter(content: string, fence: string | null): string | null {
  const marks = FENCE.exec(content)?.[1]
  if (marks === undefined) return fence
  if (fence === null) return marks
  // A fence is closed by at least as many signs of its own kind.
  return marks.startsWith(fence) && content.trim() === marks ? null : fence
}

function staysInComment(content: string, isComment: boolean): boolean {
  const opens = content.lastIndexOf('<!--')
  const closes = content.lastIndexOf('-->')
  if (isComment) return closes === -1 || opens > closes
  return /^ {0,3}<!--/.test(content) && closes < opens + 2
}
