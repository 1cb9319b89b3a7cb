import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Component } from '../../src/index.ts'
import type { Check, CorpusCase } from './corpus-case.ts'
import { judge } from './judge.ts'

const screen: Blueprint = {
  screen_id: 'probe',
  tokens: { primary_color: '#112233', base_spacing: 8 },
  components: [
    {
      id: 'title',
      type: 'title',
      text: 'Hello',
      bbox: [0, 0, 100, 20],
      visual: { font_size: 20, text_color: '#000000', height: 20 },
    },
    {
      id: 'box',
      type: 'container',
      bbox: [0, 30, 200, 100],
      children: [
        { id: 'one', type: 'button', text: 'Go', bbox: [0, 40, 50, 44], visual: { bg_color: '#FF0000' } },
        { id: 'two', type: 'button', text: 'Stop', bbox: [60, 40, 50, 44], visual: { hidden: true } },
      ],
    },
    { id: 'end', type: 'footer', bbox: [0, 140, 200, 20] },
  ],
}

/** A component of a copy, to be changed there. */
interface Draft {
  text: string
  bbox: number[]
  visual: Record<string, unknown>
  children: unknown[]
}

/** A document, to be changed. */
interface Page {
  components: unknown[]
  tokens: Record<string, unknown>
}

type Edit = (get: (id: string) => Draft, document: Page) => unknown

function edited(document: Blueprint, edit: Edit): Blueprint {
  const copy = structuredClone(document)
  const find = (list: readonly Component[], id: string): Component | undefined =>
    list.find((one) => one.id === id) ??
    list.map((one) => find(one.children ?? [], id)).find((one) => one !== undefined)
  const get = (id: string): Draft => {
    const found = find(copy.components, id) as unknown as Draft
    found.visual ??= {}
    return found
  }
  edit(get, copy as unknown as Page)
  return copy
}

/** What a dishonest engine says otherwise. */
type Lie = (answer: Answer, input: Blueprint) => Partial<Answer>

/** An honest engine whose only command is the edit. */
function doing(edit: Edit, lie: Lie = () => ({})): { run: (input: Blueprint) => Answer } {
  return {
    run(input) {
      const blueprint = edited(input, edit)
      const answer = {
        status: 'applied',
        blueprint,
        json: JSON.stringify(blueprint),
        patches: [{ op: 'replace', path: '', value: blueprint }],
        inverse: [{ op: 'replace', path: '', value: structuredClone(input) }],
        issues: [],
      } as unknown as Answer
      return { ...answer, ...lie(answer, input) }
    },
  }
}

function wants(...checks: Check[]): CorpusCase {
  return { id: 'x-1', doc: '', command: 'do it', expect: 'applied', checks }
}

const nothing: Edit = () => undefined

describe('checks', () => {
  it.each<[string, Check, Edit, Edit]>([
    [
      'a number',
      { id: 'title', prop: 'font_size', equals: 24 },
      (get) => (get('title').visual['font_size'] = 24),
      (get) => (get('title').visual['font_size'] = 26),
    ],
    [
      'a text',
      { id: 'title', prop: 'text', equals: 'Red' },
      (get) => (get('title').text = 'Red'),
      (get) => (get('title').text = 'red'),
    ],
    [
      'a color by any name',
      { id: 'one', prop: 'bg_color', equals: 'rgb(0, 0, 255)' },
      (get) => (get('one').visual['bg_color'] = '#0000FF'),
      (get) => (get('one').visual['bg_color'] = '#0000F0'),
    ],
    [
      'a color that is none',
      { id: 'one', prop: 'bg_color', equals: '#ADD000' },
      (get) => (get('one').visual['bg_color'] = '#ADD000'),
      (get) => (get('one').visual['bg_color'] = 'add000'),
    ],
    [
      'a list of colors',
      { id: 'one', prop: 'gradient.stops', equals: ['red', 'blue'] },
      (get) => (get('one').visual['gradient'] = { stops: ['#FF0000', '#0000FF'] }),
      (get) => (get('one').visual['gradient'] = { stops: ['#FF0000'] }),
    ],
    [
      'a weight by name or number',
      { id: 'title', prop: 'font_weight', equals: 'bold' },
      (get) => (get('title').visual['font_weight'] = 700),
      (get) => (get('title').visual['font_weight'] = 600),
    ],
    [
      'hidden',
      { id: 'one', prop: 'hidden', equals: true },
      (get) => (get('one').visual['hidden'] = true),
      nothing,
    ],
    [
      'no longer there',
      { id: 'one', prop: 'bg_color', equals: null },
      (get) => delete get('one').visual['bg_color'],
      nothing,
    ],
    [
      'up',
      { id: 'one', prop: 'bg_color', change: 'up' },
      (get) => (get('one').visual['bg_color'] = '#FF8888'),
      (get) => (get('one').visual['bg_color'] = '#880000'),
    ],
    [
      'down',
      { id: 'end', prop: 'opacity', change: 'down' },
      (get) => (get('end').visual['opacity'] = 0.8),
      (get) => (get('end').visual['opacity'] = 1),
    ],
    [
      'up by',
      { id: 'end', prop: 'padding', change: 'up', by: 8 },
      (get) => (get('end').visual['padding'] = '8px'),
      (get) => (get('end').visual['padding'] = 12),
    ],
    [
      'up by a factor',
      { id: 'end', prop: 'width', change: 'up', factor: 1.2 },
      (get) => (get('end').bbox[2] = 240),
      (get) => (get('end').bbox[2] = 250),
    ],
    [
      'none',
      { id: 'end', prop: 'y', change: 'none' },
      (get) => (get('end').bbox[1] = 141),
      (get) => (get('end').bbox[1] = 142),
    ],
    ['any', { id: 'end', prop: 'y', change: 'any' }, (get) => (get('end').bbox[1] = 150), nothing],
    [
      'a prop of what is gone',
      { id: 'end', prop: 'y', change: 'none' },
      nothing,
      (_get, document) => document.components.pop(),
    ],
    ['order', { order: ['end', 'title'] }, (_get, document) => document.components.reverse(), nothing],
    [
      'above, by the boxes',
      { above: ['end', 'title'] },
      (get) => (get('end').bbox[1] = -40),
      (_get, document) => document.components.reverse(),
    ],
    ['left of, by the boxes', { leftof: ['two', 'one'] }, (get) => (get('two').bbox[0] = -60), nothing],
    ['gone', { gone: 'end' }, (_get, document) => document.components.pop(), nothing],
    [
      'exists',
      { exists: { type: 'image' } },
      (_get, document) => document.components.push({ id: 'new', type: 'image' }),
      nothing,
    ],
    [
      'exists, not what was there',
      { exists: { type: 'footer' } },
      (_get, document) => document.components.push({ id: 'new', type: 'footer' }),
      nothing,
    ],
    [
      'exists inside',
      { exists: { type: 'image', inside: 'box' } },
      (get) => (get('box').children = [{ id: 'new', type: 'image' }]),
      (_get, document) => document.components.push({ id: 'new', type: 'image' }),
    ],
    [
      'exists after',
      { exists: { type: 'image', after: 'title' } },
      (_get, document) => document.components.splice(1, 0, { id: 'new', type: 'image' }),
      (_get, document) => document.components.push({ id: 'new', type: 'image' }),
    ],
    [
      'exists before',
      { exists: { text: 'Go', before: 'end' } },
      (get, document) =>
        document.components.splice(2, 0, { ...get('one'), id: 'new', bbox: [300, 40, 50, 44] }),
      nothing,
    ],
    [
      'exists with a look',
      { exists: { type: 'image', alt: 'x' } },
      (_get, document) => document.components.push({ id: 'new', type: 'image', visual: { alt: 'x' } }),
      (_get, document) => document.components.push({ id: 'new', type: 'image', visual: { alt: 'y' } }),
    ],
    ['count', { count: { type: 'button' }, equals: 1 }, (get) => get('box').children.pop(), nothing],
    [
      'a token',
      { token: 'primary_color', equals: 'white' },
      (_get, document) => (document.tokens['primary_color'] = '#FFF'),
      nothing,
    ],
    [
      'a token up',
      { token: 'base_spacing', change: 'up' },
      (_get, document) => (document.tokens['base_spacing'] = 9),
      (_get, document) => (document.tokens['base_spacing'] = 7),
    ],
    [
      'only these',
      { onlyChanged: ['title'] },
      (get) => Object.assign(get('title'), { text: 'x', bbox: [5, 0, 100, 20] }),
      (get) => (get('one').text = 'x'),
    ],
    [
      'only these, none gone',
      { onlyChanged: ['title'] },
      nothing,
      (_get, document) => document.components.pop(),
    ],
    [
      'only these, no token',
      { onlyChanged: [] },
      nothing,
      (_get, document) => (document.tokens['base_spacing'] = 9),
    ],
  ])('%s', (_name, check, good, bad) => {
    expect(judge(doing(good), wants(check), structuredClone(screen))).toEqual([])
    expect(judge(doing(bad), wants(check), structuredClone(screen))).not.toEqual([])
  })

  it('a check that nobody knows fails', () => {
    expect(judge(doing(nothing), wants({ id: 'title' }), screen)).toHaveLength(1)
    expect(judge(doing(nothing), wants({ id: 'title', prop: 'text' }), screen)).toHaveLength(1)
  })

  it('a token that a check names may change beside onlyChanged, another may not', () => {
    const grow: Edit = (_get, document) => (document.tokens['base_spacing'] = 9)
    const named = wants({ token: 'base_spacing', change: 'up' }, { onlyChanged: [] })
    expect(judge(doing(grow), named, screen)).toEqual([])
    const other = wants({ token: 'primary_color', equals: '#112233' }, { onlyChanged: [] })
    expect(judge(doing(grow), other, screen)).toEqual(['a token or a top-level key changed as well'])
  })
})

describe('status', () => {
  const refused = {
    status: 'rejected',
    patches: [],
    inverse: [],
    issues: [{ code: 'not-understood', message: 'no' }],
  } as unknown as Partial<Answer>
  const refuse = doing(nothing, (_answer, input) => ({ ...refused, blueprint: input }))

  it('must be the expected one', () => {
    expect(judge(refuse, { ...wants(), expect: 'rejected' }, screen)).toEqual([])
    expect(judge(refuse, { ...wants(), expect: 'clarify' }, screen)).toEqual([
      'the answer is rejected, not clarify (not-understood: no)',
    ])
    expect(judge(refuse, wants({ gone: 'end' }), screen)).toEqual([
      'the answer is rejected, not applied (not-understood: no)',
    ])
  })
})

describe('promises', () => {
  const rename: Edit = (get) => (get('title').text = 'x')

  it.each<[string, RegExp, Edit, Lie]>([
    [
      'an input that is changed',
      /input was changed/,
      rename,
      (_answer, input) => {
        Object.assign(input.components[0]!, { text: 'y' })
        return {}
      },
    ],
    ['refused, yet changed', /refused, yet changed/, rename, () => ({ status: 'rejected' })],
    ['patches that are missing', /patches give another/, rename, () => ({ patches: [] })],
    [
      'patches that do not apply',
      /patches: operation 0/,
      rename,
      () => ({ patches: [{ op: 'remove', path: '/nowhere' }] }),
    ],
    ['an inverse that is missing', /inverse give another/, rename, () => ({ inverse: [] })],
    [
      'an inverse that does not apply',
      /inverse: operation 0/,
      rename,
      () => ({ inverse: [{ op: 'add', path: '/components/9', value: 1 }] }),
    ],
    ['another text', /json is not/, rename, ({ json }) => ({ json: `${json} ` })],
    [
      'an id twice',
      /there twice: title/,
      (_get, document) => document.components.push({ id: 'title', type: 'text' }),
      () => ({}),
    ],
    ['a new overlap', /overlap of end and title/, (get) => (get('end').bbox[1] = 19), () => ({})],
    [
      'a height that is not the box',
      /title\.visual\.height is 20, its box 40/,
      (get) => get('title').bbox.splice(1, 3, -30, 100, 40),
      () => ({}),
    ],
  ])('%s', (_name, said, edit, lie) => {
    expect(
      judge(doing(edit, lie), { ...wants(), expect: 'applied' }, structuredClone(screen)).join('\n'),
    ).toMatch(said)
  })

  it('a second run that differs', () => {
    let runs = 0
    const fickle = { run: (input: Blueprint) => doing((get) => (get('title').text = `${++runs}`)).run(input) }
    expect(judge(fickle, wants(), screen)).toEqual(['promise: a second run differs'])
  })

  it.each<[string, Edit]>([
    ['half a pixel', (get) => (get('end').bbox[1] = 129.6)],
    ['a hidden one', (get) => (get('two').bbox[0] = 0)],
    ['what overlapped before', (get) => (get('box').bbox[1] = 29)],
  ])('no overlap is %s', (_name, edit) => {
    const document = edited(screen, (get) => (get('box').bbox[1] = 10))
    const base = _name === 'what overlapped before' ? document : structuredClone(screen)
    expect(judge(doing(edit), wants(), base)).toEqual([])
  })

  it.each(['move the end 20px up', 'center it', 'put it on top of the title', 'overlap them'])(
    'an overlap by order: %s',
    (command) => {
      const up: Edit = (get) => (get('end').bbox[1] = 19)
      expect(judge(doing(up), { ...wants(), command }, screen)).toEqual([])
    },
  )

  it.each(['put it right below the title', 'name it "up"'])('no order to overlap: %s', (command) => {
    const up: Edit = (get) => (get('end').bbox[1] = 19)
    expect(judge(doing(up), { ...wants(), command }, screen)).toHaveLength(1)
  })

  it('a height that differed from the box before may go on doing so', () => {
    const uneven = edited(screen, (get) => (get('title').visual['height'] = 90))
    expect(
      judge(
        doing((get) => (get('title').text = 'x')),
        wants(),
        uneven,
      ),
    ).toEqual([])
  })
})

it('the engine itself passes', () => {
  const kase: CorpusCase = {
    ...wants({ id: 'one', prop: 'bg_color', equals: 'blue' }, { onlyChanged: ['one'] }),
    command: 'make the Go button blue',
  }
  expect(judge(createEngine(), kase, structuredClone(screen))).toEqual([])
})
