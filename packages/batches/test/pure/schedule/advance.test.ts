import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_USAGE } from '../../../src/pure/protocol/task-report.ts'
import { advance } from '../../../src/pure/schedule/advance.ts'
import type { Effect, ScheduleEvent } from '../../../src/pure/schedule/advance.ts'
import { DEFAULT_POLICY } from '../../../src/pure/schedule/policy.ts'
import { createSchedule } from '../../../src/pure/schedule/schedule-state.ts'
import type { Failure, Schedule, ScheduleInput } from '../../../src/pure/schedule/schedule-state.ts'

const policy = { ...DEFAULT_POLICY, workers: 2, pollMs: 30, staleMs: 60, timeoutMs: 1000 }
const gate: Failure = { code: 'gate', message: 'a gate failed' }

/** A schedule that is driven by hand. */
class Driver {
  state: Schedule
  nowMs = 0

  constructor(
    input: Omit<ScheduleInput, 'policy' | 'dependencies'> & {
      dependencies?: Record<string, string[]>
      policy?: ScheduleInput['policy']
    },
  ) {
    this.state = createSchedule({
      ...input,
      policy: input.policy ?? policy,
      dependencies: new Map(Object.entries(input.dependencies ?? {})),
    })
  }

  send(event: ScheduleEvent): string[] {
    const { state, effects } = advance(this.state, event)
    this.state = state
    return effects.map(describeEffect)
  }

  start(): string[] {
    return this.send({ kind: 'start', nowMs: this.nowMs })
  }

  finish(item: string, failure: Failure | null = null, fence = this.fenceOf(item)): string[] {
    return this.send({
      kind: 'finished',
      nowMs: ++this.nowMs,
      item,
      fence,
      failure,
      usage: NO_USAGE,
      notes: [],
    })
  }

  merge(failures: Record<string, Failure> = {}): string[] {
    return this.send({ kind: 'merged', nowMs: ++this.nowMs, failures: new Map(Object.entries(failures)) })
  }

  fenceOf(item: string): number {
    const state = this.state.items.get(item)
    return state?.status === 'running' ? state.run.fence : -1
  }

  statuses(): Record<string, string> {
    return Object.fromEntries(
      [...this.state.items].map(([id, state]) => [
        id,
        state.status === 'blocked' ? `blocked by ${state.by}` : state.status,
      ]),
    )
  }
}

function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'run':
      return `run ${effect.item} ${effect.attempt}${effect.model === null ? '' : ` ${effect.model}`}`
    case 'stop':
      return `stop ${effect.item}`
    case 'merge':
      return `merge ${effect.items.join(' ')}`
    default:
      return effect.kind
  }
}

test('an item starts when what it needs is joined, with as many at a time as there are workers', () => {
  const driver = new Driver({ stages: [['a', 'b', 'c'], ['d']], dependencies: { d: ['b'] } })
  expect(driver.start()).toEqual(['run b 1', 'run a 1'])
  expect(driver.finish('b')).toEqual(['run c 1', 'merge b'])
  expect(driver.merge()).toEqual([])
  expect(driver.finish('a')).toEqual(['run d 1', 'merge a'])
  // What is worked while others are joined is joined after them.
  expect(driver.finish('c')).toEqual([])
  expect(driver.merge()).toEqual(['merge c'])
  expect(driver.merge()).toEqual([])
  expect(driver.finish('d')).toEqual(['merge d'])
  expect(driver.merge()).toEqual(['end'])
  expect(driver.state.status).toBe('done')
  expect(driver.state.stageTimes).toEqual([
    { startedMs: 0, endedMs: 6 },
    { startedMs: 3, endedMs: 8 },
  ])
})

test('the longest chain of work goes first; items that touch the same files wait for one another, done or not', () => {
  const driver = new Driver({
    stages: [['short', 'long'], ['same'], ['last']],
    dependencies: { last: ['long'] },
    after: new Map([['same', ['short']]]),
    weights: new Map([['last', 8]]),
    policy: { ...policy, workers: 1 },
  })
  expect(driver.start()).toEqual(['run long 1'])
  expect(driver.finish('long')).toEqual(['run short 1', 'merge long'])
  expect(driver.merge()).toEqual([])
  expect(driver.finish('short', { code: 'refused', message: '' })).toEqual(['run last 1'])
  expect(driver.finish('last')).toEqual(['run same 1', 'merge last'])
})

test('a usage limit pauses all that costs, costs no attempt, and is longer each time', () => {
  const driver = new Driver({
    stages: [['a', 'b', 'own']],
    metered: new Set(['a', 'b']),
    policy: { ...policy, workers: 1, backoffMs: 1000 },
  })
  const limited: Failure = { code: 'limited', message: 'too many requests' }
  const look = (nowMs: number): string[] =>
    driver.send({ kind: 'look', nowMs: (driver.nowMs = nowMs), beats: new Map() })
  expect(driver.start()).toEqual(['run a 1'])
  expect(driver.finish('a', limited)).toEqual(['run own 1'])
  expect(driver.finish('own')).toEqual(['merge own'])
  expect(driver.merge()).toEqual([])
  expect(look(1000)).toEqual([])
  expect(look(1001)).toEqual(['run a 1'])
  expect(driver.finish('a', limited)).toEqual([])
  expect(look(3001)).toEqual([])
  expect(look(3002)).toEqual(['run a 1'])
  expect(driver.finish('a')).toEqual(['run b 1', 'merge a'])
  expect(driver.merge()).toEqual([])
  expect(driver.finish('b', { ...limited, retryAfterMs: 50 })).toEqual([])
  expect(look(driver.nowMs + 50)).toEqual(['run b 1'])
})

test('a rate lets so many start in so much time, a cost nothing new once it is spent', () => {
  const rated = new Driver({
    stages: [['a', 'b', 'c']],
    metered: new Set(['a', 'b', 'c']),
    policy: { ...policy, workers: 3, rate: { count: 2, perMs: 100 } },
  })
  expect(rated.start()).toEqual(['run a 1', 'run b 1'])
  expect(rated.send({ kind: 'look', nowMs: 99, beats: new Map() })).toEqual([])
  expect(rated.send({ kind: 'look', nowMs: 100, beats: new Map() })).toEqual(['run c 1'])
  const costly = new Driver({
    stages: [['a', 'b']],
    metered: new Set(['a', 'b']),
    policy: { ...policy, workers: 1, maxCostUsd: 1 },
  })
  costly.start()
  const fence = costly.fenceOf('a')
  const usage = { ...NO_USAGE, costUsd: 1 }
  const end = { kind: 'finished', nowMs: 1, item: 'a', fence, failure: null, usage, notes: [] } as const
  expect(costly.send(end)).toEqual(['merge a'])
  expect(costly.merge()).toEqual(['end'])
  expect(costly.state.halt).toBe('$1.00 are spent, and no more than $1 may be')
  expect(costly.statuses()).toEqual({ a: 'done', b: 'waiting' })
})

test('with fail-fast the first failure lets nothing new start; what runs is finished', () => {
  const driver = new Driver({ stages: [['a', 'b', 'c']], policy: { ...policy, isFailFast: true } })
  driver.start()
  expect(driver.finish('a', { code: 'refused', message: 'no' })).toEqual([])
  expect(driver.finish('b')).toEqual(['merge b'])
  expect(driver.merge()).toEqual(['end'])
  expect(driver.statuses()).toEqual({ a: 'failed', b: 'done', c: 'waiting' })
  expect(driver.state.halt).toBe('a failed')
})

test('a failure of the executor itself costs no attempt, three times', () => {
  const driver = new Driver({ stages: [['a']] })
  const own: Failure = { code: 'executor', message: 'no space' }
  driver.start()
  const again = (): string[] => driver.send({ kind: 'look', nowMs: (driver.nowMs += 5000), beats: new Map() })
  expect(driver.finish('a', own)).toEqual(['run a 1'])
  expect(driver.finish('a', own)).toEqual([])
  expect(again()).toEqual(['run a 1'])
  expect(driver.finish('a', own)).toEqual([])
  expect(again()).toEqual(['run a 1'])
  expect(driver.finish('a', own)).toEqual(['run a 2'])
  expect(driver.finish('a', own)).toEqual(['end'])
})

test('work that cannot be joined is done again from the joined work, twice', () => {
  const driver = new Driver({ stages: [['a', 'b']] })
  const conflict: Failure = { code: 'conflict', message: 'both changed x' }
  driver.start()
  driver.finish('a')
  driver.finish('b')
  expect(driver.merge()).toEqual(['merge b'])
  expect(driver.merge({ b: conflict })).toEqual(['run b 2'])
  driver.finish('b')
  expect(driver.merge({ b: conflict })).toEqual(['run b 3'])
  driver.finish('b')
  expect(driver.merge({ b: conflict })).toEqual(['end'])
  expect(driver.statuses()).toEqual({ a: 'done', b: 'failed' })
  expect(driver.state.records.get('b')?.attempts.map(({ failure }) => failure?.code)).toEqual([
    'conflict',
    'conflict',
    'conflict',
  ])
})

test('a failure is tried again, then with the stronger model, then given up; dependents are blocked, others go on', () => {
  const driver = new Driver({
    stages: [['a', 'b'], ['c', 'd'], ['e']],
    dependencies: { c: ['a'], d: ['b'], e: ['c', 'd'] },
    policy: { ...policy, models: ['small', 'large'] },
  })
  expect(driver.start()).toEqual(['run a 1 small', 'run b 1 small'])
  expect(driver.finish('a', gate)).toEqual(['run a 2 small'])
  expect(driver.finish('a', gate)).toEqual(['run a 3 large'])
  expect(driver.finish('b')).toEqual(['merge b'])
  expect(driver.merge()).toEqual(['run d 1 small'])
  expect(driver.finish('a', gate)).toEqual([])
  expect(driver.statuses()).toEqual({
    a: 'failed',
    b: 'done',
    c: 'blocked by a',
    d: 'running',
    e: 'blocked by a',
  })
  expect(driver.finish('d')).toEqual(['merge d'])
  expect(driver.merge()).toEqual(['end'])
  expect(driver.state.records.get('a')?.attempts.map(({ model, failure }) => [model, failure?.code])).toEqual(
    [
      ['small', 'gate'],
      ['small', 'gate'],
      ['large', 'gate'],
    ],
  )
})

test('an item with models of its own starts with the first of them and goes up', () => {
  const schedule = createSchedule({
    policy: { ...policy, workers: 3, models: ['small', 'large'] },
    stages: [['a', 'b', 'c']],
    dependencies: new Map(),
    ladders: new Map([
      ['a', ['large']],
      ['b', []],
    ]),
  })
  const start = advance(schedule, { kind: 'start', nowMs: 0 })
  const modelsOf = ({ effects }: ReturnType<typeof advance>): unknown[] =>
    effects.map((effect) => (effect.kind === 'run' ? [effect.item, effect.model] : effect.kind))
  expect(modelsOf(start)).toEqual([
    ['a', 'large'],
    ['b', null],
    ['c', 'small'],
  ])
  const fail = (from: typeof start, fence: number): typeof start =>
    advance(from.state, {
      kind: 'finished',
      nowMs: 1,
      item: 'a',
      fence,
      failure: gate,
      usage: NO_USAGE,
      notes: [],
    })
  const again = fail(start, 1)
  expect(modelsOf(again)).toEqual([['a', 'large']])
  const over = fail(again, 4)
  expect(modelsOf(over)).toEqual([])
  expect(over.state.items.get('a')).toMatchObject({ status: 'failed' })
})

test('a refusal is final', () => {
  const driver = new Driver({ stages: [['a']] })
  driver.start()
  expect(driver.finish('a', { code: 'refused', message: 'no' })).toEqual(['end'])
  expect(driver.statuses()).toEqual({ a: 'failed' })
})

test('an agent without a sign of life is stopped and its item run again; its late result counts for nothing', () => {
  const driver = new Driver({ stages: [['a']] })
  driver.start()
  const first = driver.fenceOf('a')
  const look = (nowMs: number): string[] => driver.send({ kind: 'poll', nowMs, beats: new Map() })
  expect(look(30)).toEqual([])
  expect(look(60)).toEqual(['stop a'])
  expect(look(90)).toEqual([])
  expect(driver.finish('a', { code: 'crashed', message: 'killed' })).toEqual(['run a 2'])
  expect(driver.finish('a', null, first)).toEqual([])
  expect(driver.statuses()).toEqual({ a: 'running' })
  expect(driver.state.records.get('a')?.attempts[0]?.failure?.code).toBe('stale')
})

test('an attempt that takes too long is stopped, however lively it is', () => {
  const driver = new Driver({ stages: [['a']] })
  driver.start()
  for (let nowMs = 30; nowMs <= 1000; nowMs += 30) {
    const beats = new Map([['a', { atMs: nowMs - 1, progress: 50, step: 'on it' }]])
    expect(driver.send({ kind: 'poll', nowMs, beats })).toEqual([])
  }
  expect(driver.state.items.get('a')).toMatchObject({ progress: 50, step: 'on it' })
  expect(
    driver.send({
      kind: 'poll',
      nowMs: 1001,
      beats: new Map([['a', { atMs: 1000, progress: 60, step: '' }]]),
    }),
  ).toEqual(['stop a'])
})

test('a look shows what an attempt is at, and judges nobody', () => {
  const driver = new Driver({ stages: [['a', 'b']] })
  driver.start()
  const usage = { ...NO_USAGE, totalTokens: 7 }
  const beats = new Map([['a', { atMs: 1, progress: null, step: 'on it', usage }]])
  for (let nowMs = 30; nowMs <= 900; nowMs += 30)
    expect(driver.send({ kind: 'look', nowMs, beats })).toEqual([])
  expect(driver.state.items.get('a')).toMatchObject({ step: 'on it', usage, pulse: { missed: 0 } })
  expect(driver.send({ kind: 'poll', nowMs: 930, beats: new Map() })).toEqual(['stop a', 'stop b'])
})

describe('cancelling', () => {
  test('stops what runs, starts nothing, and ends when all have ended', () => {
    const driver = new Driver({ stages: [['a', 'b', 'c']] })
    driver.start()
    expect(driver.send({ kind: 'cancel', nowMs: 5 })).toEqual(['stop a', 'stop b'])
    expect(driver.finish('a')).toEqual([])
    expect(driver.finish('b')).toEqual(['end'])
    expect(driver.state.status).toBe('cancelled')
    expect(driver.statuses()).toEqual({ a: 'waiting', b: 'waiting', c: 'waiting' })
  })

  test('waits until work that is being joined is joined', () => {
    const driver = new Driver({ stages: [['a'], ['b']], dependencies: { b: ['a'] } })
    driver.start()
    driver.finish('a')
    expect(driver.send({ kind: 'cancel', nowMs: 5 })).toEqual([])
    expect(driver.merge()).toEqual(['end'])
    expect(driver.statuses()).toEqual({ a: 'done', b: 'waiting' })
    expect(driver.state).toMatchObject({ status: 'cancelled', stageTimes: [{ startedMs: 0 }, null] })
  })

  test('while the last work is being joined changes nothing: it is done', () => {
    const driver = new Driver({ stages: [['a']] })
    driver.start()
    driver.finish('a')
    driver.send({ kind: 'cancel', nowMs: 5 })
    expect(driver.merge()).toEqual(['end'])
    expect(driver.state.status).toBe('done')
  })
})

test('items that were done before are not run, and nothing is done twice', () => {
  const driver = new Driver({
    stages: [['a', 'b'], ['c']],
    dependencies: { c: ['a'] },
    done: new Set(['a', 'b']),
    firstFence: 7,
  })
  expect(driver.start()).toEqual(['run c 1'])
  expect(driver.fenceOf('c')).toBe(7)
})

test('no items: the end', () => {
  expect(new Driver({ stages: [] }).start()).toEqual(['end'])
})

test('whatever happens, every item ends once, in order, with no more workers than allowed', () => {
  const layers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 })
  const fates = fc.array(fc.constantFrom('good', 'good', 'gate', 'refused', 'conflict'), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(
      layers,
      fates,
      fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
      (sizes, outcomes, picks) => {
        const stages = sizes.map((size, stage) => Array.from({ length: size }, (_, i) => `${stage}.${i}`))
        const dependencies = Object.fromEntries(
          stages.slice(1).flatMap((ids, i) => ids.map((id, j) => [id, [stages[i]![j % stages[i]!.length]!]])),
        )
        const driver = new Driver({ stages, dependencies })
        let at = 0
        const pick = <T>(list: readonly T[]): T => list[picks[at++ % picks.length]! % list.length]!
        driver.start()
        for (let steps = 0; driver.state.status !== 'done'; steps++) {
          expect(steps).toBeLessThan(500)
          const { joining } = driver.state
          const running = [...driver.state.items]
            .filter(([, { status }]) => status === 'running')
            .map(([id]) => id)
          expect(running.length).toBeLessThanOrEqual(policy.workers)
          if (joining.length > 0 && (running.length === 0 || pick([true, false]))) {
            const bad = joining.filter(() => pick(outcomes) === 'conflict')
            driver.merge(
              Object.fromEntries(bad.map((id) => [id, { code: 'conflict', message: '' } as const])),
            )
          } else {
            const item = pick(running)
            for (const before of dependencies[item] ?? []) expect(driver.statuses()[before]).toBe('done')
            const fate = pick(outcomes)
            driver.finish(item, fate === 'good' || fate === 'conflict' ? null : { code: fate, message: '' })
          }
        }
        for (const [id, state] of driver.state.items) {
          expect(['done', 'failed', 'blocked']).toContain(state.status)
          if (state.status === 'blocked') expect(driver.statuses()[state.by]).toBe('failed')
          if (state.status === 'done')
            for (const before of dependencies[id] ?? []) expect(driver.statuses()[before]).toBe('done')
          expect(driver.state.records.get(id)?.attempts.length ?? 0).toBeLessThanOrEqual(5)
        }
      },
    ),
  )
})
