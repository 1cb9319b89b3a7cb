import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/core/index.ts'
import { shopScreen } from '../../support/shop-screen.ts'

const engine = createEngine()

describe('a session', () => {
  it('starts with its document and no history', () => {
    const shop = shopScreen()
    const session = engine.session(shop)
    expect(session.blueprint).toBe(shop)
    expect(session.history).toEqual([])
    expect([session.canUndo, session.canRedo, session.undo(), session.redo()]).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(session.blueprint).toBe(shop)
  })

  it('remembers what was applied, by its words', () => {
    const session = engine.session(shopScreen())
    session.run('hide the logo')
    session.run('hide the unicorn')
    session.run('make the logo and the intro')
    session.run('hide the logo')
    session.run([{ kind: 'pill', targets: ['order_button'] }])
    expect(session.history).toEqual([
      { step: 1, label: 'hide the logo', applied: true },
      { step: 2, label: '1 steps', applied: true },
    ])
  })

  it('goes on where undo left it, and forgets what was undone', () => {
    const session = engine.session(shopScreen())
    session.run('make the page title red')
    session.run('make the page title bold')
    session.undo()
    expect(session.history.map(({ applied }) => applied)).toEqual([true, false])
    expect(session.canRedo).toBe(true)
    const answer = session.run('make the page title italic')
    expect(session.blueprint).toBe(answer.blueprint)
    expect(session.canRedo).toBe(false)
    expect(session.history.map(({ label }) => label)).toEqual([
      'make the page title red',
      'make the page title italic',
    ])
    expect(session.blueprint.components[1]!.visual).toMatchObject({
      text_color: '#FF0000',
      font_style: 'italic',
    })
    expect(session.blueprint.components[1]!.visual).not.toHaveProperty('font_weight')
  })

  it('a refused command leaves redo alone', () => {
    const session = engine.session(shopScreen())
    session.run('hide the logo')
    session.undo()
    session.run('hide the unicorn')
    expect(session.redo()).toBe(true)
    expect(session.blueprint.components[0]!.children![0]!.visual?.hidden).toBe(true)
  })

  it('goes back to a checkpoint and forth again', () => {
    const session = engine.session(shopScreen())
    session.checkpoint('start')
    session.run('hide the logo')
    session.checkpoint('no logo')
    session.run('delete the rule')
    const texts = JSON.stringify(session.blueprint)
    session.rollbackTo('start')
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(shopScreen()))
    session.rollbackTo('no logo')
    expect(session.history).toEqual([
      { step: 1, label: 'hide the logo', name: 'no logo', applied: true },
      { step: 2, label: 'delete the rule', applied: false },
    ])
    session.rollbackTo(2)
    expect(JSON.stringify(session.blueprint)).toBe(texts)
  })

  it.each(['nowhere', -1, 3, 0.5, Number.NaN, '__proto__', ''])(
    'does not move for a state that is not there: %s',
    (state) => {
      const session = engine.session(shopScreen())
      session.run('hide the logo')
      const { blueprint } = session
      expect(() => session.rollbackTo(state)).toThrow(RangeError)
      expect(session.blueprint).toBe(blueprint)
      expect(session.canUndo).toBe(true)
    },
  )

  it('keeps as many steps as it may', () => {
    const session = engine.session(shopScreen(), { history: { maxEntries: 2 } })
    for (const color of ['red', 'green', 'blue']) session.run(`make the page title ${color}`)
    expect(session.history.map(({ step }) => step)).toEqual([2, 3])
    expect([session.undo(), session.undo(), session.undo()]).toEqual([true, true, false])
    expect(session.blueprint.components[1]!.visual?.text_color).toBe('#FF0000')
  })

  it('takes part of a command where that is asked for', () => {
    const session = engine.session(shopScreen())
    const answer = session.run('hide the logo and paint the unicorn red', { partial: true })
    expect(answer.status).toBe('partial')
    expect(session.blueprint).toBe(answer.blueprint)
    expect(session.undo()).toBe(true)
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(shopScreen()))
  })

  it('two sessions on one document do not see each other', () => {
    const shop = shopScreen()
    const one = engine.session(shop)
    const other = engine.session(shop)
    one.run('make the page title red')
    other.run('make the page title blue')
    one.run('make the page title bold')
    other.undo()
    expect(JSON.stringify(other.blueprint)).toBe(JSON.stringify(shop))
    expect(one.blueprint.components[1]!.visual).toMatchObject({ text_color: '#FF0000', font_weight: 'bold' })
    one.undo()
    one.undo()
    expect(JSON.stringify(one.blueprint)).toBe(JSON.stringify(shop))
  })

  it('a document that is none is refused at each command', () => {
    const session = engine.session({ components: 5 } as never)
    expect(session.run('hide the logo').status).toBe('rejected')
    expect(session.history).toEqual([])
    expect(session.undo()).toBe(false)
  })
})
