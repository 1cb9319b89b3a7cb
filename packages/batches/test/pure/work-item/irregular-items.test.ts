import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkItem } from '../../../src/pure/work-item/read-work-item.ts'

const folder = new URL('irregular/', import.meta.url)

/** What an item was read as, or why not; then a line for each finding. */
function outline(file: string, text: string): string[] {
  const { item, refusal, findings } = readWorkItem(file, text)
  const listed = (list: readonly string[]): string => `[${list.join(' ')}]`
  return [
    item === null
      ? `no item: ${refusal ?? ''}`
      : `${item.id} of ${item.batchId ?? '?'} (${item.stage ?? '-'}.${item.order ?? '-'}) "${item.title}", ${item.status}, ${item.hours?.min ?? '?'} h, ${item.complexity ?? '?'}; after ${listed(item.dependencies)}; ${listed(item.files.map((each) => each.text))}; ${item.gates.length} gates`,
    ...findings.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
  ]
}

/** Items as people write them, with all that is read of them. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '03-camel-keys.md': [
    'PRP-63.1.1 of 63 (1.1) "Keys in another case", in-progress, ? h, ?; after [PRP-63.1.0]; [src/a.ts docs/**]; 0 gates',
    '5 warning: "PRP-63" stands for batch 63',
  ],
  '05-heading-only.md': [
    'PRP-64.2 of 64 (-.2) "A heading tells the id", unknown, ? h, ?; after []; []; 0 gates',
    '1 warning: There is no front matter between "---" lines at the start of the file',
    '1 warning: There is no prp_id; the heading says PRP-64.2',
    '1 warning: There is no status',
    '1 warning: No files are declared: conflicts with other items cannot be foreseen',
  ],
  '07-nothing.md': [
    'no item: there is no prp_id, and neither the file name nor the heading tells one',
    '1 warning: There is no front matter between "---" lines at the start of the file',
    '1 warning: There is no prp_id, and neither the file name nor the heading tells one',
  ],
  '08-other-prefix.md': [
    'TASK-66.3 of 66 (-.3) "Another tracker", completed, ? h, ?; after []; [src/new.ts src/old.ts]; 0 gates',
  ],
  '09-range.md': [
    'PRP-66.4 of 66 (-.4) "PRP-66.4", cancelled, ? h, ?; after [PRP-66.1 PRP-66.2 PRP-66.3]; []; 0 gates',
    '4 warning: "PRP-66.1 to PRP-66.3" is more than ids; read as PRP-66.1, PRP-66.2, PRP-66.3',
    '5 warning: "3" names no path; read as no file',
  ],
  '10-named-batch.md': [
    'PRP-search.1.2 of search (1.2) "A batch with a name", pending, ? h, ?; after []; [a.ts]; 0 gates',
  ],
  '11-suffix.md': [
    'PRP-67-TWO-PHASE of 67 (-.-) "What follows a dash", pending, 20 h, ?; after []; [b.ts]; 0 gates',
    '6 warning: "/etc/passwd" is absolute; expected a path inside the repository',
  ],
  '12-padded-id.md': [
    'PRP-68.1 of 68 (-.1) "PRP-68.1", pending, ? h, ?; after []; [x.ts]; 0 gates',
    '2 warning: "68.01" stands for PRP-68.1',
  ],
  'PRP-61.4-two-levels.md': [
    'PRP-61.4 of 61 (-.4) "Search words", pending, 0.5 h, medium; after [PRP-61.2 PRP-61.3]; [src/search/words.ts src/search/index.ts]; 0 gates',
    '6 warning: complexity: "low-medium" read as medium',
  ],
  'PRP-62-one-level.md': [
    'PRP-62 of 62 (-.-) "Whole batch in one item", completed, 16 h, ?; after [PRP-61.4 PRP-61.5]; [src/a.ts src/b.ts]; 0 gates',
    '2 warning: "62" stands for PRP-62',
    '6 warning: estimated_hours: "2 days" read as 16 hours',
  ],
  'PRP-63.1.2_no-front-matter.md': [
    'PRP-63.1.2 of 63 (1.2) "Nothing but a body", pending, 3 h, ?; after [PRP-63.1.1]; [src/c.ts]; 1 gates',
    '1 warning: There is no front matter between "---" lines at the start of the file',
    '1 warning: There is no prp_id; the file name says PRP-63.1.2',
  ],
  'PRP-65-INITIAL.md': [
    'no item: its name says it is a document about PRP-65, and no prp_id says that it is a work item',
    '1 warning: There is no front matter between "---" lines at the start of the file',
  ],
}

test.each(Object.entries(EXPECTED))('%s is read whole, and what is not certain is said', (file, expected) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  expect(outline(file, text)).toEqual(expected)
  // As an editor on Windows saves it.
  expect(outline(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(expected)
})
