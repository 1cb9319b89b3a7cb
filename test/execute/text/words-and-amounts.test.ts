import { describe, expect, it } from 'vitest'
import type { AmountChange, WordEdit } from '../../../src/command/content-steps.ts'
import { changeAmount } from '../../../src/execute/text/amounts.ts'
import { editText } from '../../../src/execute/text/words-in-text.ts'

const replace = (find: string, by: string, part = false): WordEdit => ({
  kind: 'replace',
  find,
  with: by,
  part,
})

describe('words in a text', () => {
  it.each<[string, WordEdit, string, number]>([
    ['Bags and more bags, BAGS', replace('Bags', 'Luggage'), 'Luggage and more luggage, LUGGAGE', 3],
    ['Bagsy', replace('Bags', 'Luggage'), 'Bagsy', 0],
    ['Bagsy', replace('Bags', 'Luggage', true), 'Luggagey', 1],
    ['Your adress here', replace('adress', 'address'), 'Your address here', 1],
    ['C++ and C', replace('C++', 'Rust'), 'Rust and C', 1],
    ['aaa', replace('a', 'aa', true), 'aaaaaa', 3],
    ['İstanbul bags', replace('bags', 'Luggage'), 'İstanbul Luggage', 1],
    ['Save more now!', { kind: 'remove', find: 'now' }, 'Save more!', 1],
    ['Only now, only here', { kind: 'remove', find: 'only' }, 'now, here', 2],
    ['Hello', { kind: 'append', text: '!' }, 'Hello!', 1],
    ['Hello', { kind: 'prepend', text: 'New: ' }, 'New: Hello', 1],
  ])('%j %j', (text, edit, expected, count) => {
    expect(editText(text, edit)).toEqual({ text: expected, count })
  })

  it('takes time in proportion to the text', () => {
    const text = 'ab '.repeat(30_000)
    expect(editText(text, replace('ab', 'c')).count).toBe(30_000)
  })
})

describe('an amount in a text', () => {
  it.each<[string, AmountChange, string]>([
    ['$19.99', { factor: 1.1 }, '$21.99'],
    ['$1,000.50 per month', { factor: 2 }, '$2,001.00 per month'],
    ['1.000,50 €', { factor: 2 }, '2.001,00 €'],
    ['CHF 1’200'.replace('’', "'"), { by: -200 }, 'CHF 1,000'.replace(',', "'")],
    ['$999', { by: 1 }, '$1000'],
    ['$5 off 3 items', { by: 1 }, '$6 off 3 items'],
    ['$19', { factor: 1.1 }, '$20.90'],
    ['$19.49', { roundTo: 1 }, '$19'],
    ['$19.49', { roundTo: 0.05 }, '$19.50'],
    ['Up to 10 people', { to: 12 }, 'Up to 12 people'],
    ['from 3 kg', { factor: 2 }, 'from 6 kg'],
    ['1 200 kr', { factor: 2 }, '2 400 kr'],
  ])('%s %j is %s', (text, change, expected) => {
    expect(changeAmount(text, change)).toEqual({ ok: true, value: expected })
  })

  it.each(['no number', '$5 to $10', 'room 3, floor 2', '1.2.3.4'])('cannot be told in %j', (text) => {
    expect(changeAmount(text, { by: 1 }).ok).toBe(false)
  })

  it('does not fall below nothing', () => {
    expect(changeAmount('$5', { by: -6 }).ok).toBe(false)
  })

  it('takes time in proportion to the text', () => {
    expect(changeAmount('1 '.repeat(20_000), { by: 1 }).ok).toBe(false)
    expect(changeAmount('1,'.repeat(20_000), { by: 1 }).ok).toBe(false)
  })
})
