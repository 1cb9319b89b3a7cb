import { fromMarkdown } from 'mdast-util-from-markdown'
import type { ListItem, RootContent } from 'mdast'
import { fenceAfter } from './sections.ts'
import type { Section } from './sections.ts'

/** `**Label**: value`, as it is written in plans and work items. Lines and columns count from 1. */
export interface Field {
  readonly label: string
  readonly line: number
  readonly column: number
  /** What stands behind the label, also on lines that continue it. */
  readonly text: string
  /** The items of the lists below the label, as written, with where they stand. */
  readonly items: readonly FieldItem[]
  /** Code blocks below the label. */
  readonly code: readonly FieldItem[]
}

export interface FieldItem {
  readonly text: string
  readonly line: number
  readonly column: number
}

/**
 * Only blocks are read by the Markdown parser: what is emphasis to Markdown (`**\/*.ts`) is a glob in a plan, and the
 * inline constructs cost more than linear time.
 */
const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'definition',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
}

/** Bold labels, with the colon inside or behind. */
const BOLD =
  /^(?:\*\*([^*\n]{1,60}?)(?::\*\*|\*\*[ \t]{0,3}:)|__([^_\n]{1,60}?)(?::__|__[ \t]{0,3}:))[ \t]{0,8}/
/** The other ways that labels are written; they count only where they say a label that is known. */
const OTHER_LABELS: readonly RegExp[] = [
  /^ {0,3}[-*+][ \t]{1,4}(?:\*\*|__|\*|_)([^*_\n]{1,60}?)(?::(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)[ \t]{0,3}:)[ \t]{0,8}/,
  /^ {0,3}[-*+][ \t]{1,4}([A-Za-z][A-Za-z /]{1,40}):(?:[ \t]{1,8}|$)/,
  /^ {0,3}\*([^*\n]{1,60}?)(?::\*|\*[ \t]{0,3}:)[ \t]{0,8}/,
  /^ {0,3}([A-Za-z][A-Za-z /]{1,40}):(?:[ \t]{1,8}|$)/,
  /^ {0,3}\|[ \t]{0,8}(?:\*\*)?([A-Za-z][A-Za-z /]{1,40}?):?(?:\*\*)?:?[ \t]{0,8}\|(?=.{0,2000}\|[ \t]{0,8}$)[ \t]{0,8}/,
]

/** Longest section that is parsed, in characters; real phases have some thousand. */
export const MAX_SECTION_LENGTH = 32_768
/** A line that opens more lists or quotes in one another than this is rejected. */
const NESTED_LINE = /^(?:[ \t]{0,8}(?:[-*+>]|\d{1,9}[.)])){33}/m

/** Why a section is not parsed; null if it may be. */
export function refusalOf(section: Section): 'too-large' | 'too-deep' | null {
  if (section.text.length > MAX_SECTION_LENGTH) return 'too-large'
  return NESTED_LINE.test(section.text) ? 'too-deep' : null
}

export interface FieldOptions {
  /** Whether a text is a label, for those that are not written in bold. */
  readonly isKnown: (text: string) => boolean
  /** Whether the section's heading is a label for what stands below it. Default: where it is known. */
  readonly isHeadingLabel?: boolean
}

/**
 * The fields of a section, in their order. The text is taken apart at the labels before it is parsed: to Markdown a label
 * below a list belongs to the list's last item. Labels are in bold; a section that has no such label that is known may write
 * them as `- Goal: ...`, `Goal: ...` or as rows of a table.
 */
export function fieldsOf(section: Section, { isKnown, isHeadingLabel }: FieldOptions): Field[] {
  const drafts: Draft[] = []
  if (section.depth > 0 && (isHeadingLabel ?? isKnown(section.title)))
    drafts.push({ label: section.title, line: section.line, column: section.column, width: 0, lines: [] })
  const contents = section.text.split('\n')
  const labelIn = labelReader(contents, isKnown)
  let fence: string | null = null
  for (const [i, content] of contents.entries()) {
    const found = fence === null ? labelIn(content) : null
    fence = fenceAfter(content, fence)
    const line = section.textLine + i
    if (found !== null)
      drafts.push({ label: found.label, line, column: 1, width: found.width, lines: [found.rest] })
    else {
      // The lines below a heading begin one line after it.
      const open = drafts.at(-1)
      if (open?.lines.length === 0 && open.line < line) open.lines.push('')
      open?.lines.push(content)
    }
  }
  return drafts.map(fieldOf)
}

interface Label {
  readonly label: string
  readonly width: number
  /** What stands behind it on its line. */
  readonly rest: string
}

/** How the labels of a section are found: the first way of writing them in which one is known. */
function labelReader(
  contents: readonly string[],
  isKnown: (text: string) => boolean,
): (content: string) => Label | null {
  const bold = (content: string): Label | null => labelOf(BOLD.exec(content), content)
  if (contents.some((content) => isKnown(bold(content)?.label ?? ''))) return bold
  for (const pattern of OTHER_LABELS) {
    const read = (content: string): Label | null => {
      const label = labelOf(pattern.exec(content), content)
      return label !== null && isKnown(label.label) ? label : null
    }
    if (contents.some((content) => read(content) !== null)) return (content) => read(content) ?? bold(content)
  }
  return bold
}

function labelOf(match: RegExpExecArray | null, content: string): Label | null {
  const label = match?.slice(1).find((part) => part !== undefined)
  if (match === null || label === undefined) return null
  const rest = content.slice(match[0].length)
  const isRow = /^ {0,3}\|/.test(content)
  return {
    label: label.trim(),
    width: match[0].length,
    rest: isRow ? rest.replace(/\|[^|]{0,2000}$/, '') : rest,
  }
}

interface Draft {
  readonly label: string
  readonly line: number
  readonly column: number
  /** Characters of the first line that the label takes. */
  readonly width: number
  readonly lines: string[]
}

function fieldOf({ label, line, column, width, lines }: Draft): Field {
  const source = [lines[0] ?? '', ...withoutIndent(lines.slice(1))].join('\n')
  const text: string[] = []
  const items: FieldItem[] = []
  const code: FieldItem[] = []
  const placeOf = (node: RootContent | ListItem): { line: number; column: number } => {
    // The parser was given a text, without invented nodes: every node has its position.
    const { start } = node.position!
    return { line: line + start.line - 1, column: start.column + (start.line === 1 ? width : 0) }
  }
  for (const node of fromMarkdown(source, { extensions: [BLOCKS_ONLY] }).children) {
    // A rule, or the heading that a text becomes with `---` right below it, ends the field.
    if (node.type === 'thematicBreak') break
    if (node.type === 'list') {
      items.push(
        ...node.children.map((item) => ({
          ...placeOf(item.children[0] ?? item),
          text: itemText(item, source),
        })),
      )
    } else if (node.type === 'code') code.push({ ...placeOf(node), text: node.value })
    else text.push(source.slice(node.position!.start.offset, node.position!.end.offset))
    if (node.type === 'heading') break
  }
  return {
    label,
    line,
    column,
    text: text
      .join('\n')
      .replace(/\n[-=]{1,99}\s{0,99}$/, '')
      .trim(),
    items,
    code,
  }
}

/** Lines below a label that is itself an item of a list are indented; as they stand, some would be code. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ {0,8}/.exec(line)![0].length)
  const indent = Math.min(...indents, 8)
  return indent === 0 ? lines : lines.map((line) => line.slice(Math.min(indent, line.length)))
}

function itemText(item: ListItem, source: string): string {
  const first = item.children[0]
  if (first === undefined) return ''
  const text = source.slice(first.position!.start.offset, item.position!.end.offset)
  return text.replaceAll(/\n[ \t]{1,8}/g, '\n').trim()
}
