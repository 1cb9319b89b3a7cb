import { expect, it, vi } from 'vitest'
import { families } from '../../src/decompose/intents/registry.ts'
import { Documents } from '../../src/engine/documents.ts'
import { PipelineRun } from '../../src/engine/pipeline-run.ts'
import { operations } from '../../src/execute/executor.ts'
import { rules } from '../../src/verify/registry.ts'
import { injectIntoRun } from '../faults/inject.ts'
import { runFaults } from '../faults/run-faults.ts'
import type { FaultGroup } from '../faults/run-faults.ts'
import { stepScenes } from '../faults/scenes.ts'
import { LOOKING, operationSeams, ruleSeams } from '../faults/seams.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000 })

const groups = runFaults(heavy.faults)

function group(name: string): FaultGroup {
  return groups.find((one) => one.group === name)!
}

it('an exception anywhere leaves input, session, caches and engine as they were', () => {
  expect(groups.flatMap(({ broken }) => broken)).toEqual([])
  const injected = groups.reduce((sum, one) => sum + one.injected, 0)
  expect(injected).toBeGreaterThan(300)
})

it('it was thrown in every operation, every family and every rule that there is', () => {
  // Operations that change nothing here have no scene: see `Elsewhere` in the scenes.
  expect(group('operations').reached).toHaveLength(operationSeams.length)
  expect(group('families of intents').reached).toHaveLength(families.length)
  const looking = ruleSeams.filter(({ key }) => LOOKING.has(key)).map(({ name }) => name)
  expect(looking).toHaveLength(rules.length)
  expect(group('rules').reached).toEqual(expect.arrayContaining(looking))
})

it('the answer says so, but for the clock and observers, which nobody notices', () => {
  for (const { group, injected, told } of groups) {
    expect(injected, group).toBeGreaterThan(0)
    if (group === 'clock and observers') expect(told).toBe(0)
    // A way through a history says it by throwing, or has gone before the engine followed.
    else if (!/undo|redo|rollback|branches/.test(group)) expect(told, group).toBe(injected)
  }
})

it('damage is found, where a fault does any', () => {
  const [seam] = operationSeams
  const scene = stepScenes.get(seam!.key)!
  const { set } = operations
  let before: object | null = null
  vi.spyOn(operations, 'set').mockImplementation((run, step) => {
    before = run.transaction.index.root
    set(run, step)
  })
  // As if something wrote into the document on the way out of a failure.
  vi.spyOn(Documents.prototype, 'forget').mockImplementation(() => {
    Object.assign(before!, { screen_id: 'damaged' })
  })
  const damaged = injectIntoRun(scene, { name: 'finish', holder: PipelineRun.prototype, key: 'finish' }, 1)
  expect(damaged.isTold).toBe(true)
  expect(damaged.broken.join('\n')).toContain('the input was changed')
})
