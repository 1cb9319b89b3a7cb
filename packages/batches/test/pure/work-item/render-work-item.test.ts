import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/pure/plan/read-plan.ts'
import { readWorkItem } from '../../../src/pure/work-item/read-work-item.ts'
import { renderWorkItem } from '../../../src/pure/work-item/render-work-item.ts'
import { phaseText } from '../plan/phase-text.ts'
import { hasSharedData, sharedFiles } from '../../../../../test/support/shared-data.ts'

const hash = (text: string): string => `h${text.length}`

function render(text: string): { readonly file: string; readonly text: string }[] {
  return readPlan(text).plan.phases.map((phase) =>
    renderWorkItem(
      {
        id: `PRP-7.1.${phase.number}`,
        batchId: '7',
        stage: 1,
        order: phase.number,
        phase,
        dependencies: phase.dependencies.map((each) => `PRP-7.1.${each.phase}`),
        planFile: 'PLAN.md',
      },
      hash,
    ),
  )
}

describe('a rendered item', () => {
  const [first, second] = render(
    [
      phaseText({
        number: 1,
        title: 'Größe: "one" & more',
        files: '`src/a b.ts` (new), *.md',
        gates: ['all pass', '`$ npm test`'],
      }),
      phaseText({
        number: 2,
        dependencies: 'Phase 1 (needs it)',
        blueprint: 'shop.json',
        commands: ['make: it red', '- hide "x"', '# no comment'],
      }),
    ].join('\n'),
  )

  test('is read back without a warning, and says what the phase said', () => {
    const { item, findings } = readWorkItem(first!.file, first!.text)
    expect(findings).toEqual([])
    expect(first!.file).toBe('PRP-7.1.1-gro-e-one-more.md')
    expect(item).toMatchObject({
      id: 'PRP-7.1.1',
      title: 'Größe: "one" & more',
      status: 'pending',
      hours: { min: 2, max: 2 },
      files: [{ text: 'src/a b.ts' }, { text: '*.md', isGlob: true }],
      executor: 'agent',
      gates: [{ command: 'npm test' }, { text: 'all pass' }],
      generated: { phase: 1 },
    })
  })

  test('of blueprint work keeps its commands to the letter', () => {
    const { item, findings } = readWorkItem(second!.file, second!.text)
    expect(findings).toEqual([])
    expect(item).toMatchObject({
      executor: 'blueprint',
      blueprint: 'shop.json',
      commands: ['make: it red', '- hide "x"', '# no comment'],
      dependencies: ['PRP-7.1.1'],
    })
    expect(item!.body).toContain('- PRP-7.1.1: needs it')
  })
})

test.skipIf(!hasSharedData)(
  'items of real plans are read back without a warning but for files (needs ../shared)',
  () => {
    for (const { text } of sharedFiles('plans'))
      for (const rendered of render(text)) {
        const { item, findings } = readWorkItem(rendered.file, rendered.text)
        expect(findings.filter(({ code }) => code !== 'field-missing')).toEqual([])
        expect(item).toMatchObject({ status: 'pending', generated: {} })
      }
  },
)
