import { describe, expect, test } from 'vitest'
import { readWorkItem } from '../../../src/pure/work-item/read-work-item.ts'
import { readWorkItems } from '../../../src/pure/work-item/read-work-items.ts'
import { hasSharedData, sharedFiles } from '../../../../../test/support/shared-data.ts'

function itemText(lines: readonly string[], body = '# Body\n'): string {
  return `---\n${lines.join('\n')}\n---\n${body}`
}

const SOUND = [
  'prp_id: PRP-47.2.1',
  'title: "Analyser: cycles"',
  'status: planning',
  'type: feature',
  'complexity: medium',
  'estimated_hours: 3-4',
  'priority: HIGH',
  'dependencies: [PRP-47.1.1]',
  'batch_id: 47',
  'stage: 2',
  'order: 1',
  'files_modified:',
  '  - src/a.ts',
]

function warnings(file: string, text: string): string[] {
  return readWorkItem(file, text).findings.map(({ line, code, message }) => `${line} ${code}: ${message}`)
}

test('a sound item is read without a word', () => {
  const { item, findings } = readWorkItem('PRP-47.2.1-analyser.md', itemText(SOUND))
  expect(findings).toEqual([])
  expect(item).toEqual({
    file: 'PRP-47.2.1-analyser.md',
    id: 'PRP-47.2.1',
    title: 'Analyser: cycles',
    status: 'pending',
    statusText: 'planning',
    batchId: '47',
    stage: 2,
    order: 1,
    type: 'feature',
    complexity: 'medium',
    hours: { min: 3, max: 4 },
    priority: 'high',
    dependencies: ['PRP-47.1.1'],
    files: [{ text: 'src/a.ts', isGlob: false, isNew: false }],
    executor: 'agent',
    blueprint: null,
    commands: [],
    gates: [],
    generated: null,
    body: '# Body\n',
  })
})

test('blueprint work, with gates that are run', () => {
  const text = itemText([
    ...SOUND,
    'blueprint: shop.json',
    'commands:',
    '  - make it red',
    'gates: [npm test]',
  ])
  const { item } = readWorkItem('PRP-47.2.1-a.md', text)
  expect(item).toMatchObject({
    executor: 'blueprint',
    blueprint: 'shop.json',
    commands: ['make it red'],
    files: [{ text: 'shop.json' }, { text: 'src/a.ts' }],
    gates: [{ text: '`$ npm test`', command: 'npm test' }],
  })
})

describe('what files disagree about is warned of, with its line', () => {
  test.each<[string, string[], string[]]>([
    ['id without prefix', ['prp_id: "47.2.1"'], ['2 form: "47.2.1" stands for PRP-47.2.1']],
    ['id that YAML reads as a number', ['prp_id: 47.10'], ['2 form: "47.10" stands for PRP-47.10']],
    ['stage and id', ['stage: 3'], ['11 id-contradiction: The stage is 3 here and 2 in the id']],
    ['stage in words', ['stage: stage-2-parallel'], ['11 form: stage: "stage-2-parallel" stands for 2']],
    ['batch and id', ['batch_id: 48'], ['10 id-contradiction: The batch is 48 here and 47 in the id']],
    ['unknown status', ['status: perhaps'], ['4 status-unknown: "perhaps" is no status that is known']],
    [
      'hours in words',
      ['estimated_hours: some'],
      ['7 field-invalid: estimated_hours: expected hours like 8 or 3-4, got "some"'],
    ],
    [
      'dependencies as prose',
      ['dependencies: after PRP-47.1.1 is deployed'],
      ['9 dependency-prose: "after PRP-47.1.1 is deployed" is more than ids; read as PRP-47.1.1'],
    ],
    [
      'an absolute path',
      ['files_modified: [/etc/passwd]'],
      ['13 path-invalid: "/etc/passwd" is absolute; expected a path inside the repository'],
    ],
  ])('%s', (_name, changed, expected) => {
    const [key] = changed[0]!.split(':')
    const at = SOUND.findIndex((line) => line.startsWith(`${key}:`))
    const lines = SOUND.flatMap((line, i) =>
      i === at ? changed : key === 'files_modified' && i === at + 1 ? [] : [line],
    )
    const fileName = key === 'prp_id' && changed[0]!.includes('47.10') ? 'work.md' : 'PRP-47.2.1-a.md'
    expect(warnings(fileName, itemText(lines))).toEqual(expected)
  })

  test('a key that is given twice', () => {
    expect(warnings('PRP-47.2.1-a.md', itemText([...SOUND, 'status: completed']))).toEqual([
      '15 key-duplicate: "status" is given a second time; the first counts',
    ])
  })

  test('a file name that tells another id', () => {
    expect(warnings('PRP-47.2.2-a.md', itemText(SOUND))).toEqual([
      '2 id-contradiction: prp_id says PRP-47.2.1, the file name PRP-47.2.2',
    ])
  })

  test('no front matter at all: the file name tells what it can', () => {
    const { item, findings } = readWorkItem('PRP-47.2.1-some-work.md', '# Work\n')
    expect(item).toMatchObject({
      id: 'PRP-47.2.1',
      title: 'some work',
      status: 'unknown',
      stage: 2,
      order: 1,
    })
    expect(findings.map(({ code }) => code)).toEqual([
      'front-matter-missing',
      'id-missing',
      'field-missing',
      'field-missing',
    ])
    expect(readWorkItem('notes.md', '# Notes\n').item).toBeNull()
  })
})

test.each([
  ['not yaml', 'a: [1, 2\nb: }{'],
  ['tabs', '\ta:\n\t\tb'],
  ['deep', `a: ${'['.repeat(30_000)}`],
  ['long', `a: ${'x'.repeat(70_000)}`],
  ['a list', '- 1\n- 2'],
  ['aliases', 'a: &x [1]\nb: *x\nc: *y'],
  ['hostile keys', '__proto__: 1\nconstructor: 2\ntoString: {a: 1}'],
])('front matter that is %s breaks nothing', (_name, yaml) => {
  const { item } = readWorkItem('PRP-1.1.1-a.md', `---\n${yaml}\n---\n`)
  expect(item?.id).toBe('PRP-1.1.1')
  expect(item?.status).toBe('unknown')
})

test('items of one id are an error that names all of their files', () => {
  const { items, findings } = readWorkItems([
    { file: 'PRP-47.2.1-a.md', text: itemText(SOUND) },
    { file: 'PRP-47.2.1-b.md', text: itemText(SOUND) },
    {
      file: 'PRP-47.1.10-c.md',
      text: itemText(['prp_id: PRP-47.1.10', 'status: done', 'files_modified: [c]']),
    },
    {
      file: 'PRP-47.1.9-d.md',
      text: itemText(['prp_id: PRP-47.1.9', 'status: done', 'files_modified: [d]']),
    },
  ])
  expect(items.map(({ file }) => file)).toEqual(['PRP-47.1.9-d.md', 'PRP-47.1.10-c.md', 'PRP-47.2.1-a.md'])
  const message =
    'PRP-47.2.1 is the id of 2 files: PRP-47.2.1-a.md, PRP-47.2.1-b.md; each item needs an id of its own'
  expect(findings).toMatchObject([
    { code: 'id-duplicate', severity: 'error', message, file: 'PRP-47.2.1-a.md' },
    { code: 'id-duplicate', severity: 'error', message, file: 'PRP-47.2.1-b.md' },
  ])
})

describe.skipIf(!hasSharedData)('real work items (needs ../shared)', () => {
  test('all 21 are read', () => {
    const { items, findings } = readWorkItems(sharedFiles('work-items'))
    expect(items).toHaveLength(21)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(items.filter(({ status }) => status === 'completed')).toHaveLength(9)
    expect(items.filter(({ status }) => status === 'unknown')).toEqual([])
    for (const item of items) {
      expect(item.hours).not.toBeNull()
      expect(item.complexity).not.toBeNull()
      expect(item.title).not.toBe('')
    }
    const last = items.find(({ id }) => id === 'PRP-34.4.1')!
    expect(last.dependencies).toHaveLength(10)
    expect(findings).toContainEqual({
      code: 'id-contradiction',
      severity: 'warning',
      message: 'The stage is 3 here and 2 in the id',
      line: 11,
      column: 8,
      field: 'stage',
      file: 'PRP-47.2.2-unit-tests-dependency-analyzer.md',
    })
  })
})
