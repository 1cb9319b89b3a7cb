import fc from 'fast-check'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint } from '../../../src/index.ts'
import { changedJson, jsonChanges } from '../byte-changes.ts'
import { changedObject, isUnsteady, objectChanges } from '../object-changes.ts'
import { checkRun, textOfAny } from '../promises.ts'
import { anyCase, anyDocument, caseAt, SAID } from '../samples.ts'
import { promise, target } from '../target.ts'

function isInternal(issues: readonly { readonly code: string }[]): boolean {
  return issues.some(({ code }) => code === 'internal')
}

export const documentTexts = target(
  'texts of documents',
  'documents whose JSON text has other values in some places',
  fc.record({ from: anyCase, changes: jsonChanges, said: fc.nat(SAID.length - 1) }),
  ({ from, changes, said }) => {
    const { document, command } = caseAt(from)
    let parsed: Blueprint
    try {
      parsed = JSON.parse(changedJson(JSON.stringify(document), changes)) as Blueprint
    } catch {
      return 'no JSON'
    }
    const engine = createEngine()
    const outcome = checkRun(engine, parsed, command)
    checkRun(engine, parsed, SAID[said]!)
    return outcome
  },
)

export const documentObjects = target(
  'documents as objects',
  'documents with other types, cycles, getters, proxies, frozen and deep parts in some places',
  fc.record({ document: anyDocument, changes: objectChanges, said: fc.nat(SAID.length - 1) }),
  ({ document, changes, said }) => {
    const hostile = changedObject(document, changes) as Blueprint
    const engine = createEngine()
    // What tells something else each time it is read has no state that could be kept.
    if (isUnsteady(changes)) {
      promise('no internal failure', !isInternal(engine.run(hostile, SAID[said]!).issues))
      engine.verify(hostile)
      return 'changing'
    }
    const before = textOfAny(hostile)
    const outcome = checkRun(engine, hostile, SAID[said]!)
    promise('verifying does not fail', !isInternal(engine.verify(hostile).issues))
    promise('planning does not fail', !isInternal(engine.plan(hostile, SAID[said]!).issues))
    engine.find(hostile, 'the first button')
    const session = engine.session(hostile)
    session.run(SAID[said]!)
    if (session.undo()) promise('undo leads back', textOfAny(session.blueprint) === before)
    promise('nothing is polluted', !('polluted' in {}))
    return outcome
  },
)
