import type { JsonObject } from '../../core/base/json.ts'
import { isJsonObject } from '../../core/base/json.ts'
import { parseYaml } from './yaml-text.ts'

const MAX_LINES = 500

/** The fields between the two `---` lines at the start of a document; undefined where there are none to be read. */
export function readFrontMatter(text: string): JsonObject | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/, MAX_LINES)
  if (lines[0]?.trimEnd() !== '---') return undefined
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---')
  if (end < 0) return undefined
  const parsed = parseYaml(lines.slice(1, end).join('\n'))
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined
}
