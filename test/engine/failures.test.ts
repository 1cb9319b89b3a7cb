import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Step } from '../../src/index.ts'
import { steadyClock } from '../../src/base/clock.ts'
import { HistoryStore } from '../../src/document/history-store.ts'
import { Documents } from '../../src/engine/documents.ts'
import { withFault } from '../faults/plant.ts'
import { contentOf } from '../property/samples.ts'
import { shopScreen } from '../support/shop-screen.ts'

function failing(): never {
  throw new Error('broken')
}

it('a clock that fails, or gives no number, stands still', () => {
  const times = [5, Number.NaN, failing, 'soon', 7]
  const clock = steadyClock({
    now() {
      const next = times.shift()
      return typeof next === 'function' ? next() : (next as number)
    },
  })
  expect([1, 2, 3, 4, 5].map(() => clock.now())).toEqual([5, 5, 5, 5, 7])
})

it('a command is carried out whatever the clock does', () => {
  let looks = 0
  const engine = createEngine({ clock: { now: () => (++looks > 1 ? failing() : 1) } })
  const { status, timings } = engine.run(shopScreen(), 'make the logo bigger')
  expect({ status, total: timings.total }).toEqual({ status: 'applied', total: 0 })
})

it('a step that the history cannot keep is not done', () => {
  const session = createEngine({ recovery: { internal: 'rollback' } }).session(shopScreen())
  session.run('make the logo bigger')
  session.run('hide the intro')
  session.undo()
  const before = JSON.stringify(session)
  const seam = { name: 'entryOf', holder: HistoryStore.prototype, key: 'entryOf' }
  const { result } = withFault(seam, 1, () => session.run('make the logo red'))
  expect(result).toMatchObject({ status: 'rejected', issues: [{ code: 'internal' }] })
  expect(result.blueprint).toBe(session.blueprint)
  expect(JSON.stringify(session)).toBe(before)
  expect(session.redo()).toBe(true)
})

it('undo leads back even where the engine cannot follow at once', () => {
  const session = createEngine({ recovery: { internal: 'rollback' } }).session(shopScreen())
  session.run('make the logo bigger')
  const seam = { name: 'open', holder: Documents.prototype, key: 'open' }
  const { calls, result } = withFault(seam, 1, () => session.undo())
  expect({ calls, result }).toEqual({ calls: 1, result: true })
  expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(shopScreen()))
  expect(session.run('make the logo bigger').status).toBe('applied')
})

it('an index that failed half way between two versions is not used again', () => {
  const command = 'make all cards 10px taller'
  const expected = contentOf(createEngine({ recovery: { internal: 'rollback' } }).run(shopScreen(), command))
  const seam = { name: 'Map.set', holder: Map.prototype, key: 'set' }
  for (const at of [1, 2, 3]) {
    const engine = createEngine({ recovery: { internal: 'rollback' } })
    const first = shopScreen()
    // The index stands at the second version, and goes back to the first over the three cards.
    const { blueprint: second } = engine.run(first, 'make all cards bold')
    const expectedSecond = contentOf(
      createEngine({ recovery: { internal: 'rollback' } }).run(
        JSON.parse(JSON.stringify(second)) as Blueprint,
        command,
      ),
    )
    const { result } = withFault(seam, at, () => engine.run(first, command))
    expect(result.issues).toMatchObject([{ code: 'internal' }])
    // Looking at the first goes there without leaving it, so that the way on to the second is the one that was cut off.
    engine.verify(first)
    expect(contentOf(engine.run(second, command))).toEqual(expectedSecond)
    expect(contentOf(engine.run(first, command))).toEqual(expected)
  }
})

describe('what throws when it is read, or is no plain data, is refused with a reason', () => {
  const engine = createEngine({ recovery: { internal: 'rollback' } })
  const throwing = new Proxy([], {
    get: () => failing(),
    getPrototypeOf: () => failing(),
  })
  const { proxy: revoked, revoke } = Proxy.revocable([], {})
  revoke()

  test.each([
    ['a list that throws', throwing, 'step-invalid'],
    ['a revoked list', revoked, 'command-invalid'],
    ['steps that throw', [throwing], 'step-invalid'],
  ])('as steps: %s', (_, given, code) => {
    // What the types forbid a program may still send.
    const steps = given as unknown as readonly Step[]
    expect(engine.run(shopScreen(), steps)).toMatchObject({ status: 'rejected', issues: [{ code }] })
    expect(engine.plan(shopScreen(), steps).issues).toMatchObject([{ code }])
  })

  test.each([
    ['a list that throws', throwing],
    ['a revoked list', revoked],
  ])('as commands: %s', (_, commands) => {
    expect(engine.batch(shopScreen(), commands).issues).toMatchObject([{ code: 'command-invalid' }])
  })

  it('as a session', () => {
    for (const json of [revoked, throwing])
      expect(engine.sessionFromJSON(json)).toMatchObject({ ok: false, error: [{ code: 'session-invalid' }] })
  })

  it('as a job', () => {
    const job = Object.defineProperty({ blueprint: shopScreen(), commands: [] }, 'commands', { get: failing })
    expect(engine.batchAll([job])).toMatchObject([{ status: 'rejected' }])
  })

  it('as a document: lists with another prototype, hidden keys', () => {
    const odd = shopScreen()
    Object.setPrototypeOf(odd.components, { inherited: 1 })
    expect(engine.verify(odd).issues).toMatchObject([{ code: 'document-invalid', path: '/components' }])
    for (const [holder, key, path] of [
      [(shop: Blueprint) => shop, 'components', '/components'],
      [(shop: Blueprint) => shop.components[0]!, 'id', '/components/0/id'],
      [(shop: Blueprint) => shop.components[0]!, 'type', '/components/0/type'],
      [(shop: Blueprint) => shop.components[0]!, 'children', '/components/0/children'],
    ] as const) {
      const hidden = shopScreen()
      Object.defineProperty(holder(hidden), key, { enumerable: false })
      expect(engine.verify(hidden).issues).toMatchObject([{ code: 'document-invalid', path }])
    }
  })
})
