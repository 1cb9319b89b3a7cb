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

const LABEL = /^\*\*([^*\n]{1,60}?)(?::\*\*|\*\*[ \t]{0,3}:)[ \t]{0,8}/

/** Longest section that is parsed, in characters; real phases have some thousand. */
export const MAX_SECTION_LENGTH = 32_768
/** A line that opens more lists or quotes in one another than this is refused. */
const NESTED_LINE = /^(?:[ \t]{0,8}(?:[-*+>]|\d{1,9}[.)])){33}/m

/** Why a section is not parsed; null where it may be. */
export function refusalOf(section: Section): 'too-large' | 'too-deep' | null {
  if (section.text.length > MAX_SECTION_LENGTH) return 'too-large'
  return NESTED_LINE.test(section.text) ? 'too-deep' : null
}

/**
 * The fields of a section, in their order. A heading that `isLabel` knows is a label for what stands below it. The text is
 * taken apart at the labels before it is parsed: to Markdown a label below a list belongs to the list's last item.
 */
export function fieldsOf(section: Section, isLabel: (text: string) => boolean): Field[] {
  const drafts: Draft[] = []
  if (section.depth > 0 && isLabel(section.title))
    drafts.push({ label: section.title, line: section.line, column: section.column, width: 0, lines: [] })
  let fence: string | null = null
  for (const [i, content] of section.text.split('\n').entries()) {
    const label = fence === null ? LABEL.exec(content) : null
    fence = fenceAfter(content, fence)
    const width = label?.[0].length ?? 0
    const line = section.textLine + i
    if (label !== null)
      drafts.push({ label: label[1]!.trim(), line, column: 1, width, lines: [content.slice(width)] })
    else {
      // The lines below a heading begin one line after it.
      const open = drafts.at(-1)
      if (open?.lines.length === 0 && open.line < line) open.lines.push('')
      open?.lines.push(content)
    }
  }
  return drafts.map(fieldOf)
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
  const source = lines.join('\n')
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

function itemText(item: ListItem, source: string): string {
  const first = item.children[0]
  if (first === undefined) return ''
  const text = source.slice(first.position!.start.offset, item.position!.end.offset)
  return text.replaceAll(/\n[ \t]{1,8}/g, '\n').trim()
}
