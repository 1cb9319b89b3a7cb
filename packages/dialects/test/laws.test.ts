import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint, Component, Dialect, Lens, Step } from 'blueprint-command-engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialects } from '../src/index.ts'
import { applyEdits } from '../src/html/write-page.ts'
import { valueAt } from '../src/json/pointer.ts'
import { SourceEditor } from '../src/json/source-editor.ts'
import { card, email, messages, page, spec } from './documents.ts'
import { pages, specs } from './generated.ts'

const FOLDER = new URL('../../../../shared/data/dialects/docs/', import.meta.url)

/** The documents at hand: those of the tests, and real ones where they lie beside the project. */
function documentsAtHand(): readonly (readonly [string, unknown])[] {
  const own: (readonly [string, unknown])[] = [
    ['card', card],
    ['spec', spec],
    ['email', email],
    ['messages 0.9', messages('v0.9')],
    ['messages 1.0', messages('v1.0')],
    ['page', page],
  ]
  if (!existsSync(FOLDER)) return own
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:json|html)$/.test(name),
  )
  const read = files.map((name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8')
    return [name, name.endsWith('.html') ? text : (JSON.parse(text) as unknown)] as const
  })
  return [...own, ...read]
}

function lensOf(source: unknown): Lens {
  const dialect = dialects.find((one) => one.recognise(source))!
  const read = dialect.read(source)
  if (!read.ok) throw new Error(read.error[0]!.message)
  return read.value
}

function all(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [component, ...all(component.children ?? [])])
}

/** Dialects whose lenses are kept as they come about. */
function recorded(log: Lens[]): readonly Dialect[] {
  const wrap = (lens: Lens): Lens => ({
    dialect: lens.dialect,
    source: lens.source,
    blueprint: lens.blueprint,
    vocabulary: lens.vocabulary,
    refine: (step, view) => lens.refine(step, view),
    verify: () => lens.verify(),
    write(change) {
      const written = lens.write(change)
      if (!written.ok) return written
      log.push(written.value.lens)
      return { ok: true, value: { ...written.value, lens: wrap(written.value.lens) } }
    },
  })
  return dialects.map((dialect) => ({
    name: dialect.name,
    recognise: (source) => dialect.recognise(source),
    read(source) {
      const read = dialect.read(source)
      return read.ok ? { ok: true, value: wrap(read.value) } : read
    },
  }))
}

/** Steps of every kind that a program may send, on components picked by number. */
const anyStep = fc.record({
  kind: fc.constantFrom(
    'text',
    'bold',
    'hide',
    'bigger',
    'smaller',
    'red',
    'darker',
    'padding',
    'round',
    'delete',
    'duplicate',
    'first',
    'last',
    'swap',
    'add',
    'href',
  ),
  target: fc.nat({ max: 999 }),
  other: fc.nat({ max: 999 }),
  text: fc.constantFrom('New words', 'a < b & "c"', '', '${x} {{y}}', '\u{1F600} é'),
})

function stepOf(
  { kind, target, other, text }: { kind: string; target: number; other: number; text: string },
  { components }: Blueprint,
): Step {
  const ids = all(components).map(({ id }) => id)
  const targets = [ids[target % ids.length]!]
  const b = ids[other % ids.length]!
  switch (kind) {
    case 'text':
      return { kind: 'set', targets, property: 'text', value: text }
    case 'bold':
      return { kind: 'set', targets, property: 'fontWeight', value: 'bold' }
    case 'hide':
      return { kind: 'set', targets, property: 'hidden', value: true }
    case 'red':
      return {
        kind: 'set',
        targets,
        property: other % 2 === 0 ? 'textColor' : 'background',
        value: '#FF0000',
      }
    case 'bigger':
    case 'smaller': {
      const measure = { kind: 'factor', factor: kind === 'bigger' ? 1.2 : 0.8 } as const
      return { kind: 'resize', targets, width: measure, height: measure, font: measure }
    }
    case 'darker':
      return { kind: 'lightness', targets, property: 'background', factor: 0.8 }
    case 'padding':
      return { kind: 'adjust', targets, property: 'padding', by: 8 }
    case 'round':
      return { kind: 'adjust', targets, property: 'borderRadius', by: 4 }
    case 'delete':
      return { kind: 'delete', targets }
    case 'duplicate':
      return { kind: 'duplicate', targets }
    case 'first':
    case 'last':
      return { kind: 'move', targets, place: { kind } }
    case 'swap':
      return { kind: 'swap', a: targets[0]!, b }
    case 'href':
      return { kind: 'set', targets, property: 'href', value: '/x?a=1&b=2' }
    default:
      return {
        kind: 'add',
        component: { type: other % 2 === 0 ? 'text' : 'button', text },
        place: { kind: 'after', anchor: b },
      }
  }
}

/** The laws, for some steps on one document. */
function expectLawful(source: unknown, choices: readonly Parameters<typeof stepOf>[0][]): void {
  const log: Lens[] = []
  const engine = createEngine({ dialects: recorded(log) })
  const before = JSON.stringify(source)
  const { blueprint } = lensOf(source)
  if (blueprint.components.length === 0) return
  let document = source
  let seen = blueprint
  for (const choice of choices) {
    const answer = engine.run(document, [stepOf(choice, seen)])
    expect(answer.issues.filter(({ code }) => code === 'internal')).toEqual([])
    if (answer.status !== 'applied') {
      expect(answer.blueprint).toBe(document)
      expect(answer.patches.length + answer.edits.length).toBe(0)
      expect(answer.issues[0]!.message).not.toBe('')
      continue
    }
    expectWayBack(document, answer.blueprint, answer)
    // A document means the same however it came about: read anew, the same step does the same.
    // Nothing left that a dialect could be told by.
    if (typeof answer.blueprint === 'string' && !answer.blueprint.trimStart().startsWith('<')) break
    const fresh = lensOf(answer.blueprint)
    document = answer.blueprint
    seen = fresh.blueprint
    const carried = log.at(-1)
    if (carried !== undefined && carried.source === answer.blueprint) {
      expect(carried.blueprint).toEqual(fresh.blueprint)
      expect(carried.vocabulary).toEqual(fresh.vocabulary)
    }
    if (seen.components.length === 0) break
  }
  expect(JSON.stringify(source)).toBe(before)
}

function expectWayBack(
  source: unknown,
  result: unknown,
  answer: {
    readonly patches: readonly unknown[]
    readonly inverse: readonly unknown[]
    readonly edits: Parameters<typeof applyEdits>[1]
    readonly inverseEdits: Parameters<typeof applyEdits>[1]
  },
): void {
  if (typeof source === 'string') {
    expect(applyEdits(source, answer.edits)).toBe(result)
    expect(applyEdits(String(result), answer.inverseEdits)).toBe(source)
    return
  }
  expect(patched(source, answer.patches)).toEqual(result)
  expect(patched(result, answer.inverse)).toEqual(source)
}

/** RFC 6902, for the operations that dialects write. */
function patched(source: unknown, patches: readonly unknown[]): unknown {
  const editor = new SourceEditor(source)
  for (const patch of patches as readonly { op: string; path: string; from?: string; value?: unknown }[]) {
    const at = patch.path.lastIndexOf('/')
    const holder = valueAt(editor.root, patch.path.slice(0, at))
    const key = patch.path.slice(at + 1)
    if (patch.op === 'remove') editor.remove(patch.path)
    else if (patch.op === 'move') editor.move(patch.from!, patch.path.slice(0, at), Number(key), false)
    else if (patch.op === 'add' && Array.isArray(holder))
      editor.insert(patch.path.slice(0, at), Number(key), patch.value)
    else editor.set(patch.path, patch.value)
  }
  return editor.root
}

/** More with LAW_RUNS=10: 200 generated documents of each kind. */
const RUNS = Number(process.env['LAW_RUNS'] ?? 2)

const some = fc.array(anyStep, { minLength: 1, maxLength: 4 })

describe('laws of every dialect', () => {
  test.each(documentsAtHand())('%s', (_, source) => {
    fc.assert(
      fc.property(some, (choices) => expectLawful(source, choices)),
      { numRuns: RUNS, seed: 7 },
    )
  })

  test('generated specs', () => {
    fc.assert(
      fc.property(specs, some, (source, choices) => expectLawful(source, choices)),
      { numRuns: RUNS * 20, seed: 11 },
    )
  })

  test('generated pages, broken ones among them', () => {
    fc.assert(
      fc.property(pages, some, (source, choices) => expectLawful(source, choices)),
      { numRuns: RUNS * 20, seed: 13 },
    )
  })
})
