/** A text taken apart at the `---` lines of its YAML front matter. */
export interface FrontMatter {
  /** The YAML between the two lines; null if there is none. */
  readonly yaml: string | null
  /** Offset of the YAML in the whole text. */
  readonly yamlStart: number
  /** Line of the whole text on which the YAML begins, from 1. */
  readonly yamlLine: number
  readonly body: string
  /** Offset of the body in the whole text. */
  readonly bodyStart: number
  readonly bodyLine: number
}

const NONE = { yaml: null, yamlStart: 0, yamlLine: 1, bodyStart: 0, bodyLine: 1 }

/** Front matter begins on the very first line and is closed; anything else is body. O(length). */
export function splitFrontMatter(text: string): FrontMatter {
  const first = lineAt(text, 0)
  if (first.content !== '---') return { ...NONE, body: text }
  let line = 2
  for (let start = first.next; start < text.length; line++) {
    const { content, next } = lineAt(text, start)
    if (content === '---' || content === '...')
      return {
        yaml: text.slice(first.next, start),
        yamlStart: first.next,
        yamlLine: 2,
        body: text.slice(next),
        bodyStart: next,
        bodyLine: line + 1,
      }
    start = next
  }
  return { ...NONE, body: text }
}

/** The line that begins at an offset, without its end and trailing blanks, and where the next one begins. */
export function lineAt(text: string, start: number): { readonly content: string; readonly next: number } {
  const end = text.indexOf('\n', start)
  const content = (end === -1 ? text.slice(start) : text.slice(start, end)).trimEnd()
  return { content, next: end === -1 ? text.length : end + 1 }
}
