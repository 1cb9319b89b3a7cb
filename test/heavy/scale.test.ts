import { describe, expect, it, test, vi } from 'vitest'
import { makeDocument } from '../../bench/documents.ts'
import type { Shape } from '../../bench/documents.ts'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { rules } from '../../src/verify/registry.ts'
import { allOf } from '../support/documents.ts'
import { patchedCopy, unshared } from '../support/json-patch.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 600_000 })

interface Wish {
  readonly command: string
  /** Patches and changed components, whatever the size of the document. */
  readonly patches: number
  readonly changed: number
  /** Components that rules may look at, whatever the size. */
  readonly looks: number
}

/** What changes one thing and moves nothing else: its cost must not know how large the document is. */
const WISHES: readonly Wish[] = [
  { command: "change the text of #text_2 to 'Hello'", patches: 1, changed: 1, looks: 12 },
  { command: 'make the first card red', patches: 2, changed: 1, looks: 40 },
  { command: 'make the fourth title bold and underlined', patches: 2, changed: 1, looks: 12 },
  { command: 'hide #button_2', patches: 1, changed: 1, looks: 30 },
  { command: 'set the opacity of the second button to 50%', patches: 1, changed: 1, looks: 20 },
]

/** How often any rule looks at a component or a pair of them: what verification costs, without a clock. */
function countLooks(run: () => void): number {
  const spies = rules.map((rule) =>
    rule.scope === 'siblings'
      ? vi.spyOn(rule, 'holds')
      : rule.scope === 'change'
        ? vi.spyOn(rule, 'checkTouched')
        : vi.spyOn(rule, 'check'),
  )
  run()
  const looks = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return looks
}

const documents = (['flat', 'nested'] as const).flatMap((shape) =>
  heavy.sizes.map((size) => ({ shape, size })),
)

describe.each(documents)('$shape, $size components', ({ shape, size }) => {
  const document = unshared(makeDocument(size, shape))
  const text = JSON.stringify(document)
  const engine = createEngine()
  engine.run(document, 'make the first card red')

  it('has that many', () => {
    expect(allOf(document)).toHaveLength(size)
  })

  test.each(WISHES)('$command', ({ command, patches, changed, looks }) => {
    let answer = engine.run(document, command)
    const seen = countLooks(() => {
      answer = engine.run(document, command)
    })
    expect(answer.status).toBe('applied')
    expect(answer.patches.length).toBeLessThanOrEqual(patches)
    expect(answer.changed).toHaveLength(changed)
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThanOrEqual(looks)
    expect(answer.delta.length).toBeLessThan(500)
    expect(JSON.stringify(patchedCopy(document, answer.patches))).toBe(answer.json)
    expect(JSON.stringify(patchedCopy(answer.blueprint, answer.inverse))).toBe(text)
  })

  it('what moves others says so, and verifies no more than it touched', () => {
    const command = 'make the last card 50px taller'
    engine.run(document, command)
    let answer = engine.run(document, command)
    const seen = countLooks(() => {
      answer = engine.run(document, command)
    })
    expect(answer.status).toBe('applied')
    expect(answer.patches.length).toBeLessThanOrEqual(2 * answer.changed.length)
    // All siblings of what moved take part in one sweep; each pair that meets is looked at once.
    expect(seen).toBeLessThanOrEqual(20 * (answer.changed.length + siblingsOf(document, shape)))
  })

  it('batches and undo give the document back', () => {
    const commands = WISHES.map(({ command }) => command)
    const { blueprint, inverse, status } = engine.batch(document, commands)
    expect(status).toBe('applied')
    expect(JSON.stringify(patchedCopy(blueprint, inverse))).toBe(text)
    const session = engine.session(document)
    for (const command of commands) session.run(command)
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(blueprint))
    session.rollbackTo(0)
    expect(JSON.stringify(session.blueprint)).toBe(text)
  })
})

/** The most components that have one parent. */
function siblingsOf(document: Blueprint, shape: Shape): number {
  return shape === 'flat' ? document.components.length : 10
}
