import type { JsonObject } from 'blueprint-command-engine/base'
import { isJsonObject } from 'blueprint-command-engine/base'
import { splitFrontMatter } from './split-front-matter.ts'
import { parseYaml } from './yaml-text.ts'

/** The fields of a document's front matter as they are written; undefined if there are none to be read. */
export function readFrontMatter(text: string): JsonObject | undefined {
  const { yaml } = splitFrontMatter(text.replaceAll('\r\n', '\n'))
  const parsed = yaml === null ? undefined : parseYaml(yaml)
  return parsed?.ok === true && isJsonObject(parsed.value) ? parsed.value : undefined
}
