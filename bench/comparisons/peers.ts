// One text of one component in a flat document, by the engine and by libraries that change trees; each with patches and
// inverse where it can make them. The libraries are reported the place; the engine finds it, verifies and writes the delta.
import fastJsonPatch from 'fast-json-patch'
import { enablePatches, Immer } from 'immer'
import { create } from 'mutative'
import type { Blueprint, Component, Patch, Step } from '../../src/index.ts'
import type { Comparison, Variant } from '../alternate.ts'
import { makeDocument } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'

enablePatches()

const SIZES = [20, 100, 1000, 10_000] as const
const TEXT = 'Hello World'

/** The first text in the second half of a document. */
interface Place {
  readonly blueprint: Blueprint
  readonly position: number
  readonly id: string
}

type Edit = (place: Place) => { readonly after: Blueprint; readonly patches: readonly unknown[] }
interface Draft {
  components: { text?: string | null }[]
}

const byHand: Edit = ({ blueprint, position }) => {
  const before = blueprint.components[position]!
  const components = blueprint.components.slice()
  components[position] = { ...before, text: TEXT }
  const path = `/components/${position}/text`
  const patches: Patch[] = [{ op: 'replace', path, value: TEXT }]
  const inverse: Patch[] = [{ op: 'replace', path, value: before.text }]
  return { after: { ...blueprint, components }, patches: [patches, inverse] }
}

const withImmer = (autoFreeze: boolean): Edit => {
  const immer = new Immer({ autoFreeze })
  return ({ blueprint, position }) => {
    const [after, patches] = immer.produceWithPatches(blueprint, (draft) => {
      ;(draft as unknown as Draft).components[position]!.text = TEXT
    })
    return { after, patches }
  }
}

const withMutative: Edit = ({ blueprint, position }) => {
  const [after, patches] = create(
    blueprint,
    (draft) => {
      ;(draft as unknown as Draft).components[position]!.text = TEXT
    },
    { enablePatches: true },
  )
  return { after, patches }
}

const withCopy: Edit = ({ blueprint, position }) => {
  const after = structuredClone(blueprint)
  ;(after as unknown as Draft).components[position]!.text = TEXT
  return { after, patches: [] }
}

const withJsonPatch: Edit = ({ blueprint, position }) => {
  const patches = [{ op: 'replace' as const, path: `/components/${position}/text`, value: TEXT }]
  return { after: fastJsonPatch.applyPatch(blueprint, patches, false, false).newDocument, patches }
}

const withComparison: Edit = (place) => {
  const { after } = withCopy(place)
  return { after, patches: fastJsonPatch.compare(place.blueprint, after) }
}

function placeIn(size: number): Place {
  const blueprint = makeDocument(size, 'flat')
  const position = blueprint.components.findIndex((at: Component, i) => at.type === 'text' && i >= size >> 1)
  return { blueprint, position, id: blueprint.components[position]!.id }
}

function peer(name: string, makeEdit: () => Edit, size: number): Variant {
  return {
    name,
    prepare: () => {
      const place = placeIn(size)
      const before = JSON.stringify(place.blueprint)
      const edit = makeEdit()
      expectThat(
        JSON.stringify(edit(place).after) === JSON.stringify(byHand(place).after),
        'the same document as by hand',
      )
      expectThat(JSON.stringify(place.blueprint) === before, 'the input to stay as it is')
      return {
        run: () => {
          edit(place)
          return undefined
        },
      }
    },
  }
}

function engine(name: string, command: (id: string) => string | readonly Step[], size: number): Variant {
  return {
    name,
    prepare: (core) => {
      const engine = core.createEngine()
      const place = placeIn(size)
      const given = command(place.id)
      const answer = engine.run(place.blueprint, given)
      expectApplied(answer, name)
      expectThat(answer.json === JSON.stringify(byHand(place).after), 'the same document as by hand')
      return { run: () => engine.run(place.blueprint, given) }
    },
  }
}

export const peerComparisons: readonly Comparison[] = SIZES.map((size): Comparison => ({
  name: `peers/one-edit-flat@${size}`,
  variants: [
    peer('by hand', () => byHand, size),
    engine(
      'engine, a step as data',
      (id) => [{ kind: 'set', targets: [id], property: 'text', value: TEXT }],
      size,
    ),
    engine('engine, a sentence', (id) => `change the text of #${id} to '${TEXT}'`, size),
    peer('immer, autoFreeze off', () => withImmer(false), size),
    peer('immer, default', () => withImmer(true), size),
    peer('mutative', () => withMutative, size),
    peer('structuredClone', () => withCopy, size),
    peer('fast-json-patch applyPatch', () => withJsonPatch, size),
    peer('fast-json-patch compare', () => withComparison, size),
  ],
}))
