import type { FieldItem } from '../markdown/fields.ts'
import type { DeclaredFile } from './declared-files.ts'
import type { Gate } from './plan.ts'

export function listOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 12).join(', ')
  return numbers.length > 12 ? `${shown} and ${numbers.length - 12} more` : shown
}

/** The document is touched whether or not it stands among the files. */
export function withBlueprint(
  files: readonly DeclaredFile[],
  blueprint: string | null,
): readonly DeclaredFile[] {
  if (blueprint === null || files.some(({ text }) => text === blueprint)) return files
  return [{ text: blueprint, isGlob: false, isNew: false }, ...files]
}

/** Lines that say something: comments and prompts are none. */
export function linesOfCode({ text, line, column }: FieldItem): readonly FieldItem[] {
  return text
    .split('\n')
    .map((each, i) => ({ text: each.trim(), line: line + 1 + i, column }))
    .filter((entry) => !/^(?:#|\/\/)\s/.test(entry.text))
}

/** A block of code belongs to the item above it. */
export function withCode(items: readonly FieldItem[], code: readonly FieldItem[]): readonly FieldItem[] {
  return items.map((item, i) => {
    const end = items[i + 1]?.line ?? Number.POSITIVE_INFINITY
    const own = code.filter(({ line }) => line > item.line && line < end).map(({ text }) => text)
    return own.length === 0 ? item : { ...item, text: [item.text, ...own].join('\n') }
  })
}

export function gateOf(text: string): Gate {
  return {
    text,
    command: /^`\$ ([^`\n]{1,1000})`/.exec(text)?.[1]?.trim() ?? null,
  }
}

export function unquoted(text: string): string {
  return (
    /^(?:`([^`\n]{1,10000})`|"([^"\n]{1,10000})")$/
      .exec(text)
      ?.slice(1)
      .find((part) => part !== undefined) ?? text
  )
}
