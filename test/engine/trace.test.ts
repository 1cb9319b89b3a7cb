import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Trace, TraceClause, TraceReference } from '../../src/command/trace.ts'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { ownCorpus } from '../support/corpus-case.ts'

const shop = JSON.parse(
  readFileSync(new URL('../../examples/shop.json', import.meta.url), 'utf8'),
) as Blueprint

function traceOf(command: string): Trace {
  return createEngine().run(shop, command).trace
}

function onlyClause(command: string): TraceClause {
  const { clauses } = traceOf(command)
  expect(clauses).toHaveLength(1)
  return clauses[0]!
}

function reasonOf({ readings }: TraceClause, family: string): string[] {
  return readings.filter((reading) => reading.family === family).map(({ reason }) => reason)
}

function referenceTo(clause: TraceClause, phrase: string): TraceReference {
  const reference = clause.references.find((one) => one.phrase === phrase)
  if (reference === undefined) throw new Error(`no phrase ${phrase} in ${JSON.stringify(clause.references)}`)
  return reference
}

describe('readings', () => {
  it('tells the likeliest reading with what it costs', () => {
    const { readings } = onlyClause('hide the promo text')
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ family: 'hide', accepted: true })
    expect(readings[0]!.reason).toMatch(/^the likeliest reading, cost -?\d+$/)
  })

  it('tells how much less likely others are, and what they would have meant', () => {
    const clause = onlyClause('change the title of the first card to "Boots"')
    expect(clause.readings[0]).toMatchObject({ family: 'look', accepted: true })
    expect(reasonOf(clause, 'look')).toContainEqual(
      expect.stringMatching(/^in another way, less likely by \d+; it would mean #product_card_1$/),
    )
  })

  it('tells why a likelier reading lost', () => {
    const clause = onlyClause('remove the link of the hero')
    expect(clause.readings.filter(({ accepted }) => accepted)).toMatchObject([{ family: 'delete' }])
    const other = onlyClause('remove the link of the first card')
    expect(reasonOf(other, 'delete')).toEqual([
      '"the link of the first card" fits nothing: each of 9 is not inside "the first card"',
    ])
    expect(reasonOf(other, 'clear')[0]).toBe('the first reading that means something here')
  })

  it('tells of what was said inside a topic', () => {
    const [, clause] = traceOf('in the footer, make the text bigger').clauses
    expect(reasonOf(clause!, 'look')[0]).toMatch(/^inside the topic, /)
  })

  it('tells that what fits several was not guessed', () => {
    const clause = onlyClause('delete the badge')
    expect(clause.readings.some(({ accepted }) => accepted)).toBe(false)
    expect(reasonOf(clause, 'delete')).toEqual(['"the badge" fits 2 components'])
    expect(referenceTo(clause, 'the badge')).toEqual({
      phrase: 'the badge',
      candidates: ['product_badge_1', 'product_badge_3'].map((id) => ({
        id,
        score: 1,
        why: 'fits, and nothing decides which is meant',
      })),
      chosen: [],
    })
  })

  it('tells how far each family came where none could read on', () => {
    const clause = onlyClause('make the hero image bigger sparkly')
    expect(reasonOf(clause, 'make')).toEqual(['reads "make the hero image bigger" and no further'])
    expect(reasonOf(clause, 'swap')).toEqual(['cannot read these words to their end'])
    expect(clause.references).toEqual([])
  })

  it('tells of all parts, whichever failed', () => {
    const { clauses } = traceOf('make it pop, then darken the footer')
    expect(clauses.map(({ text }) => text)).toEqual(['make it pop', 'darken the footer'])
    expect(referenceTo(clauses[1]!, 'the footer').chosen).toEqual(['footer'])
  })
})

describe('corrections', () => {
  it('tells which words were read as others', () => {
    const { command, corrections, clauses } = traceOf('make the hedaer redd')
    expect(command).toBe('make the hedaer redd')
    expect(corrections).toEqual([
      { from: 'hedaer', to: 'header', kind: 'spelling' },
      { from: 'redd', to: 'red', kind: 'spelling' },
    ])
    expect(clauses.map(({ text }) => text)).toEqual(['make the header red'])
    expect(traceOf('make the header red').corrections).toEqual([])
  })
})

describe('references', () => {
  it.each<[string, string, string, string]>([
    ['hide the second card', 'the second card', 'product_card_1', 'is not number 2'],
    ['hide the last link in the footer', 'the last link in the footer', 'help_link', 'is not the last'],
    [
      'hide the last link in the footer',
      'the last link in the footer',
      'men_link',
      'is not inside "the footer"',
    ],
    ['hide the first two cards', 'the first two cards', 'product_card_4', 'is not among the first 2'],
    ['hide the odd cards', 'the odd cards', 'product_card_2', 'is not odd'],
    ['hide the dark card', 'the dark card', 'product_card_1', 'is not dark'],
    ['hide the biggest image', 'the biggest image', 'product_image_1', 'has not the most of it'],
    ['hide cards without a badge', 'cards without a badge', 'product_card_1', 'has a badge'],
    ['hide cards with a badge', 'cards with a badge', 'product_card_2', 'has no badge'],
    ['hide the cart button', 'the cart button', 'subscribe_button', 'is not called "cart"'],
    [
      'hide the button that says "Subscribe"',
      'the button that says "Subscribe"',
      'cart_button',
      'does not say "Subscribe"',
    ],
    ['hide all buttons except the cart button', 'all buttons', 'cart_button', 'is excepted'],
    [
      'hide the first badge, then make the others red',
      'the others',
      'product_badge_1',
      'was spoken of before',
    ],
  ])('%s: why not others', (command, phrase, id, why) => {
    const clause = traceOf(command).clauses.at(-1)!
    const reference = referenceTo(clause, phrase)
    expect(reference.chosen).not.toContain(id)
    expect(reference.candidates.find((candidate) => candidate.id === id)).toMatchObject({ why })
  })

  it('explains the phrases in a phrase, and the places and likenesses of a wish', () => {
    const [clause] = traceOf('move the promo text between the hero and the product list').clauses
    expect(clause!.references.map(({ phrase, chosen }) => [phrase, chosen])).toEqual([
      ['the promo text', ['promo_text']],
      ['the hero', ['hero']],
      ['the product list', ['product_list']],
    ])
    const like = onlyClause('make the cart button as wide as the image of the second card')
    expect(like.references.map(({ chosen }) => chosen)).toEqual([
      ['cart_button'],
      ['product_image_2'],
      ['product_card_2'],
    ])
  })

  it('puts what fits most things said first', () => {
    const { candidates } = referenceTo(
      onlyClause('hide the last link in the footer'),
      'the last link in the footer',
    )
    const scores = candidates.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(candidates[0]).toEqual({ id: 'returns_link', score: 1, why: 'type link' })
  })
})

test('rules are told of only where they ran', () => {
  expect(traceOf('make the header red').rules.length).toBeGreaterThan(0)
  for (const command of ['make it pop', 'delete the badge', '', 'x'.repeat(20_000)])
    expect(traceOf(command).rules).toEqual([])
})

/** The trace plans the command once more: it must tell of what was done, not of something else. */
describe('what the trace tells is what the answer did', () => {
  test.each(ownCorpus().map((file) => [file.name, file] as const))('%s', (_, { cases, document }) => {
    for (const kase of cases) {
      const answer = createEngine().run(document(kase), kase.command)
      if (answer.status !== 'applied') continue
      const { clauses, corrections } = answer.trace
      expect(clauses.map(({ span }) => span)).toEqual(answer.steps.map(({ span }) => span))
      expect(answer.steps[0]?.corrections ?? []).toMatchObject(corrections)
      for (const [i, { readings, references }] of clauses.entries()) {
        const { intent, targets } = answer.steps[i]!
        const accepted = readings.filter((reading) => reading.accepted)
        expect([kase.command, accepted.map(({ family }) => family)]).toEqual([kase.command, [intent]])
        const told = new Set(references.flatMap(({ chosen }) => chosen))
        for (const { id } of targets)
          // What these families add was nowhere to be looked up.
          if (
            intent !== 'add' &&
            intent !== 'need' &&
            !/^(?:one|section|in-each|append|raise|cheaper|replace-words|remove-words)/.test(intent)
          )
            expect([kase.command, [...told]]).toEqual([kase.command, expect.arrayContaining([id])])
      }
    }
  })
})
