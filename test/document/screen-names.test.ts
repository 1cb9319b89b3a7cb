import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { NAME_FIELDS } from '../../src/document/name-trie.ts'
import { nameWords, partsOfId, placedWords } from '../../src/document/name-words.ts'
import { applyPatch } from '../../src/document/patch.ts'
import type { NameKey } from '../../src/document/screen-names.ts'
import { SHAPES, shapesOf } from '../../src/document/text-shapes.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { anyBlueprint, deepFreeze } from './arbitrary-blueprint.ts'
import { anyEdits, FreshIds, runEdits } from './random-edits.ts'

describe('nameWords', () => {
  it.each([
    ['Mon-Fri 7:00-18:00', 'mon fri 7 00 18 00'],
    ['Mon–Fri', 'mon fri'],
    ['Hold bag, 23 kg', 'hold bag 23 kg'],
    ['12A', '12 a'],
    ['$19', '$ 19'],
    ['€2,900 a month', '€ 2 900 a month'],
    ['20% off', '20 % off'],
    ['Terms & Conditions', 'term and condition'],
    ['Today’s cards', 'today card'],
    ["Don't miss out", 'dont miss out'],
    ["rock 'n' roll", 'rock n roll'],
    ['Café Zoë', 'cafe zoe'],
    ['© 2025 Skylark', '2025 skylark'],
    ['★ 4.93 → go', '4 93 go'],
    ['iPhone', 'iphone'],
    ['hero_title-2', 'hero title 2'],
    ['Привет, мир', 'привет мир'],
    ['日本語', '日本語'],
    ['😀', ''],
    ['', ''],
  ])('%s', (text, words) => {
    expect(nameWords(text).join(' ')).toBe(words)
  })

  it('finds them where they stand', () => {
    const text = "the Café's menu"
    const { words, starts, ends } = placedWords(text)
    expect(words.map((word, i) => [word, text.slice(starts[i], ends[i])])).toEqual([
      ['the', 'the'],
      ['cafe', 'Café'],
      ['menu', 'menu'],
    ])
  })

  it('parts ids at their capitals', () => {
    expect(partsOfId('heroTitle2')).toEqual(['hero', 'title', '2'])
    expect(partsOfId('hero_title')).toBeNull()
  })
})

describe('shapesOf', () => {
  it.each([
    ['(503) 555-0142', 'phone!'],
    ['+49 30 1234567', 'phone!'],
    ['Call 0171 234 5678 now', 'phone'],
    ['555-0188', 'phone!'],
    ['$19', 'price!'],
    ['€2,900 a month', 'price'],
    ['1.234,50 €', 'price!'],
    ['7:00', 'time!'],
    ['Mon-Fri 7:00-18:00', 'time'],
    ['9am – 5pm', 'time!'],
    ['Departs 14:35', 'time'],
    ['Family bakery since 1987', 'year'],
    ['© 2025 Skylark Air', 'year copyright!'],
    ['mail me at name@example.com', 'email'],
    ['https://example.com/a', 'url!'],
    ['shop.example.com', 'url!'],
    ['4.93', 'rating!'],
    ['★ 4.9', 'rating!'],
    ['4.5 out of 5', 'rating!'],
    ['★★★★☆', 'rating!'],
    ['100 200 300', ''],
    ['2024-2025', 'year'],
    ['Gate B22', ''],
    ['SK 482', ''],
    ['12 cards', ''],
    ['21.5 °C', ''],
    ['', ''],
  ])('%s', (text, shapes) => {
    expect(
      shapesOf(text)
        .map(({ shape, isWhole }) => (isWhole ? `${shape}!` : shape))
        .join(' '),
    ).toBe(shapes)
  })
})

function button(id: string, text: string): Component {
  return { id, type: 'button', text }
}

describe('bearers', () => {
  const index = new DocumentIndex({
    components: [
      button('save_b', 'Save'),
      button('save_a', 'Save'),
      button('call', 'Call 0171 234 5678'),
      button('number', '(503) 555-0142'),
      { id: 'pic', type: 'image', visual: { alt: 'Save the date' } },
    ],
  })
  const whole = (key: string, field: NameKey['field'] = 'text'): NameKey => ({ how: 'whole', field, key })

  it.each<[NameKey, string[]]>([
    [whole('save'), ['save_b', 'save_a']],
    [whole('save a', 'id'), ['save_a']],
    [whole('save the date', 'alt'), ['pic']],
    [whole('save the date'), []],
    [{ how: 'part', field: 'text', key: 'save' }, ['save_b', 'save_a']],
    [{ how: 'part', field: 'alt', key: 'the date' }, ['pic']],
    [{ how: 'part', field: 'alt', key: 'save date' }, []],
    [{ how: 'shape', field: 'text', key: 'phone' }, ['number']],
    [{ how: 'shape', field: 'text', key: 'price' }, []],
  ])('%j', (name, ids) => {
    expect(index.bearers(name).map(({ id }) => id)).toEqual(ids)
  })
})

/** What an index says of every name that may be asked for, and of every word that it knows itself. */
function namesOf(index: DocumentIndex, keys: ReadonlySet<string>): unknown {
  const names = index.screenNames()
  const ids = (name: NameKey): string[] => index.bearers(name).map(({ id }) => id)
  return {
    vocabulary: [...names.vocabulary()].sort().map((word) => [word, names.spread(word)]),
    shapes: SHAPES.map((key) => [names.shapeCount(key), ids({ how: 'shape', field: 'text', key })]),
    names: [...keys]
      .sort()
      .map((key) =>
        NAME_FIELDS.map((field) => [
          ids({ how: 'whole', field, key }),
          field === 'id' ? [] : ids({ how: 'part', field, key }),
        ]),
      ),
  }
}

/** All whole names and all single words of a document's names. */
function keysOf(root: Blueprint, keys: Set<string>): Set<string> {
  for (const { component } of new DocumentIndex(root).all()) {
    for (const name of [component.id, component.text, component.visual?.alt]) {
      if (typeof name !== 'string') continue
      const words = nameWords(name)
      for (const key of [words.slice(0, 12).join(' '), ...words]) if (key !== '') keys.add(key)
    }
  }
  return keys
}

it('names are carried through changes, undos and branches as if gathered afresh', () => {
  const visit = fc.record({ from: fc.nat(), edits: anyEdits })
  fc.assert(
    fc.property(anyBlueprint, fc.array(visit, { minLength: 1, maxLength: 4 }), (blueprint, visits) => {
      const versions: Blueprint[] = [deepFreeze(blueprint)]
      const keys = keysOf(blueprint, new Set())
      const carried = new DocumentIndex(blueprint)
      const expectFresh = (root: Blueprint): void => {
        carried.moveTo(root)
        const [names, fresh] = [namesOf(carried, keys), namesOf(new DocumentIndex(root), keys)]
        // Comparing texts is many times faster; the slow way says where they differ.
        if (JSON.stringify(names) !== JSON.stringify(fresh)) expect(names).toEqual(fresh)
      }
      expectFresh(blueprint)
      const ids = new FreshIds()
      for (const { from, edits } of visits) {
        const base = versions[from % versions.length]!
        expectFresh(base)
        const transaction = new Transaction(carried)
        runEdits(transaction, edits, ids)
        const { after, inverse } = commit(transaction)
        const undone = applyPatch(after, inverse)
        keysOf(after, keys)
        for (const root of [after, undone, after]) expectFresh(root)
        versions.push(deepFreeze(after), deepFreeze(undone))
      }
    }),
    { numRuns: 200 },
  )
})
