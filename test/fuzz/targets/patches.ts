import fc from 'fast-check'
import { applyPatch, createEngine, PatchError } from '../../../src/index.ts'
import type { Patch } from '../../../src/index.ts'
import { patchedCopy } from '../../support/json-patch.ts'
import { changedObject, objectChanges } from '../object-changes.ts'
import { textOfAny } from '../promises.ts'
import { sentences } from '../samples.ts'
import { isSame, promise, target } from '../target.ts'

const engine = createEngine()

const key = fc.constantFrom(
  'components',
  'tokens',
  'visual',
  'children',
  'bbox',
  '0',
  '1',
  '-',
  '01',
  '-1',
  '1e0',
  '',
  '~0',
  '~1',
  '~',
  '~2',
  '__proto__',
  'constructor',
  'prototype',
  'length',
  'toString',
  '4294967295',
)
const pointer = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(key, { maxLength: 5 }).map((keys) => keys.map((one) => `/${one}`).join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const operation = fc.record(
  {
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'ADD', '__proto__'),
    path: pointer,
    from: pointer,
    value: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: ['op', 'path'] },
)

/** What came of patching, by whoever did it. */
type Patched = { readonly text: string | null } | { readonly error: unknown }

function patched(run: () => unknown): Patched {
  try {
    return { text: textOfAny(run()) }
  } catch (error) {
    return { error }
  }
}

export const patches = target(
  'patches',
  'the patches of a command among random ones, with other values in some places',
  fc.record({
    sentence: sentences,
    more: fc.array(operation, { maxLength: 4 }),
    changes: fc.oneof(fc.constant([]), objectChanges),
  }),
  ({ sentence: { document, command }, more, changes }) => {
    const before = JSON.stringify(document)
    const own = engine.run(document, command).patches
    const list = changedObject([...own, ...more], changes) as readonly Patch[]
    const text = textOfAny(list)
    const ours = patched(() => applyPatch(document, list))
    promise('the document is not changed', JSON.stringify(document) === before)
    promise('nothing is polluted', !('polluted' in {}))
    if ('error' in ours && changes.length > 0) return 'refused'
    if ('error' in ours)
      promise(`only a PatchError is thrown, got ${String(ours.error)}`, ours.error instanceof PatchError)
    if (changes.length > 0 || text === null) return 'applied'
    const theirs = patched(() => patchedCopy(document, JSON.parse(text) as unknown[]))
    if ('error' in theirs)
      promise(`what another implementation refuses is refused: ${String(theirs.error)}`, 'error' in ours)
    else if ('error' in ours) promise(`what another takes is taken: ${String(ours.error)}`, false)
    else isSame('the result is that of another implementation', String(ours.text), String(theirs.text))
    return 'error' in ours ? 'refused' : 'applied'
  },
)
