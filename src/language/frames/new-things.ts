import { readNewThings } from '../../decompose/read/read-new-thing.ts'
import { readCopies, readCopiesOf, readCount } from './counts.ts'
import type { Frame } from './frame.ts'
import { content, looks, mark, place, target } from './roles.ts'
import { heads } from './style.ts'

export const add: Frame = {
  name: 'add',
  heads: ({ senses, word }) =>
    senses.verb === 'add' ||
    senses.verb === 'put' ||
    word === 'need' ||
    word === 'needs' ||
    word === 'missing',
  verbless: false,
  stake: 'structure',
  roles: [
    {
      name: 'things',
      marks: null,
      bare: true,
      read(chart, at) {
        const { token } = chart.lexemes[at]!
        if (token.kind === 'quoted')
          return [{ value: [{ type: '', noun: '', text: token.word, effects: [] }], end: at + 1, cost: 2 }]
        const bare = chart.read(at, (cursor) => readNewThings(cursor, true))
        if (bare === null) return []
        const { grammar } = chart.lexemes[at]!.senses
        const isNew =
          grammar === 'a' || chart.lexemes[at]!.word === 'new' || chart.lexemes[at]!.word === 'another'
        return grammar === 'the' ? [] : [{ ...bare, cost: isNew ? 0 : 3 }]
      },
    },
    { name: 'count', marks: null, bare: true, read: readCount },
    place,
    { ...content, marks: mark(['say', 'says'], [], [':']) },
    { ...looks, marks: mark(['with'], ['inside'], [',', ':']), bare: false },
  ],
  build(fills) {
    if (fills.things === undefined) return null
    if (fills.things[0]!.type === '' && fills.place === undefined) return null
    const [last] = fills.things
      .slice(-1)
      .map((thing) =>
        thing.type === 'divider' && (fills.content !== undefined || thing.text !== null)
          ? { ...thing, type: 'text' }
          : thing,
      )
    const things =
      fills.content === undefined && fills.looks === undefined
        ? fills.things
        : [
            ...fills.things.slice(0, -1),
            {
              ...last!,
              text: fills.content?.value ?? last!.text,
              effects: [...last!.effects, ...(fills.looks ?? [])],
            },
          ]
    if (fills.content !== undefined && last!.text !== null) return null
    return { wish: { kind: 'add', things, place: fills.place ?? null, count: fills.count ?? 1 }, cost: 0 }
  },
}

export const duplicate: Frame = {
  name: 'duplicate',
  heads: heads('duplicate'),
  verbless: false,
  stake: 'structure',
  roles: [{ ...target, marks: null }, place, { name: 'count', marks: null, bare: true, read: readCopies }],
  build: (fills) =>
    fills.target === undefined
      ? null
      : {
          wish: {
            kind: 'duplicate',
            target: fills.target,
            place: fills.place ?? null,
            count: fills.count ?? 1,
          },
          cost: 0,
        },
}

/** "two copies of the rule", "add another copy of the card below the map": what is counted is what is copied. */
export const copies: Frame = {
  ...duplicate,
  name: 'copies',
  heads: null,
  verbless: true,
  opens: ({ senses }) => senses.verb === 'make' || senses.verb === 'add' || senses.verb === 'give',
  roles: [
    { name: 'count', marks: null, bare: true, read: readCopiesOf },
    { ...target, marks: null, after: ['count'] },
    { ...place, after: ['target'] },
  ],
}

/** "a button "Contact" after the map", "an "Add card" link to the right of the card line": new, and where. */
export const addBare: Frame = {
  ...add,
  name: 'add-bare',
  heads: null,
  verbless: true,
  build(fills, head) {
    const [first] = fills.things ?? []
    if (fills.count !== undefined || fills.isNew !== true) return null
    const built =
      first === undefined || first.type === '' || fills.place === undefined ? null : add.build(fills, head)
    return built === null ? null : { ...built, cost: built.cost + 3 }
  },
}
