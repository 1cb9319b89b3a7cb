import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Dialect, Lens } from '../../src/index.ts'

/** A format with one text and one mood: as little as a dialect can be. */
interface Note {
  readonly note: string
  readonly mood?: string
}

const MOODS = ['calm', 'loud']

function lensOf(source: Note, blueprint: Blueprint): Lens {
  return {
    dialect: 'note',
    source,
    blueprint,
    vocabulary: {
      properties: [{ words: 'mood', key: 'mood' }],
      values: MOODS.map((mood) => ({ words: mood, key: '', value: mood })),
    },
    verify: () => [],
    refine(step) {
      if (step.kind === 'set' && step.property === 'text')
        return { ok: true, value: { steps: [step], issues: [] } }
      if (step.kind === 'own' && MOODS.includes(String(step.value)))
        return { ok: true, value: { steps: [{ ...step, key: 'mood' }], issues: [] } }
      const message = 'A note has a text and a mood: calm or loud.'
      return { ok: false, error: [{ code: 'not-applicable', severity: 'error', stage: 'execute', message }] }
    },
    write(change) {
      const [component] = change.after.components
      const next = { note: component!.text!, mood: String(component!.visual!['mood']) }
      return {
        ok: true,
        value: {
          lens: lensOf(next, change.after),
          patches: [{ op: 'replace', path: '', value: next }],
          inverse: [{ op: 'replace', path: '', value: source }],
          edits: [],
          inverseEdits: [],
        },
      }
    },
  }
}

let reads = 0
const note: Dialect = {
  name: 'note',
  recognise: (source) => typeof source === 'object' && source !== null && 'note' in source,
  read(source) {
    reads++
    const { note: text, mood = 'calm' } = source as Note
    return {
      ok: true,
      value: lensOf(source as Note, { components: [{ id: 'note', type: 'text', text, visual: { mood } }] }),
    }
  },
}

const engine = createEngine({ dialects: [note] })

describe('an engine with a dialect', () => {
  test('answers in the format of the document', () => {
    const answer = engine.run({ note: 'Hello' }, 'change the text to "Bye" and make it loud')
    expect(answer.status).toBe('applied')
    expect(answer.blueprint).toEqual({ note: 'Bye', mood: 'loud' })
    expect(answer.changed).toEqual([{ id: 'note', properties: ['text', 'mood'] }])
    expect(JSON.parse(answer.json)).toEqual(answer.blueprint)
  })

  test('takes the properties of the dialect by their names', () => {
    const answer = engine.run({ note: 'Hello' }, 'set the mood of the text to loud')
    expect(answer.blueprint).toEqual({ note: 'Hello', mood: 'loud' })
  })

  test('gives the very input back where the format cannot hold a wish, and says what it can', () => {
    const source: Note = { note: 'Hello' }
    const answer = engine.run(source, 'make the text red')
    expect(answer).toMatchObject({ status: 'rejected', patches: [], edits: [], changed: [] })
    expect(answer.blueprint).toBe(source)
    expect(answer.issues[0]!.message).toContain('calm or loud')
  })

  test('does not read a result again', () => {
    const first = engine.run({ note: 'Hello' }, 'make the text loud')
    reads = 0
    expect(engine.run(first.blueprint, 'make the text calm').status).toBe('applied')
    expect(reads).toBe(0)
  })

  test('takes native blueprints as before', () => {
    const native: Blueprint = { components: [{ id: 'a', type: 'text', text: 'x' }] }
    expect(engine.run(native, 'hide the text').blueprint.components[0]!.visual).toEqual({ hidden: true })
    expect(engine.run(native, [{ kind: 'own', targets: ['a'], key: 'mood', value: 'loud' }]).status).toBe(
      'rejected',
    )
  })

  test('refuses a dialect that it does not know, and a text of none', () => {
    expect(engine.run({ note: '' }, 'hide it', { dialect: 'html' }).issues[0]!.message).toContain(
      'native, note',
    )
    expect(engine.run('<p>', 'hide it').status).toBe('rejected')
  })

  test('turns a dialect that throws into an answer', () => {
    const broken: Dialect = {
      name: 'broken',
      recognise: () => true,
      read: () => {
        throw new Error('no')
      },
    }
    const answer = createEngine({ dialects: [broken] }).run({ note: 'x' }, 'hide it')
    expect(answer).toMatchObject({ status: 'rejected', issues: [{ code: 'internal' }] })
  })

  test('refuses what is no dialect', () => {
    expect(() => createEngine({ dialects: [{} as Dialect] })).toThrow(/name, recognise and read/)
  })
})
