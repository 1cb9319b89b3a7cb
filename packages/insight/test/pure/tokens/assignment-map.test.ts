import { expect, test } from 'vitest'
import { parseAssignmentMap } from '../../../src/pure/tokens/assignment-map.ts'
import { assignResponse } from '../../../src/pure/tokens/attribution.ts'
import { NO_TOKENS } from '../../../src/pure/tokens/token-usage.ts'

const NOWHERE = {
  sessionId: undefined,
  agentId: undefined,
  branch: undefined,
  folder: undefined,
  timestampMs: undefined,
}

function assign(origin: Partial<typeof NOWHERE | object>, map = 'assignments: []', file = 'a.jsonl') {
  const rules = parseAssignmentMap(map)
  if (!rules.ok) throw new Error(rules.error.join('\n'))
  const response = { model: 'm', usage: NO_TOKENS, tools: [], file, origin: { ...NOWHERE, ...origin } }
  return assignResponse(response, { rules: rules.value, specs: new Map(), spawns: new Map() })
}

const MAP = `
assignments:
  - { session: s1, agent: a1, batch: 47, item: PRP-47.1.1, phase: review }
  - { from: 2026-03-01T10:00:00Z, to: 2026-03-01T11:00:00Z, batch: night }
  - { file: archive/, folder: wt, branch: feature, batch: old }
`

test('all conditions of a rule must hold, and the first rule counts', () => {
  const at = (time: string) => ({ timestampMs: Date.parse(`2026-03-01T${time}Z`) })
  expect(assign({ sessionId: 's1', agentId: 'a1', ...at('10:30:00') }, MAP)).toEqual({
    batch: '47',
    item: 'PRP-47.1.1',
    phase: 'review',
    source: 'map',
  })
  expect(assign({ sessionId: 's1', ...at('10:00:00') }, MAP).batch).toBe('night')
  expect(assign({ sessionId: 's1', ...at('11:00:00') }, MAP).source).toBe('none')
  expect(assign({ sessionId: 's1' }, MAP).source).toBe('none')
  expect(assign({ folder: '/wt/7', branch: 'feature/x' }, MAP, 'archive/a.jsonl').batch).toBe('old')
  expect(assign({ folder: '/wt/7' }, MAP, 'archive/a.jsonl').batch).toBeNull()
})

test.each([
  ['prp-34-2-1-detection-module', '34', 'PRP-34.2.1'],
  ['feature/PRP-47.3.2', '47', 'PRP-47.3.2'],
  ['x/batch-47/log', '47', null],
])('%s names its work', (branch, batch, item) => {
  expect(assign({ branch })).toMatchObject({ batch, item, source: 'branch' })
})

test.each(['main', 'xprp-1-2-3', 'prp-47', 'prp-1-2-34567', 'superbatch-4', `prp-${'9'.repeat(5000)}-1-1`])(
  '%s names none',
  (branch) => {
    expect(assign({ branch })).toMatchObject({ batch: null, source: 'none' })
  },
)

test('everything wrong with a map is said at once', () => {
  const parsed = parseAssignmentMap(`
assignments:
  - 7
  - { sesion: s1, batch: [1], from: soon }
`)
  expect(parsed).toEqual({
    ok: false,
    error: [
      'rule 1: expected fields, got the number 7',
      'rule 2: unknown field "sesion"; known are session, agent, branch, folder, file, batch, item, phase, from, to',
      'rule 2: "from" must be a time such as 2026-03-01T18:00:00Z, got the string "soon"'.replace(
        '03-01',
        '02-07',
      ),
      'rule 2: "batch" must be a text, got an array of 1',
    ],
  })
  expect(parseAssignmentMap('assignments: {')).toMatchObject({
    ok: false,
    error: [expect.stringMatching(/^line 1/)],
  })
  expect(parseAssignmentMap('a: 1')).toMatchObject({
    ok: false,
    error: [expect.stringContaining('got nothing')],
  })
})
