import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint, Step } from '../../../src/index.ts'
import { contentOf } from '../../property/samples.ts'
import { batches } from '../../support/batches.ts'
import { changedObject, isUnsteady, objectChanges } from '../object-changes.ts'
import { checkRun } from '../promises.ts'
import { anyCase, caseAt, sentences, stepsOf } from '../samples.ts'
import { isSame, promise, target } from '../target.ts'

const engine = createEngine()

export const stepData = target(
  'steps',
  'the steps of a sentence with other types, keys and values in some places',
  fc.record({ sentence: sentences, changes: objectChanges }),
  ({ sentence: { document, command }, changes }) => {
    const steps = changedObject(stepsOf(document, command), changes) as readonly Step[]
    if (isUnsteady(changes)) {
      const { issues } = engine.run(document, steps)
      promise(
        'no internal failure',
        issues.every(({ code }) => code !== 'internal'),
      )
      return 'changing'
    }
    return checkRun(engine, document, steps)
  },
)

export const batchLists = target(
  'batches',
  'lists of commands that meddle with one another, with other things among them',
  fc.record({ batch: batches, changes: fc.oneof(fc.constant([]), objectChanges) }),
  ({ batch: { document, commands }, changes }) => {
    const list = changedObject(commands, changes) as readonly (string | readonly Step[])[]
    // Hostile lists are for the last check: what changes or throws when it is read says nothing twice.
    const plain = changes.length === 0 ? list : commands
    const before = JSON.stringify(document)
    const other = createEngine()
    let last = JSON.parse(before) as Blueprint
    const singles = plain.map((command) => {
      const answer = other.run(last, command)
      last = answer.blueprint
      return answer
    })
    const each = engine.batch(document, plain, { atomic: false })
    isSame('a batch is its commands one after the other', each.json, JSON.stringify(last))
    each.answers.forEach((answer, i) =>
      promise(
        `answer ${i} is that of the command alone`,
        isDeepStrictEqual(contentOf(answer), contentOf(singles[i]!)),
      ),
    )
    const all = engine.batch(document, list)
    promise(
      'no exception gets lost in a batch',
      all.issues.every(({ code }) => code !== 'internal'),
    )
    if (all.status === 'rejected') promise('a refused batch changes nothing', all.blueprint === document)
    promise('the input is not changed', JSON.stringify(document) === before)
    return all.status
  },
)

export const sessionData = target(
  'sessions as data',
  'written sessions with other values in some places, taken up again',
  fc.record({
    from: anyCase,
    more: fc.array(anyCase, { maxLength: 4 }),
    undone: fc.nat(3),
    changes: objectChanges,
  }),
  ({ from, more, undone, changes }) => {
    const { document, command } = caseAt(from)
    const session = engine.session(document)
    for (const one of [command, ...more.map((i) => caseAt(i).command)]) session.run(one)
    session.checkpoint('here', 0)
    for (let i = 0; i < undone; i++) session.undo()
    const data = changedObject(JSON.parse(JSON.stringify(session)), changes)
    const taken = createEngine().sessionFromJSON(data)
    if (!taken.ok) {
      promise('it is told why', taken.error.length > 0)
      promise(
        'no internal failure',
        taken.error.every(({ code }) => code !== 'internal'),
      )
      return 'refused'
    }
    if (isUnsteady(changes)) return 'changing'
    const revived = taken.value
    const before = JSON.stringify(revived.blueprint)
    let steps = 0
    while (revived.undo()) steps++
    for (let i = 0; i < steps; i++) revived.redo()
    isSame('redo leads back to where undo began', JSON.stringify(revived.blueprint), before)
    while (revived.redo());
    revived.rollbackTo(revived.size.dropped)
    return 'taken up'
  },
)
