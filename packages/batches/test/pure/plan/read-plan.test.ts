import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/pure/plan/read-plan.ts'
import { hasSharedData, sharedFiles } from '../../../../../test/support/shared-data.ts'
import { phaseText } from './phase-text.ts'

describe('a phase', () => {
  const { plan, findings } = readPlan(`# Shop work

Some words about **Goals**: none of this is a phase.

## Phase 9: Notes

Only prose below.

### Phase 1: First things

**Goal**: Make the header calm

**Estimated Hours**: 4h (increased from 3h)

**Complexity**: Medium

**Files Modified**:
- src/a.ts (new file)
- \`docs/*.md\` - the pages
- ./src//b/

**Dependencies**: None

**Implementation Steps**:
1. Open it
   - with care
2. Close it

**Validation Gates**:
- [ ] All tests pass
- [x] \`$ npm test\`

**Conflict Notes**: None (new files)

---

### Phase 2 - All in one paragraph
**Goal:** Compact
**Estimated Hours**: 3-4
**Complexity**: low
**Files Modified**: src/{c,d}.ts, **/*.css
**Dependencies**: Phase 1 (needs a, b)
**Implementation Steps**:
1. Do it
**Validation Gates**:
- [ ] Done
---

## After the phases

**Goal**: not part of a phase
`)

  test('is read with all its fields', () => {
    expect(findings).toMatchObject([
      { line: 5, severity: 'warning', message: 'Phase 9 has no fields; read as prose' },
    ])
    expect(plan.title).toBe('Shop work')
    expect(plan.phases).toHaveLength(2)
    expect(plan.phases[0]).toMatchObject({
      number: 1,
      title: 'First things',
      line: 9,
      goal: 'Make the header calm',
      hours: { min: 4, max: 4 },
      complexity: 'medium',
      files: [
        { text: 'src/a.ts', isGlob: false, isNew: true },
        { text: 'docs/*.md', isGlob: true, isNew: false },
        { text: 'src/b/**', isGlob: true, isNew: false },
      ],
      dependencies: [],
      steps: ['Open it\n- with care', 'Close it'],
      gates: [
        { text: 'All tests pass', command: null },
        { text: '`$ npm test`', command: 'npm test' },
      ],
      conflictNotes: 'None (new files)',
      blueprint: null,
      commands: [],
    })
  })

  test('may stand in one paragraph, with a line below that Markdown takes for a heading', () => {
    expect(plan.phases[1]).toMatchObject({
      number: 2,
      title: 'All in one paragraph',
      goal: 'Compact',
      hours: { min: 3, max: 4 },
      files: [{ text: 'src/{c,d}.ts' }, { text: '**/*.css' }],
      dependencies: [{ phase: 1, reason: 'needs a, b' }],
    })
  })

  test('of blueprint work needs no steps and no files', () => {
    const { plan: shop, findings: none } = readPlan(`### Phase 1: Calm header
**Goal**: Calm
**Estimated Hours**: 1
**Complexity**: low
**Blueprint**: screens/shop.json
**Commands**:
1. make the header darker
2. \`hide the "promo" text\`
**Dependencies**: None
**Validation Gates**:
- [ ] no contrast below 4.5
`)
    expect(none).toEqual([])
    expect(shop.phases[0]).toMatchObject({
      blueprint: 'screens/shop.json',
      commands: ['make the header darker', 'hide the "promo" text'],
      files: [{ text: 'screens/shop.json', isGlob: false }],
    })
  })
})

describe('the batch of a plan', () => {
  test.each([
    ['---\nbatch_id: 47\n---\n# Shop', '47'],
    ['---\nbatch: "b-7"\n---\n# Shop', 'b-7'],
    ['# PRP-39 Plan: Fix', '39'],
    ['# Shop plan of 2026', null],
  ])('%j', (head, batchId) => {
    const reading = readPlan(`${head}\n\n${phaseText({ number: 1 })}`)
    expect(reading.findings).toEqual([])
    expect(reading.plan.batchId).toBe(batchId)
  })
})

describe('what is wrong', () => {
  function messages(text: string): string[] {
    return readPlan(text).findings.map(
      ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message}`,
    )
  }

  test('is told all at once, by line', () => {
    expect(
      messages(`### Phase 1: One
**Goals**: near
**Estimated Hours**: soon
**Complexity**: huge
**Files Modified**: /etc/passwd, ../up.ts, a.ts
**Dependencies**: Phase 1, Phase 7, when it is ready
**Implementation Steps**:
**Validation Gates**:
- [ ] fine

### Phase 1: Again
**Goal**: x
**Goal**: y

### Phase two: Words
**Goal**: x
`),
    ).toEqual([
      '3 warning form: Phase 1: Estimated Hours "soon" is no number of hours like 8, 3-4 or 6h; read as unknown',
      '4 warning form: Phase 1: Complexity "huge" is not low, medium or high; read as medium',
      '5 error path-invalid: Phase 1: Files Modified "/etc/passwd" is absolute; expected a path inside the repository',
      '5 error path-invalid: Phase 1: Files Modified "../up.ts" leads upwards with ".."; expected a path inside the repository',
      '6 error dependency-self: Phase 1: Dependencies names the phase itself',
      '6 error dependency-unknown: Phase 1: Dependencies names phase 7, which the plan does not have; it has 1, 1, 2',
      '6 warning form: Phase 1: Dependencies "when it is ready" names no phase; read as something outside of the plan',
      '7 warning field-empty: Phase 1: Implementation Steps lists nothing',
      '11 error phase-duplicate: Phase 1 is there a second time; the first is in line 1',
      ...nothingSaid(11, 1),
      '13 error field-duplicate: Phase 1: Goal is given a second time; the first is in line 12',
      ...nothingSaid(15, 2).slice(0, 1),
      '15 warning phase-number: Phase two: read as phase 2',
      ...nothingSaid(15, 2).slice(1),
    ])
  })

  function nothingSaid(line: number, phase: number): string[] {
    return [
      `${line} error field-missing: Phase ${phase}: Implementation Steps is missing, and no file is named: what is to be done is not said; expected "**Implementation Steps**:" or "**Files Modified**:"`,
      `${line} warning field-missing: Phase ${phase}: Estimated Hours is missing; read as unknown`,
      `${line} warning field-missing: Phase ${phase}: Complexity is missing; read as medium`,
      `${line} warning field-missing: Phase ${phase}: Dependencies is missing; read as None`,
      `${line} warning field-missing: Phase ${phase}: Validation Gates is missing; nothing is checked but the files`,
    ]
  }

  test('a circle is told with its whole path', () => {
    const text = [
      phaseText({ number: 1 }),
      phaseText({ number: 2, dependencies: 'Phase 4' }),
      phaseText({ number: 3, dependencies: 'Phase 2' }),
      phaseText({ number: 4, dependencies: 'Phase 1, Phase 3' }),
    ].join('\n')
    const [finding, ...more] = readPlan(text).findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'cycle', phase: 2 })
    expect(finding?.message).toContain('Phase 2 -> Phase 4 -> Phase 3 -> Phase 2')
  })

  test.each([
    ['', 'no-phases'],
    ['# Only a title\n\n### Phase 1: Prose\n\nwords', 'no-phases'],
    ['```\n### Phase 1: In code\n**Goal**: x\n```\n', 'no-phases'],
    ['<!--\n### Phase 1: In a comment\n**Goal**: x\n-->\n', 'no-phases'],
    ['x'.repeat(1_048_577), 'too-large'],
    [`### Phase 1: Long\n${'a\n'.repeat(20_000)}`, 'too-large'],
    [`### Phase 1: Deep\n${'>'.repeat(5000)}`, 'too-deep'],
    [`### Phase 1: Deep\n${'- '.repeat(5000)}x`, 'too-deep'],
  ])('%# has no phase that could be read', (text, code) => {
    const { plan, findings } = readPlan(text)
    expect(plan.phases).toEqual([])
    expect(findings.map((finding) => finding.code)).toEqual([code])
  })
})

test('line ends of Windows change nothing', () => {
  const text = phaseText({ number: 1 })
  expect(readPlan(text.replaceAll('\n', '\r\n'))).toEqual(readPlan(text))
})

describe.skipIf(!hasSharedData)('real plans (needs ../shared)', () => {
  const phases: Readonly<Record<string, number>> = {
    'PRP-39-PLAN.md': 3,
    'PRP-47-BATCH-PLAN.md': 10,
    'batch-integration-test-plan.md': 4,
  }

  test.each(Object.keys(phases))('%s is read whole', (name) => {
    const { plan, findings } = readPlan(sharedFiles('plans').find(({ file }) => file === name)!.text)
    expect(findings).toEqual([])
    expect(plan.phases.map(({ number }) => number)).toEqual(
      Array.from({ length: phases[name]! }, (_, i) => i + 1),
    )
    for (const phase of plan.phases) {
      expect(phase.goal).not.toBe('')
      expect(phase.steps.length).toBeGreaterThan(2)
      expect(phase.gates.length).toBeGreaterThan(2)
    }
  })

  test('ranges and notes are understood', () => {
    const { plan } = readPlan(sharedFiles('plans').find(({ file }) => file.startsWith('PRP-47'))!.text)
    const dependencies = plan.phases.map((phase) => phase.dependencies.map((each) => each.phase))
    expect(dependencies[8]).toEqual([4, 5, 6, 7, 8])
    expect(dependencies[9]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(plan.phases[1]!.dependencies[0]!.reason).toBe('needs orchestrator template understanding')
  })
})
