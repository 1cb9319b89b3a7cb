import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

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
      { step: 2, label: '1 step', applied: true },
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

describe('rollbackInto', () => {
  const command = 'make the page title red, then make the page title bold, then delete the rule'

  it('keeps the first parts of a command', () => {
    const session = engine.session(shopScreen())
    session.run('hide the logo')
    session.run(command)
    session.run('make the page title italic')
    const answer = session.rollbackInto(2, 2)
    expect(answer.status).toBe('applied')
    expect(session.blueprint).toBe(answer.blueprint)
    const wanted = engine.session(shopScreen())
    wanted.run('hide the logo')
    wanted.run('make the page title red, then make the page title bold')
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(wanted.blueprint))
    expect(session.history.map(({ label }) => label)).toEqual([
      'hide the logo',
      `${command} (the first 2 of 3 parts)`,
    ])
    session.undo()
    expect(JSON.stringify(session.blueprint)).toBe(engine.run(shopScreen(), 'hide the logo').json)
  })

  it('keeps none or all of them', () => {
    const session = engine.session(shopScreen())
    session.run(command)
    const text = JSON.stringify(session.blueprint)
    session.rollbackInto(1, 3)
    expect(JSON.stringify(session.blueprint)).toBe(text)
    session.rollbackInto(1, 0)
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(shopScreen()))
    expect(session.canUndo).toBe(false)
  })

  it('works where parts act on what earlier ones made', () => {
    const session = engine.session(shopScreen())
    session.run('duplicate the rule, then make it red, then add a button "Go" and make it bold')
    const all = JSON.stringify(session.blueprint)
    session.rollbackInto(1, 2)
    const two = engine.run(shopScreen(), 'duplicate the rule, then make it red')
    expect(JSON.stringify(session.blueprint)).toBe(two.json)
    expect(JSON.stringify(session.blueprint)).not.toBe(all)
  })

  test.each([-1, 4, 0.5, Number.NaN, '1'])('refuses %s parts of three', (parts) => {
    const session = engine.session(shopScreen())
    session.run(command)
    const { blueprint } = session
    expect(() => session.rollbackInto(1, parts as number)).toThrow(/parts of step 1 in 0\.\.3/)
    expect(() => session.rollbackInto(2, 1)).toThrow(RangeError)
    expect(session.blueprint).toBe(blueprint)
  })

  it('knows no parts of what was done in part', () => {
    const session = engine.session(shopScreen())
    session.run('hide the logo and paint the unicorn red', { partial: true })
    expect(() => session.rollbackInto(1, 1)).toThrow(/in 0\.\.0/)
  })

  it('nothing moves where the parts alone are refused', () => {
    const strict = createEngine({ limits: { maxSteps: 1 } })
    const session = strict.session(shopScreen())
    session.run('make the page title red and bold')
    session.run('hide the logo')
    const before = JSON.stringify(session)
    const answer = session.rollbackInto(1, 1)
    expect(answer.status).toBe('rejected')
    expect(JSON.stringify(session)).toBe(before)
    expect(session.undo()).toBe(true)
  })
})
