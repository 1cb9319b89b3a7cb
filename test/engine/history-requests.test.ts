import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/command/step.ts'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { applyPatch } from '../../src/document/patch.ts'
import { createEngine } from '../../src/index.ts'
import type { Answer, Session } from '../../src/index.ts'
import { find, part, screenOf } from '../support/sound-change.ts'

const screen = (): Blueprint =>
  screenOf(
    part('title', [16, 16, 300, 40], { type: 'title', text: 'Sale' }),
    part('hero', [16, 72, 368, 100], { type: 'image', visual: { image_url: 'https://example.com/a.png' } }),
    part('footer', [16, 188, 368, 60], {
      type: 'footer',
      visual: { bg_color: '#FFFFFF' },
      children: [part('note', [32, 200, 100, 20], { text: 'Bye' })],
    }),
  )

const red: Step = { kind: 'set', targets: ['footer'], property: 'background', value: 'red' }
const bold: Step = { kind: 'set', targets: ['title'], property: 'fontWeight', value: 'bold' }
const tall: Step = { kind: 'resize', targets: ['hero'], height: { kind: 'by', px: 20 } }

function started(...steps: Step[]): Session {
  const session = createEngine().session(screen())
  for (const step of steps) expect(session.run([step]).status).toBe('applied')
  return session
}

/** Runs a request and checks that its answer is a change like any other. */
function ask(session: Session, step: Step): Answer {
  const before = session.blueprint
  const text = JSON.stringify(before)
  const answer = session.run([step])
  expect(answer.blueprint).toBe(session.blueprint)
  expect(applyPatch(before, answer.patches)).toEqual(answer.blueprint)
  expect(JSON.stringify(applyPatch(answer.blueprint, answer.inverse))).toBe(text)
  return answer
}

describe('undo and redo', () => {
  it('go back and forth, so many as are said', () => {
    const session = started(red, bold)
    const after = JSON.stringify(session.blueprint)
    const back = ask(session, { kind: 'history', action: 'undo', count: 2 })
    expect(back.status).toBe('applied')
    expect(session.blueprint).toEqual(screen())
    expect(back.changed.map(({ id }) => id).sort()).toEqual(['footer', 'title'])
    expect(ask(session, { kind: 'history', action: 'redo', count: 2 }).status).toBe('applied')
    expect(JSON.stringify(session.blueprint)).toBe(after)
  })

  it('are refused where there is not so much', () => {
    const session = started(red)
    expect(ask(session, { kind: 'history', action: 'undo', count: 2 }).status).toBe('rejected')
    expect(session.position).toBe(1)
    expect(ask(session, { kind: 'history', action: 'redo' }).issues[0]!.message).toContain('nothing to redo')
  })

  it('need a session', () => {
    const { status, issues } = createEngine().run(screen(), [{ kind: 'history', action: 'undo' }])
    expect([status, issues[0]!.code]).toEqual(['rejected', 'session-needed'])
  })
})

describe('one change is taken back', () => {
  it('where nothing later depends on it', () => {
    const session = started(red, bold, tall)
    const answer = ask(session, { kind: 'history', action: 'undo-change', targets: ['footer'] })
    expect(answer.status).toBe('applied')
    expect(find(session.blueprint, 'footer').visual).toEqual({ bg_color: '#FFFFFF' })
    expect(find(session.blueprint, 'title').visual).toEqual({ font_weight: 'bold' })
    // It was pushed by a later command, and still is.
    expect(find(session.blueprint, 'footer').bbox![1]).toBe(208)
    expect(session.undo()).toBe(true)
    expect(find(session.blueprint, 'footer').visual).toEqual({ bg_color: '#FF0000' })
  })

  it('with what later ones made in between', () => {
    const session = started(red, { kind: 'duplicate', targets: ['title'] })
    ask(session, { kind: 'history', action: 'undo-change', targets: ['footer'] })
    expect(session.blueprint.components.map(({ id }) => id)).toEqual([
      'title',
      'title_copy',
      'hero',
      'footer',
    ])
  })

  it('not where one does: that is named', () => {
    const session = started(red, { ...red, value: 'navy' })
    session.rename(1, 'the footer red')
    session.rename(2, 'the footer navy')
    const first = ask(session, { kind: 'history', action: 'undo-change', targets: ['footer'] })
    expect(first.status).toBe('applied')
    const copies = started({ kind: 'duplicate', targets: ['title'] }, { ...bold, targets: ['title_copy'] })
    copies.rename(2, 'the copy bold')
    const { status, issues } = ask(copies, { kind: 'history', action: 'undo-change', targets: ['title'] })
    expect([status, issues[0]!.message]).toEqual([
      'rejected',
      expect.stringContaining('the copy bold') as unknown,
    ])
  })

  it('a change inside it is a change of it; one that only pushed it is none', () => {
    const inner: Step = { kind: 'set', targets: ['note'], property: 'text', value: 'See you' }
    const session = started(inner, tall)
    ask(session, { kind: 'history', action: 'undo-change', targets: ['footer'] })
    expect(find(session.blueprint, 'note').text).toBe('Bye')
    expect(ask(session, { kind: 'history', action: 'undo-change', targets: ['nobody'] }).status).toBe(
      'rejected',
    )
  })
})

describe('a property is restored', () => {
  it('to its value before its last change', () => {
    const session = started(
      { kind: 'set', targets: ['hero'], property: 'imageUrl', value: 'https://example.com/b.png' },
      bold,
    )
    const restore: Step = { kind: 'history', action: 'restore', targets: ['hero'], property: 'imageUrl' }
    expect(ask(session, restore).status).toBe('applied')
    expect(find(session.blueprint, 'hero').visual!.image_url).toBe('https://example.com/a.png')
    expect(find(session.blueprint, 'title').visual!.font_weight).toBe('bold')
  })

  it('not where it was never another one', () => {
    const restore: Step = { kind: 'history', action: 'restore', targets: ['hero'], property: 'alt' }
    expect(ask(started(bold), restore).status).toBe('rejected')
  })
})
