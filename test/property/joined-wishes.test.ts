import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { componentsOf } from '../../src/document/blueprint.ts'
import type { Component } from '../../src/document/blueprint.ts'
import { runs } from '../support/amounts.ts'

vi.setConfig({ testTimeout: 300_000 })

const folder = new URL('../corpus/docs/', import.meta.url)
const documents = readdirSync(folder).map(
  // The repository's own file.
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Blueprint,
)

/** A name may be said in quotes, as it stands, by the words of its id, or as the id. */
const NAMES = [
  ({ text }: Component) => (typeof text === 'string' && text !== '' && text.length < 30 ? `"${text}"` : null),
  ({ text }: Component) => (typeof text === 'string' && text !== '' && text.length < 20 ? text : null),
  ({ id }: Component) => `the ${id.replaceAll('_', ' ')}`,
  ({ id }: Component) => `#${id}`,
]

const WISHES: readonly ((name: string) => string)[] = [
  (name) => `make ${name} red`,
  (name) => `make ${name} italic and underlined`,
  (name) => `hide ${name}`,
  (name) => `delete ${name}`,
  (name) => `duplicate ${name}`,
  (name) => `move ${name} to the top`,
  (name) => `make ${name} 10% wider`,
  (name) => `set the font size of ${name} to 20px`,
  (name) => `change the text of ${name} to "Hi"`,
  (name) => `rename ${name} to "Hello"`,
  (name) => `give ${name} a 2px red border`,
  (name) => `add a divider below ${name}`,
  (name) => `align ${name} to the right`,
  (name) => `put ${name} on the left`,
  (name) => `center ${name}`,
  (name) => `remove the border of ${name}`,
]
const GLUES = [
  ' and ',
  ', ',
  ', then ',
  '. ',
  '; ',
  ' and then ',
  ', and ',
  '\n',
  '. Also ',
  ', also ',
  ' & ',
  ', plus ',
]
const OPENINGS = [
  '',
  'please ',
  '- ',
  '1. ',
  'hey, ',
  'you should ',
  'could you please ',
  "I'd like to ",
  'go ahead and ',
]
const CLOSINGS = ['', ' please', ', thanks', ', please']

const picks = fc.record({
  document: fc.nat(),
  things: fc.tuple(fc.nat(), fc.nat()),
  names: fc.tuple(fc.nat(), fc.nat()),
  wishes: fc.tuple(fc.constantFrom(...WISHES), fc.constantFrom(...WISHES)),
  glue: fc.constantFrom(...GLUES),
  opening: fc.constantFrom(...OPENINGS),
  closing: fc.constantFrom(...CLOSINGS),
})

it('two wishes joined do what they do one after the other, or are refused', () => {
  const engine = createEngine()
  let [done, refused] = [0, 0]
  fc.assert(
    fc.property(picks, ({ document, things, names, wishes, glue, opening, closing }) => {
      const blueprint = documents[document % documents.length]!
      const all = flat(componentsOf(blueprint))
      const [a, b] = [all[things[0] % all.length]!, all[things[1] % all.length]!]
      const [one, two] = [nameOf(a, names[0]), nameOf(b, names[1])]
      if (a === b || one === null || two === null) return
      const first = engine.run(blueprint, wishes[0](one))
      const second = engine.run(first.blueprint, wishes[1](two))
      if (first.status !== 'applied' || second.status !== 'applied') return
      const command = opening + wishes[0](one) + glue + wishes[1](two) + closing
      const joined = engine.run(blueprint, command)
      if (joined.status === 'applied') done++
      else refused++
      expect({ command, blueprint: joined.blueprint }).toEqual({
        command,
        blueprint: joined.status === 'applied' ? second.blueprint : blueprint,
      })
    }),
    { numRuns: runs(4000, 300) },
  )
  expect(done).toBeGreaterThan(20 * refused + 100)
})

function nameOf(component: Component, pick: number): string | null {
  return NAMES[pick % NAMES.length]!(component)
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [one, ...flat(one.children ?? [])])
}
