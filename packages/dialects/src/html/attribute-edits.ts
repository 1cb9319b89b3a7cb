import type { Component, TextEdit } from 'blueprint-command-engine'
import type { PageElement } from './parse-page.ts'
import { ATTRIBUTE_KEYS } from './project-page.ts'
import { editAttribute } from './start-tag.ts'

/** Each attribute whose value differs. Several that are new stand behind one another. */
export function attributeEdits(
  source: string,
  element: Pick<PageElement, 'start' | 'openEnd'>,
  before: Pick<Component, 'visual'> | null,
  after: Pick<Component, 'visual'>,
): TextEdit[] {
  const tag = source.slice(element.start, element.openEnd)
  const edits: TextEdit[] = []
  for (const [key, name] of Object.entries(ATTRIBUTE_KEYS)) {
    const was = before?.visual?.[key]
    const is = after.visual?.[key]
    if (was === is) continue
    const edit = editAttribute(tag, name, typeof is === 'string' ? is : null)
    if (edit !== null)
      edits.push({ start: element.start + edit.start, end: element.start + edit.end, text: edit.text })
  }
  return edits
}
