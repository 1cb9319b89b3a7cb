import { describe, expect, test } from 'vitest'
import { CommandMetrics, createEngine } from '../../src/index.ts'
import type { CommandEvent } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const shop = shopScreen()

describe('observers', () => {
  test('are told of every command with its answer, counted from 1', () => {
    const events: CommandEvent[] = []
    const engine = createEngine({ observers: [{ command: (event) => void events.push(event) }] })
    const first = engine.run(shop, 'hide the logo')
    const second = engine.run(shop, 'zork')
    expect(events.map(({ sequence, command }) => [sequence, command])).toEqual([
      [1, 'hide the logo'],
      [2, 'zork'],
    ])
    expect(events[0]!.answer).toBe(first)
    expect(events[1]!.answer).toBe(second)
  })

  test('hear of refusals before the pipeline and of batches', () => {
    const told: string[] = []
    const engine = createEngine({
      observers: [
        {
          command: ({ answer }) => void told.push(answer.status),
          batch: ({ status, answers }) => void told.push(`batch ${status} ${answers.length}`),
        },
      ],
    })
    engine.run(shop, '')
    engine.batch(shop, ['hide the logo'])
    expect(told).toEqual(['rejected', 'applied', 'batch applied 1'])
  })

  test('that throw change nothing and are counted', () => {
    const failing = {
      command: (): never => {
        throw new Error('no disk')
      },
    }
    const heard: string[] = []
    const engine = createEngine({
      observers: [failing, { command: ({ answer }) => void heard.push(answer.status) }],
    })
    expect(engine.run(shop, 'hide the logo').status).toBe('applied')
    expect(heard).toEqual(['applied'])
    expect(engine.stats().observerErrors).toBe(1)
  })
})

test('metrics count outcomes, intents, issues, the cache, the ways back and batches', () => {
  const metrics = new CommandMetrics()
  const engine = createEngine({ observers: [metrics] })
  const session = engine.session(shop)
  session.run('hide the logo')
  session.checkpoint('here')
  session.run('hide the logo, then show it')
  session.undo()
  session.redo()
  session.rollbackTo('here')
  engine.run(shop, 'polish the experience')
  engine.batch(shop, ['hide the logo', 'show the logo'])
  const snapshot = metrics.snapshot()
  expect(snapshot.commands).toBe(5)
  expect(snapshot.outcomes).toEqual({ applied: 4, partial: 0, clarify: 0, rejected: 1, answered: 0 })
  expect(snapshot.intents['hide']).toBe(3)
  expect(snapshot.issues['not-understood']).toBe(1)
  expect(snapshot.cache).toEqual({ hit: 1, miss: 4, off: 0 })
  expect(snapshot.history).toEqual({ undo: 1, redo: 1, rollback: 1, branch: 0 })
  expect(snapshot.batchSizes).toMatchObject({ count: 1, max: 2 })
  expect(snapshot.stages.total.count).toBe(5)
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
})
