import { describe, expect, it } from 'vitest'
import type { Step, Target } from '../../src/command/step.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { Execution } from '../../src/execute/executor.ts'
import { boxOf, find, part, runSteps, screenOf } from '../support/sound-change.ts'

const document = screenOf(
  part('title', [16, 16, 200, 40], { visual: { bg_color: '#FFFFFF' } }),
  part('card', [16, 72, 200, 100], { type: 'card', children: [part('in', [26, 82, 50, 20])] }),
  part('foot', [16, 188, 200, 40]),
)

const color = (target: Target, value: string): Step => ({
  kind: 'set',
  targets: [target],
  property: 'background',
  value,
})

describe('what steps know of one another', () => {
  it('later steps act on what earlier ones made', () => {
    const { after, errors } = runSteps(document, [
      { kind: 'add', component: { type: 'text' }, place: { kind: 'after', anchor: 'title' } },
      color({ madeBy: 0 }, 'red'),
      { kind: 'duplicate', targets: [{ madeBy: 0 }], count: 2 },
      color({ madeBy: 2 }, 'lime'),
      { kind: 'move', targets: [{ madeBy: 2 }], place: { kind: 'inside', anchor: 'card', at: 'end' } },
      { kind: 'add', component: { type: 'icon' }, place: { kind: 'after', anchor: { madeBy: 0 } } },
    ])
    expect(errors).toEqual([])
    expect(after.components.map(({ id }) => id)).toEqual(['title', 'text_4', 'icon_1', 'card', 'foot'])
    expect(find(after, 'text_4').visual).toEqual({ bg_color: '#FF0000' })
    expect(find(after, 'card').children!.map(({ id, visual }) => [id, visual?.bg_color])).toEqual([
      ['in', undefined],
      ['text_4_copy', '#00FF00'],
      ['text_4_copy_2', '#00FF00'],
    ])
  })

  it.each<[Step, string, string]>([
    [color('card', 'red'), 'conflict-deleted', 'card'],
    [color('in', 'red'), 'conflict-deleted', 'in'],
    [{ kind: 'delete', targets: ['card'] }, 'conflict-deleted', 'card'],
    [{ kind: 'move', targets: ['title'], place: { kind: 'after', anchor: 'in' } }, 'conflict-deleted', 'in'],
    [
      { kind: 'add', component: { type: 'text' }, place: { kind: 'inside', anchor: 'card', at: 'end' } },
      'conflict-deleted',
      'card',
    ],
    [{ kind: 'swap', a: 'title', b: 'card' }, 'conflict-deleted', 'card'],
    [color('nobody', 'red'), 'reference-unknown', 'nobody'],
    [color('__proto__', 'red'), 'reference-unknown', '__proto__'],
    [color('constructor', 'red'), 'reference-unknown', 'constructor'],
  ])('after card was deleted, %j is refused', (step, code, id) => {
    const { errors } = runSteps(document, [{ kind: 'delete', targets: ['card'] }, step])
    expect(errors).toMatchObject([[{ code, id, severity: 'error' }]])
    if (code === 'conflict-deleted')
      expect(errors[0]![0]!.message).toBe(`Step 2 needs #${id}, which step 1 deleted.`)
  })

  it('an id that was deleted is not given again', () => {
    const { after } = runSteps(document, [
      { kind: 'add', component: { type: 'text' } },
      { kind: 'delete', targets: [{ madeBy: 0 }] },
      { kind: 'add', component: { type: 'text' } },
    ])
    expect(after.components.at(-1)!.id).toBe('text_5')
  })

  it('what made nothing, or has not run, is no target', () => {
    for (const step of [color({ madeBy: 0 }, 'red'), color({ madeBy: 7 }, 'red')]) {
      expect(runSteps(document, [color('title', 'red'), step]).errors).toMatchObject([
        [{ code: 'reference-unknown' }],
      ])
    }
    const failed = runSteps(document, [
      { kind: 'add', component: { type: 'text' }, count: 0 },
      color({ madeBy: 0 }, 'red'),
    ])
    expect(failed.errors.map(([issue]) => issue!.code)).toEqual(['value-invalid', 'reference-unknown'])
  })

  it('a later value wins, and says so', () => {
    const { after, outcomes } = runSteps(document, [
      color('title', 'red'),
      color('card', 'red'),
      color('title', 'blue'),
    ])
    expect(find(after, 'title').visual).toMatchObject({ bg_color: '#0000FF' })
    expect(outcomes.map(({ issues }) => issues)).toMatchObject([
      [],
      [],
      [
        {
          code: 'overridden',
          id: 'title',
          severity: 'note',
          message: 'Step 3 overrides the background of #title that step 1 had set.',
        },
      ],
    ])
  })

  it('the same value again, or a change that builds on it, overrides nothing', () => {
    const { outcomes } = runSteps(document, [
      { kind: 'set', targets: ['title'], property: 'padding', value: 8 },
      { kind: 'adjust', targets: ['title'], property: 'padding', by: 8 },
      { kind: 'set', targets: ['title'], property: 'padding', value: 16 },
    ])
    expect(outcomes.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['no-effect'])
  })

  it('holds for sizes and tokens too', () => {
    const { outcomes } = runSteps(document, [
      { kind: 'resize', targets: ['title'], width: { kind: 'to', px: 100 } },
      { kind: 'resize', targets: ['title'], width: { kind: 'to', px: 120 } },
      { kind: 'token', token: 'baseSpacing', value: 4 },
      { kind: 'token', token: 'baseSpacing', value: 8 },
    ])
    expect(outcomes.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['overridden'],
      [],
      ['overridden'],
    ])
  })
})

describe('a step that fails', () => {
  it('leaves everything as it was before it, also for later steps', () => {
    const index = new DocumentIndex(document)
    const transaction = new Transaction(index)
    const execution = new Execution(transaction)
    expect(execution.run(color('title', 'red'), 0).ok).toBe(true)
    const mark = transaction.savepoint()
    const failing = execution.run(
      { kind: 'resize', targets: ['card', 'nobody'], width: { kind: 'to', px: 10 } },
      1,
    )
    expect(failing).toMatchObject({ ok: false, error: [{ code: 'reference-unknown' }] })
    expect(transaction.savepoint()).toBe(mark)
    const swapped = execution.run(
      { kind: 'duplicate', targets: ['card'], place: { kind: 'after', anchor: 'in' } },
      2,
    )
    expect(swapped.ok).toBe(false)
    expect(transaction.savepoint()).toBe(mark)
    const { after, changed } = commit(transaction)
    expect(changed).toEqual([{ id: 'title', properties: ['background'] }])
    expect(boxOf(after, 'card')).toEqual([16, 72, 200, 100])
  })

  it('names every unknown id', () => {
    const { errors } = runSteps(document, [{ kind: 'pill', targets: ['x', 'title', 'y'] }])
    expect(errors[0]!.map(({ id }) => id)).toEqual(['x', 'y'])
  })

  it('keeps to the limit of components', () => {
    const transaction = new Transaction(new DocumentIndex(document))
    const execution = new Execution(transaction, { maxComponents: 5 })
    expect(execution.run({ kind: 'add', component: { type: 'text' } }, 0).ok).toBe(true)
    expect(execution.run({ kind: 'add', component: { type: 'text' } }, 1)).toMatchObject({
      ok: false,
      error: [{ code: 'document-too-large' }],
    })
  })
})
