import type { JsonObject } from '../../core/base/json.ts'
import { isJsonObject } from '../../core/base/json.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { parseYaml } from './yaml-text.ts'

/** The fields of a document's front matter as they are written; undefined where there are none to be read. */
export function readFrontMatter(text: string): JsonObject | undefined {
  const { yaml } = splitFrontMatter(text.replaceAll('\r\n', '\n'))
  const parsed = yaml === null ? undefined : parseYaml(yaml)
  return parsed?.ok === true && isJsonObject(parsed.value) ? parsed.value : undefined
}
