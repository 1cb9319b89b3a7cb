import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it, test, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Step, StepReport } from '../../src/index.ts'
import { ownCorpus } from '../support/corpus-case.ts'
import type { CorpusCase } from '../support/corpus-case.ts'
import { EXCEPTIONS } from './mutation-exceptions.ts'

vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine()

interface Applied {
  readonly kase: CorpusCase
  readonly json: string
  readonly steps: readonly StepReport[]
  readonly blueprint: Blueprint
  /** What it acted on. */
  readonly ids: readonly string[]
  readonly run: (command: string) => Answer
}

const applied: Applied[] = ownCorpus().flatMap(({ cases, document }) =>
  cases.flatMap((kase): Applied[] => {
    const blueprint = document(kase)
    const { status, json, steps } = engine.run(blueprint, kase.command)
    if (status !== 'applied') return []
    const ids = steps.flatMap(({ targets }) => targets.map(({ id }) => id))
    return [{ kase, json, steps, blueprint, ids, run: (command) => engine.run(blueprint, command) }]
  }),
)

/** What stands between quotes, and addresses and ids, is taken letter for letter. */
const LITERAL =
  /"[^"]*"|“[^”]*”|‘[^’]*’|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}])|`[^`]*`|«[^»]*»|#\S+|(?:https?:\/|mailto:|tel:|www\.|\/)\S+/gu

function outsideLiterals(command: string, change: (text: string) => string): string {
  let result = ''
  let from = 0
  for (const { 0: literal, index } of command.matchAll(LITERAL)) {
    result += change(command.slice(from, index)) + literal
    from = index + literal.length
  }
  return result + change(command.slice(from))
}

/** A new text that stood without quotes: its case is part of what was said. */
function saysBareText({ kase: { command }, steps }: Applied): boolean {
  const bare = outsideLiterals(command, (text) => text).replaceAll(LITERAL, '')
  const isSaid = (value: unknown): boolean =>
    typeof value === 'string' && /[A-Za-z]/.test(value) && bare.includes(value)
  const isSaidIn = (slot: unknown): boolean =>
    typeof slot === 'object' && slot !== null ? Object.values(slot).some(isSaid) : isSaid(slot)
  const holds = (step: Step): boolean => {
    if (step.kind === 'set')
      return (
        ['text', 'placeholder', 'price', 'alt', 'href', 'imageUrl', 'icon', 'fontFamily'].includes(
          step.property,
        ) && isSaid(step.value)
      )
    if (step.kind === 'add') return isSaid(step.component.text)
    if (step.kind === 'section')
      return Object.values(step.slots ?? {})
        .flat()
        .some(isSaidIn)
    if (step.kind === 'one-more')
      return Object.values(step.texts ?? {})
        .flat()
        .some(isSaid)
    return step.kind === 'wrap' && isSaid(step.container.text)
  }
  return steps.some(({ parameters }) => parameters.some(holds))
}

const trimmed = (command: string): string => command.trim().replace(/[.!?\s]+$/, '')
const hasSeveralSentences = (command: string): boolean =>
  /[.!?\n]\s*\S/.test(trimmed(command.replaceAll(LITERAL, 'x')))

/** Ways of saying the same. Null if the way does not fit the command. */
const MUTATIONS: Readonly<Record<string, (case_: Applied) => string | null>> = {
  'upper case': (it) =>
    saysBareText(it) ? null : outsideLiterals(it.kase.command, (text) => text.toUpperCase()),
  'lower case': (it) =>
    saysBareText(it) ? null : outsideLiterals(it.kase.command, (text) => text.toLowerCase()),
  'a capital at the start': ({ kase: { command } }) =>
    outsideLiterals(command, (text) => text).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  // Before a list it would be its first item.
  'please at the start': ({ kase: { command } }) => (/^\s*\d/.test(command) ? null : `please ${command}`),
  'please at the end': ({ kase: { command } }) => `${trimmed(command)} please`,
  'a comma and please at the end': ({ kase: { command } }) => `${trimmed(command)}, please`,
  'can you': ({ kase: { command } }) =>
    /^(?:can|could|would|will|please|pls|hey|hi|i|we|i'd|let's|the|a|an|all|#)\b/i.test(command) ||
    hasSeveralSentences(command)
      ? null
      : `can you ${trimmed(command)}?`,
  'a full stop': ({ kase: { command } }) => `${trimmed(command)}.`,
  'an exclamation mark': ({ kase: { command } }) => `${trimmed(command)}!`,
  dots: ({ kase: { command } }) => `${trimmed(command)}...`,
  thanks: ({ kase: { command } }) => `${trimmed(command)}, thanks!`,
  'spaces around': ({ kase: { command } }) => `  ${command}\t `,
  'double spaces': ({ kase: { command } }) => outsideLiterals(command, (text) => text.replaceAll(' ', '  ')),
  'no-break spaces': ({ kase: { command } }) =>
    outsideLiterals(command, (text) => text.replaceAll(' ', '\u00a0')),
  'an ampersand for and': (it) =>
    / and /i.test(it.kase.command) && !saysBareText(it)
      ? outsideLiterals(it.kase.command, (text) => text.replaceAll(/ and /gi, ' & '))
      : null,
  'curly quotes': ({ kase: { command } }) =>
    command.includes('"') ? command.replaceAll(/"([^"]*)"/g, '“$1”') : null,
  'curly apostrophes': ({ kase: { command } }) =>
    /\p{L}'\p{L}/u.test(command)
      ? outsideLiterals(command, (text) => text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’'))
      : null,
}

it('most cases of the corpus are applied', () => {
  expect(applied.length).toBeGreaterThan(450)
})

describe('saying the same in another way does the same', () => {
  test.each(Object.entries(MUTATIONS))('%s', (name, mutate) => {
    const excepted = EXCEPTIONS[name] ?? {}
    let said = 0
    const broken = applied.flatMap((one) => {
      const command = mutate(one)
      if (command === null) return []
      said++
      const { status, json } = one.run(command)
      return json === one.json || Object.hasOwn(excepted, one.kase.id)
        ? []
        : [`${one.kase.id} ${status}: ${command}`]
    })
    expect(broken).toEqual([])
    expect(said).toBeGreaterThan(5)
  })
})

const LOOKS: ReadonlySet<Step['kind']> = new Set(['set', 'adjust', 'lightness', 'shadow', 'token'])

/** What leans on a clause before it, or could be leant on by the next. */
const LEANS =
  /\b(?:it|its|them|their|they|that|those|these|this|too|also|same|others?|other|rest|ones?|remaining|both|then|another|instead|and|except|but|with|without)\b|[,;:\n]/i
const VERB =
  /^(?:make|set|change|give|turn|hide|show|increase|decrease|reduce|remove|rename|underline|darken|lighten|paint|color)\b/i

/** A command of one clause, begun by a verb, that changes looks and nothing else. */
function isPlain(one: Applied): boolean {
  const { kase, steps } = one
  const command = trimmed(kase.command)
  if (
    steps.length !== 1 ||
    steps[0]!.corrections.length > 0 ||
    LEANS.test(command) ||
    !VERB.test(command) ||
    saysBareText(one)
  )
    return false
  return steps[0]!.parameters.every(({ kind }) => LOOKS.has(kind))
}

describe('two commands on different things, joined', () => {
  const plain = applied.filter(isPlain)
  const pairs = plain.flatMap((a, i) =>
    plain
      .slice(i + 1)
      .filter((b) => b.kase.doc === a.kase.doc && !a.ids.some((id) => b.ids.includes(id)))
      .slice(0, 6)
      .map((b) => [a, b] as const),
  )

  it('there are many', () => {
    expect(pairs.length).toBeGreaterThan(100)
  })

  test.each([' and ', ', ', ', and ', '; ', '. ', '\n', ' & ', ', then ', ' and then ', '. Then '])(
    'by %j, are the one after the other, in either order',
    (glue) => {
      const excepted = EXCEPTIONS[`joined by ${JSON.stringify(glue)}`] ?? {}
      const broken = pairs.flatMap(([a, b]) => {
        const [one, two] = [trimmed(a.kase.command), trimmed(b.kase.command)]
        const sequence = engine.run(engine.run(a.blueprint, one).blueprint, two).json
        return [one + glue + two, two + glue + one].flatMap((command) => {
          if (Object.hasOwn(excepted, command)) return []
          const { status, blueprint } = a.run(command)
          return sameDocument(JSON.stringify(blueprint), sequence)
            ? []
            : [`${a.kase.doc} ${status}: ${command}`]
        })
      })
      expect(broken).toEqual([])
    },
  )
})

/** Keys come in the order in which they were set. */
function sameDocument(a: string, b: string): boolean {
  return a === b || isDeepStrictEqual(JSON.parse(a), JSON.parse(b))
}
