import { describe, expect, it, test } from 'vitest'
import { applyPatch, createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()

describe('partial', () => {
  test.each<[string, readonly string[]]>([
    ['hide the logo and paint the unicorn red', ['logo']],
    ['paint the unicorn red and hide the logo', ['logo']],
    ['make the page title 10px wider; make the page title pop; hide the intro', ['page_title', 'intro']],
    ['hide the intro, hide the product card and hide the rule', ['intro', 'rule']],
    ['delete the rule, then make the rule red, then hide the intro', ['rule', 'intro']],
  ])('%s', (command, ids) => {
    const shop = shopScreen()
    const strict = engine.run(shop, command)
    expect(['rejected', 'clarify']).toContain(strict.status)
    expect(strict.blueprint).toBe(shop)
    const answer = engine.run(shop, command, { partial: true })
    expect(answer.status).toBe('partial')
    expect(answer.steps.map(({ status }) => status)).toContain('failed')
    expect(answer.steps.map(({ status }) => status)).toContain('applied')
    expect(answer.issues.some(({ severity }) => severity === 'error')).toBe(true)
    expect(answer.changed.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]))
    expect(JSON.stringify(applyPatch(shop, answer.patches))).toBe(answer.json)
    expect(JSON.stringify(applyPatch(answer.blueprint, answer.inverse))).toBe(JSON.stringify(shop))
    expect(JSON.parse(answer.delta)).toMatchObject({ status: 'partial' })
  })

  it('with nothing to fail it is applied, with nothing to apply it is refused', () => {
    const shop = shopScreen()
    expect(engine.run(shop, 'hide the logo', { partial: true }).status).toBe('applied')
    const refused = engine.run(shop, 'hide the unicorn and make it pop', { partial: true })
    expect([refused.status, refused.blueprint]).toEqual(['rejected', shop])
    expect(refused.blueprint).toBe(shop)
    expect(engine.run(shop, 'hide the product card', { partial: true }).status).toBe('clarify')
  })

  it('holds for steps as data', () => {
    const shop = shopScreen()
    const answer = engine.run(
      shop,
      [
        { kind: 'delete', targets: ['unicorn'] },
        { kind: 'delete', targets: ['rule'] },
      ],
      { partial: true },
    )
    expect(answer.status).toBe('partial')
    expect(answer.steps.map(({ status }) => status)).toEqual(['failed', 'applied'])
  })

  test.each([
    'make the page title 10px wider and make the unicron red',
    'make the page titel 10px wider, paint the unicorn red and hide the intro',
    'make the page title 10px wider, make the flurbl red, make the page foter green',
    'duplicate the rule and hide the lgoo and hide the unicorn',
  ])('does once what is done, also where words were misspelled: %s', (command) => {
    const shop = shopScreen()
    const text = JSON.stringify(shop)
    const answer = engine.run(shop, command, { partial: true })
    expect(JSON.stringify(shop)).toBe(text)
    expect(JSON.stringify(applyPatch(shop, answer.patches))).toBe(answer.json)
    expect(JSON.stringify(applyPatch(answer.blueprint, answer.inverse))).toBe(text)
    const width = answer.blueprint.components[1]!.bbox![2]
    expect(width).toBe(command.includes('wider') ? 250 : 240)
  })

  it('a part of several steps is done whole or not at all, and the report says which', () => {
    const shop = shopScreen()
    const answer = engine.run(shop, 'make the page title red with a font size of 0px, then hide the logo', {
      partial: true,
    })
    expect(answer.status).toBe('partial')
    expect(answer.steps.map(({ status, parameters }) => [status, parameters.length])).toEqual([
      ['failed', 2],
      ['applied', 1],
    ])
    expect(answer.steps[0]!.notes).toEqual([
      expect.stringContaining('font size'),
      expect.stringContaining('rolled back') as unknown,
    ])
    expect(answer.changed).toEqual([{ id: 'logo', properties: ['hidden'] }])
    expect(answer.json).toBe(engine.run(shop, 'hide the logo').json)
  })

  it('what a part that was taken back had written is overridden by nobody', () => {
    const answer = engine.run(
      shopScreen(),
      'make the page title red with a font size of 0px, then make the page title blue',
      { partial: true },
    )
    expect(answer.status).toBe('partial')
    expect(answer.issues.map(({ code }) => code)).toEqual(['value-invalid'])
  })

  it('undoes only what was done', () => {
    const session = engine.session(shopScreen())
    session.run('hide the logo and paint the unicorn red', { partial: true })
    session.undo()
    expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(shopScreen()))
  })
})
