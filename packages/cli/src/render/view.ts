import type { Palette } from './palette.ts'

/** What output is made for: its colours, and how many characters a line holds. */
export interface View {
  readonly palette: Palette
  readonly columns: number
}

/** A titled block of lines; nothing if there are none. */
export function section(view: View, title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ['', view.palette.title(title), ...lines.map((line) => (line === '' ? '' : `  ${line}`))]
}

/** Breaks a text at its spaces into lines of at most `columns` characters; a longer word gets a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(' ')) {
    const wordWidth = visibleLength(word)
    if (line !== '' && width + 1 + wordWidth > columns) {
      lines.push(line)
      line = word
      width = wordWidth
    } else {
      width += wordWidth + (line === '' ? 0 : 1)
      line = line === '' ? word : `${line} ${word}`
    }
  }
  lines.push(line)
  return lines
}

/** The text after `first`, wrapped; later lines start under the text. `paint` colours the text only. */
export function hang(
  view: View,
  first: string,
  text: string,
  paint: (line: string) => string = same,
): string[] {
  const width = visibleLength(first)
  const lines = wrap(text, Math.max(20, view.columns - width - 2))
  return lines.map((line, i) => `${i === 0 ? first : ' '.repeat(width)}${paint(line)}`)
}

function visibleLength(text: string): number {
  return text.replaceAll(COLOR_CODE, '').length
}

/** What a palette adds, which takes no room. */
const COLOR_CODE = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,30}m`, 'g')

function same(line: string): string {
  return line
}

/** The first `limit` lines, and how many are left out. */
export function firstLines(view: View, lines: readonly string[], limit: number, where: string): string[] {
  if (lines.length <= limit + 1) return [...lines]
  const indent = /^ {0,20}/.exec(lines[limit]!)![0]
  return [
    ...lines.slice(0, limit),
    `${indent}${view.palette.faint(`… ${lines.length - limit} more; ${where}`)}`,
  ]
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
