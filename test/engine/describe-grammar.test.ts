import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { Cursor } from '../../src/decompose/cursor.ts'
import { families } from '../../src/decompose/intents/registry.ts'
import { lex } from '../../src/decompose/lexeme.ts'
import { phrasesWhere, sensesOf } from '../../src/decompose/lexicon/lexicon.ts'
import type { Senses } from '../../src/decompose/lexicon/senses.ts'
import { PLAIN } from '../../src/decompose/read/read-options.ts'
import { readReference } from '../../src/decompose/read/read-reference.ts'
import type { Filter, Reference, Relation } from '../../src/decompose/reference.ts'
import { tokenize } from '../../src/decompose/tokenize.ts'
import { applyPatch, createEngine, describeGrammar } from '../../src/index.ts'
import type { Blueprint, GrammarEntry, GrammarExample, StepReport } from '../../src/index.ts'
import { patchedCopy } from '../support/json-patch.ts'

const { sections } = describeGrammar()
const all = sections.flatMap(({ entries }) => entries)

const screens = new Map<string, Blueprint>()
function screen(name: GrammarExample['on']): Blueprint {
  const path = new URL(`../../examples/${name}.json`, import.meta.url)
  const known = screens.get(name) ?? (JSON.parse(readFileSync(path, 'utf8')) as Blueprint)
  screens.set(name, known)
  return known
}

function entriesOf(name: string): readonly GrammarEntry[] {
  const section = sections.find((one) => one.name === name)
  if (section === undefined) throw new Error(`no section ${name}`)
  return section.entries
}

/** Runs an example and checks what every example promises: it is done as it stands, exactly, and can be undone. */
function expectDone({ on, say }: GrammarExample, engine = createEngine()): readonly StepReport[] {
  const before = screen(on)
  const text = JSON.stringify(before)
  const { status, blueprint, patches, inverse, steps, changed, issues } = engine.run(before, say)
  expect([say, status, issues.filter(({ severity }) => severity === 'error')]).toEqual([say, 'applied', []])
  expect(issues.map(({ code }) => code)).not.toContain('corrected')
  for (const apply of [applyPatch, patchedCopy]) {
    expect(apply(before, patches)).toEqual(blueprint)
    expect(JSON.stringify(apply(blueprint, inverse))).toBe(text)
  }
  expect(JSON.stringify(before)).toBe(text)
  // Nothing stands below the last.
  if (say === 'make the last card lower') return steps
  expect(issues.map(({ code }) => code)).not.toContain('no-effect')
  // Nothing is more solid than solid.
  expect([say, changed.length === 0]).toEqual([say, say === 'make the last card solider'])
  return steps
}

describe.each(entriesOf('commands').map((entry) => [entry.name, entry] as const))(
  'family %s',
  (name, { examples }) => {
    test.each(examples.map((example) => [example.say, example] as const))('%s', (_, example) => {
      // The guide names the families of the sentence patterns; frames have names of their own.
      const byFamily = expectDone(example, createEngine({ reader: 'patterns' }))
      expect(byFamily.map(({ intent }) => intent)).toContain(name)
      expectDone(example)
    })
  },
)

describe.each(['properties', 'values', 'changes', 'joining'])('%s', (name) => {
  const examples = entriesOf(name).flatMap((entry) => entry.examples)
  test.each(examples.map((example) => [example.say, example] as const))('%s', (_, example) => {
    expect(expectDone(example).length).toBeGreaterThan(0)
  })
})

describe('references', () => {
  const examples = entriesOf('references').flatMap((entry) => entry.examples)
  test.each(examples.map((example) => [example.say, example] as const))('%s', (_, example) => {
    const last = expectDone(example).at(-1)
    expect(last?.targets.map(({ id }) => id)).toEqual(example.means)
  })

  it('tells of every pronoun', () => {
    const pronouns = phrasesWhere(({ pronoun }) => pronoun !== undefined).map(
      (word) => sensesOf(word).pronoun,
    )
    expect(entriesOf('references').map(({ name }) => name)).toEqual(expect.arrayContaining(pronouns))
  })
})

describe('selectors', () => {
  const examples = entriesOf('selectors').flatMap((entry) => entry.examples)

  test.each(examples.map((example) => [example.say, example] as const))('%s', (say, { on, means }) => {
    const { status, steps } = createEngine().plan(screen(on), `hide ${say}`)
    expect(status).toBe('applied')
    expect(steps.flatMap(({ targets }) => targets.map(({ id }) => id))).toEqual(means)
  })

  const references = examples.flatMap(({ say }) => partsOf(readPhrase(say)))

  it('shows every condition that a phrase can hold', () => {
    expect(new Set(references.flatMap(({ filters }) => filters.map(({ kind }) => kind)))).toEqual(
      new Set<Filter['kind']>(['color', 'shade', 'size', 'state', 'style', 'has']),
    )
    expect(new Set(references.flatMap(({ relations }) => relations.map(({ kind }) => kind)))).toEqual(
      new Set<Relation['kind']>(['relation', 'between', 'side', 'row']),
    )
    const known = phrasesWhere(({ relation }) => relation !== undefined)
    expect(entriesOf('selectors').map(({ name }) => name)).toEqual(
      expect.arrayContaining(known.map((word) => sensesOf(word).relation)),
    )
  })

  it.each<[string, (reference: Reference) => boolean]>([
    ['ids', ({ id }) => id !== null],
    ['quoted texts', ({ quoted }) => quoted !== null],
    ['types', ({ types }) => types !== null],
    ['roles', ({ role }) => role !== null],
    ['names', ({ names }) => names.length > 0],
    ['general nouns', ({ generic }) => generic],
    ['plurals', ({ plural }) => plural],
    ['ordinals', ({ ordinals }) => ordinals.length > 1],
    ['the first few', ({ take }) => take === 3],
    ['the last few', ({ take }) => take === -2],
    ['odd', ({ parity }) => parity === 'odd'],
    ['even', ({ parity }) => parity === 'even'],
    ['all', ({ quantity }) => quantity === 'all'],
    ['each', ({ quantity }) => quantity === 'each'],
    ['both', ({ quantity }) => quantity === 'both'],
    ['areas', ({ superlative }) => superlative?.by === 'area'],
    ['widths', ({ superlative }) => superlative?.by === 'width'],
    ['heights', ({ superlative }) => superlative?.by === 'height'],
    ['places across', ({ superlative }) => superlative?.by === 'x'],
    ['places down', ({ superlative }) => superlative?.by === 'y'],
    ['exceptions', ({ except }) => except.length > 0],
    ['lists', ({ parts }) => parts.length > 0],
  ])('shows %s', (_, isShown) => {
    expect(references.filter(isShown)).not.toEqual([])
  })
})

function readPhrase(text: string): Reference {
  const reference = readReference(new Cursor(text, lex(tokenize(text)), 0, false), PLAIN)
  if (reference === null) throw new Error(`no reference in ${text}`)
  return reference
}

function partsOf(reference: Reference): Reference[] {
  return [reference, ...reference.parts.flatMap(partsOf)]
}

it('tells of all families, in their order, with their own words', () => {
  expect(entriesOf('commands').map(({ name, about }) => [name, about])).toEqual(
    families.map(({ name, about }) => [name, about]),
  )
})

it.each<[string, readonly string[], readonly string[]]>([
  ['delete', ['delete', 'get rid of'], ['hide', 'make']],
  ['hide', ['hide', 'conceal'], ['delete', 'show']],
  ['align', ['center', 'right align'], ['move']],
  ['use', ['use', 'apply'], ['give', 'set']],
  ['swap', ['swap', 'switch'], ['set', 'move']],
  ['passive', ['deleted', 'moved', 'put'], ['delete', 'hide']],
  ['describe', [], ['make']],
])('finds out the verbs of %s', (name, its, notIts) => {
  const { words } = entriesOf('commands').find((entry) => entry.name === name)!
  expect(words).toEqual(expect.arrayContaining([...its]))
  for (const word of notIts) expect(words).not.toContain(word)
})

it.each<[string, readonly string[]]>([
  ['delete', []],
  ['hide', []],
  ['use', ['font']],
  ['move', ['side', 'place', 'distance']],
  ['add', ['place', 'new component']],
  ['rename', ['text']],
  ['write', ['text']],
  ['theme', ['color', 'amount']],
])('finds out the values of %s', (name, takes) => {
  expect(entriesOf('commands').find((entry) => entry.name === name)!.takes).toEqual(takes)
})

it.each<[string, readonly string[]]>([
  ['width', ['amount', 'likeness']],
  ['text alignment', ['style']],
  ['gradient', ['gradient']],
  ['alternative text', ['text']],
  ['theme primary color', ['color']],
])('finds out the values of the property %s', (name, takes) => {
  const entry = entriesOf('properties').find((one) => one.name === name)!
  expect(entry.takes).toEqual(expect.arrayContaining([...takes]))
})

it('takes only values that it tells of', () => {
  const known = new Set(entriesOf('values').map(({ name }) => name))
  for (const { takes } of all) for (const name of takes) expect(known).toContain(name)
})

/** Grammar words, and what only says more of another sense. */
const UNTOLD: ReadonlySet<keyof Senses> = new Set(['grammar', 'plural', 'verb', 'participle', 'verbStyle'])

it('tells of every phrase of the vocabulary that means something by itself', () => {
  const told = new Set(all.flatMap(({ words }) => words))
  const untold = phrasesWhere((senses) => Object.keys(senses).some((key) => !UNTOLD.has(key as keyof Senses)))
  expect(untold.filter((phrase) => !told.has(phrase))).toEqual([])
})

it('names entries once in a section, and says of each what it is', () => {
  for (const { name, about, entries } of sections) {
    expect([name, about].every((text) => /^[a-z]/.test(text))).toBe(true)
    const names = entries.map((entry) => entry.name)
    expect(new Set(names).size).toBe(names.length)
    for (const entry of entries) expect(entry.about).toMatch(/\S.*\.$/)
  }
})

it('refuses what it says it refuses', () => {
  const vague = entriesOf('limits').find(({ name }) => name === 'taste')!.words
  expect(vague.length).toBeGreaterThan(20)
  for (const word of vague)
    expect([word, createEngine().run(screen('shop'), `make the hero ${word}`).status]).toEqual([
      word,
      'rejected',
    ])
})

it('is the same every time, and data', () => {
  expect(JSON.parse(JSON.stringify(describeGrammar()))).toEqual({ sections })
})
