import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkItem } from '../../../src/pure/work-item/read-work-item.ts'
import { updateFrontMatter } from '../../../src/pure/work-item/update-front-matter.ts'
import type { FrontMatterChanges } from '../../../src/pure/work-item/update-front-matter.ts'
import { hasSharedData, sharedFiles } from '../../../../../test/support/shared-data.ts'

const TEXT = `---
# who did it
prp_id:   "34.2.2"   # kept as it is
status: pending # not yet
tags: [a,b]
dependencies:
- PRP-34.1.1
- PRP-34.1.2
issue:
notes: |
  Several
  lines
---

# Body with status: pending
`

function update(text: string, changes: FrontMatterChanges): string {
  const result = updateFrontMatter(text, changes)
  expect(result).toMatchObject({ ok: true })
  return result.ok ? result.value : ''
}

describe('only the value changes', () => {
  test.each<[string, FrontMatterChanges, [string, string][]]>([
    ['a word', { status: 'completed' }, [['status: pending #', 'status: completed #']]],
    ['an empty value', { issue: 'BLU-7' }, [['issue:\n', 'issue: BLU-7\n']]],
    ['a flow list', { tags: ['x y', 'true'] }, [['[a,b]', '[x y, "true"]']]],
    [
      'a list over lines',
      { dependencies: ['PRP-1.1.1'] },
      [['dependencies:\n- PRP-34.1.1\n- PRP-34.1.2\n', 'dependencies: [PRP-1.1.1]\n']],
    ],
    ['a text over lines', { notes: 'one: line' }, [['|\n  Several\n  lines\n', '"one: line"\n']]],
    [
      'a key that is new',
      { git_commit: '1e5', drift_score: 3 },
      [['  lines\n---', '  lines\ngit_commit: "1e5"\ndrift_score: 3\n---']],
    ],
    ['to nothing', { status: null }, [['status: pending #', 'status: #']]],
    ['nothing, where it is the same', { status: 'pending', prp_id: '34.2.2', unknown: null }, []],
  ])('%s', (_name, changes, replaced) => {
    let expected = TEXT
    for (const [from, to] of replaced) expected = expected.replace(from, to)
    expect(update(TEXT, changes)).toBe(expected)
    const windows = TEXT.replaceAll('\n', '\r\n')
    expect(update(windows, changes)).toBe(expected.replaceAll('\n', '\r\n'))
  })
})

test('what cannot be read is not touched', () => {
  expect(updateFrontMatter('# no front matter\n', { status: 'x' })).toMatchObject({ ok: false })
  expect(updateFrontMatter('---\na: [1\n---\n', { status: 'x' })).toMatchObject({ ok: false })
})

test('any text comes back as it went in', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.integer(), (text, number) => {
      fc.pre(text !== '')
      const result = updateFrontMatter(TEXT, { status: text, title: text, n: number })
      expect(result).toMatchObject({ ok: true })
      if (!result.ok) return
      const { item } = readWorkItem('PRP-34.2.2-a.md', result.value)
      expect(item?.statusText).toBe(text.trim())
      expect(update(result.value, { status: 'pending' }).replace(/title: .*\nn: .*\n/u, '')).toBe(TEXT)
    }),
  )
})

test.skipIf(!hasSharedData)('real work items keep every other character (needs ../shared)', () => {
  for (const { file, text } of sharedFiles('work-items')) {
    const changed = update(text, { status: 'in_progress_now' })
    const lines = text.split('\n')
    const differing = changed.split('\n').filter((line, i) => line !== lines[i])
    expect(differing.map((line) => `${file} ${line}`)).toEqual([`${file} status: in_progress_now`])
  }
})
