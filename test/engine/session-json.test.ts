import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Session, SessionJson, SessionOptions } from '../../src/index.ts'
import { anyJson } from '../document/arbitrary-blueprint.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { runs } from '../support/amounts.ts'

const engine = createEngine()

function lived(): Session {
  const session = engine.session(shopScreen())
  session.run('hide the logo')
  session.checkpoint('no logo')
  session.run('make the page title red, then delete the rule')
  session.branch('blue', 1)
  session.run('make the page title blue')
  session.run('move the page title to the top')
  session.undo()
  return session
}

/** What a session gives as JSON, as it is after a file or a wire. */
function written(session: Session = lived()): SessionJson {
  return JSON.parse(JSON.stringify(session)) as SessionJson
}

function takenUp(json: unknown, options?: SessionOptions): Session {
  const taken = createEngine().sessionFromJSON(json, options)
  if (!taken.ok) throw new Error(JSON.stringify(taken.error))
  return taken.value
}

/** The reason why data is rejected. */
function refusal(json: unknown): { readonly code: string; readonly path?: string; readonly message: string } {
  const taken = createEngine().sessionFromJSON(json)
  if (taken.ok) throw new Error('it was taken')
  return taken.error[0]!
}

describe('a session taken up from JSON', () => {
  it('goes on as if it had never been away', () => {
    const session = lived()
    const again = takenUp(written(session))
    expect(JSON.stringify(again)).toBe(JSON.stringify(session))
    expect([again.history, again.branches, again.size]).toEqual([
      session.history,
      session.branches,
      session.size,
    ])
    const texts = (one: Session): string[] => {
      const seen: string[] = []
      one.redo()
      for (const branch of one.branches) {
        one.switchTo(branch.name)
        for (let step = branch.steps; step >= 0; step--) {
          one.rollbackTo(step)
          seen.push(JSON.stringify(one.blueprint))
        }
      }
      one.rollbackTo('no logo')
      seen.push(one.run('make the page title green').json)
      return seen
    }
    expect(texts(again)).toEqual(texts(session))
  })

  it('takes what fits its bounds', () => {
    const again = takenUp(written(), { history: { maxEntries: 1 } })
    expect([again.branches.map(({ name }) => name), again.size.entries]).toEqual([['blue'], 1])
    expect(again.blueprint.components[1]!.visual?.text_color).toBe('#0000FF')
  })

  it('knows nothing of the text it came from', () => {
    const json = written()
    const again = takenUp(json)
    again.run('delete the page title')
    expect(json).toEqual(written())
  })
})

describe('data that is no session', () => {
  const json = written()
  const { history } = json
  const withEntry = (position: number, changes: object): unknown => ({
    ...json,
    history: {
      ...history,
      entries: history.entries.map((entry, i) => (i === position ? { ...entry, ...changes } : entry)),
    },
  })

  it.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'expected an object, got null'],
    ['a text', JSON.stringify(json), '', 'expected an object, got the string'],
    ['another version', { ...json, version: 2 }, '/version', 'expected version 1, got the number 2'],
    ['no version', { blueprint: json.blueprint, history }, '/version', 'expected version 1, got nothing'],
    ['no history', { ...json, history: null }, '/history', 'expected an object, got null'],
    [
      'a step that does not fit',
      withEntry(1, { patches: [{ op: 'remove', path: '/components/99' }] }),
      '/history/entries/1/patches',
      'no element "99"',
    ],
    [
      'a step that makes no document',
      withEntry(1, {
        patches: [{ op: 'add', path: '/components/0/id', value: 5 }],
        inverse: [{ op: 'add', path: '/components/0/id', value: json.blueprint.components[0]!.id }],
      }),
      '/history/entries/1/patches',
      'not valid at /components/0/id',
    ],
    [
      'a step that doubles an id',
      withEntry(1, {
        patches: [{ op: 'replace', path: '/components/0/id', value: json.blueprint.components[1]!.id }],
        inverse: [{ op: 'replace', path: '/components/0/id', value: json.blueprint.components[0]!.id }],
      }),
      '/history/entries/1/patches',
      'a unique id',
    ],
    [
      'a way back that leads elsewhere',
      withEntry(1, { inverse: [] }),
      '/history/entries/1/inverse',
      'operations that lead back to the previous state',
    ],
    [
      'a document that the history does not lead to',
      { ...json, blueprint: otherwise(json.blueprint) },
      '/history/branch',
      'leads to the document',
    ],
  ])('%s', (_, data, path, words) => {
    const issue = refusal(data)
    expect(issue).toMatchObject({ code: 'session-invalid', severity: 'error', stage: 'input' })
    expect(issue.path).toBe(path)
    expect(issue.message).toContain(words)
  })

  it('a document that is none is refused as such', () => {
    const blueprint = { ...json.blueprint, components: [{ id: 7 }] }
    expect(refusal({ ...json, blueprint })).toMatchObject({
      code: 'document-invalid',
      path: '/blueprint/components/0/id',
    })
  })

  it('what throws when it is read is refused', () => {
    const throwing = Object.defineProperty({ ...json }, 'history', {
      get: () => {
        throw new Error('no')
      },
    })
    expect(refusal(throwing).message).toContain('a value that throws when read')
    expect(refusal({ ...json, history: new Proxy(history, { ownKeys: () => [1] as never }) }).code).toBe(
      'session-invalid',
    )
  })

  it('a part that was in order in one place is looked at in another', () => {
    const blueprint = { ...shopScreen(), note: { id: 'x', type: 7 } } as Blueprint
    const session = engine.session(blueprint)
    session.run('hide the logo')
    const data = written(session)
    const [entry] = data.history.entries
    const move = { op: 'move', from: '/note', path: '/components/0' }
    const back = { op: 'move', from: '/components/0', path: '/note' }
    const issue = refusal({
      ...data,
      history: {
        ...data.history,
        entries: [
          { ...entry, patches: [...entry!.patches, move], inverse: [back, ...entry!.inverse] },
          { id: 2, label: '', patches: [back], inverse: [move] },
        ],
        branches: [{ name: 'main', dropped: 0, applied: 2, entries: [0, 1] }],
      },
    })
    expect(issue.message).toContain('not valid at /components/0/type')
  })

  it('whatever it is, it is refused with a reason or taken', () => {
    const keys = ['blueprint', 'history'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.array(fc.string(), { maxLength: 4 }),
        anyJson,
        (key, path, value) => {
          const data = structuredClone(json) as unknown as Record<string, unknown>
          let at = data[key] as Record<string, unknown>
          for (const part of path) {
            const names = Object.keys(at)
            const inner = at[names[part.length % Math.max(1, names.length)] ?? '']
            if (typeof inner !== 'object' || inner === null) break
            at = inner as Record<string, unknown>
          }
          const names = Object.keys(at)
          at[names[path.length % Math.max(1, names.length)] ?? 'x'] = value
          const taken = createEngine().sessionFromJSON(data)
          if (!taken.ok) {
            expect(taken.error[0]!.code).not.toBe('internal')
            return
          }
          // What was taken can be used in every state.
          for (const branch of taken.value.branches) {
            taken.value.switchTo(branch.name)
            for (const { step } of taken.value.history) {
              taken.value.rollbackTo(step)
              expect(taken.value.run('hide the logo').issues.map(({ code }) => code)).not.toContain(
                'internal',
              )
              taken.value.undo()
            }
          }
        },
      ),
      { numRuns: runs(500) },
    )
  })
})

/** The document with another colour where a step had set one. */
function otherwise(blueprint: Blueprint): Blueprint {
  return JSON.parse(JSON.stringify(blueprint).replace('#0000FF', '#0000FE')) as Blueprint
}
