import type { Dialect, Engine, Issue, Lens, Result, TextEdit } from 'blueprint-command-engine'
import { ok } from 'blueprint-command-engine/base'
import type { Change } from '../store/revision.ts'
import type {
  BatchOutcome,
  Changed,
  Command,
  CommandOutcome,
  Content,
  DocumentFormat,
} from './document-format.ts'
import { patched, readJson, refused, withValue, writeJson } from './json-content.ts'
import type { JsonContent } from './json-content.ts'

const MEDIA_TYPES: Readonly<Record<string, readonly [string, ...string[]]>> = { html: ['text/html'] }

/**
 * Documents of a dialect, stored as they came: JSON in the layout of its text and changed by patches, any other text changed
 * by edits.
 *
 * @param engine one that was created with the dialect
 */
export function dialectFormat(engine: Engine, dialect: Dialect): DocumentFormat {
  const { name } = dialect
  const run = (content: Content, command: Command, options: object): Changed<CommandOutcome> => {
    const answer = engine.run(content.value, command, { ...options, dialect: name })
    const { patches, inverse, edits, inverseEdits } = answer
    const change: Change = isText(content)
      ? { kind: 'edits', edits, inverse: inverseEdits }
      : { kind: 'patches', patches, inverse }
    return { answer, change, content: withSource(content, answer.blueprint) }
  }
  return {
    name,
    mediaTypes: MEDIA_TYPES[name] ?? ['application/json', `application/vnd.${name}+json`],
    read: (text) => read(dialect, text),
    write: (content) => (isText(content) ? String(content.value) : writeJson(json(content))),
    run,
    batch: (content, commands, { atomic = true }) => runAll(run, content, commands, atomic),
    apply: (content, change, direction) =>
      isText(content)
        ? withSource(content, edited(String(content.value), change, direction))
        : patched(json(content), change, direction),
    blueprint: (content) => lensOf(dialect, content.value).blueprint,
  }
}

/** Contents are only given back to the format that made them: those without a layout are texts. */
function isText(content: Content): boolean {
  return content.layout === null
}

function json(content: Content): JsonContent<unknown> {
  return content as JsonContent<unknown>
}

function withSource(content: Content, source: unknown): Content {
  return isText(content) ? { value: source, layout: null } : withValue(json(content), source)
}

function read(dialect: Dialect, text: string): Result<Content, readonly Issue[]> {
  const parsed = readJson(text)
  const content: Content = parsed.ok ? parsed.value : { value: text, layout: null }
  if (!dialect.recognise(content.value))
    return refused('document-invalid', `expected a document of the dialect ${dialect.name}`)
  const lens = dialect.read(content.value)
  return lens.ok ? ok(content) : lens
}

function lensOf(dialect: Dialect, source: unknown): Lens {
  const lens = dialect.read(source)
  if (!lens.ok) throw new Error(`a stored document is no longer read as ${dialect.name}`)
  return lens.value
}

/** @throws Error where the change is no edit. */
function edited(text: string, change: Change, direction: 'forward' | 'back'): string {
  if (change.kind !== 'edits')
    throw new Error(`expected edits of a text, got a change of kind ${change.kind}`)
  const edits: readonly TextEdit[] = direction === 'forward' ? change.edits : change.inverse
  let result = ''
  let at = 0
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + put
    at = end
  }
  return result + text.slice(at)
}

/** One command after the other; what they did together is one change. */
function runAll(
  run: (content: Content, command: Command, options: object) => Changed<CommandOutcome>,
  start: Content,
  commands: readonly Command[],
  atomic: boolean,
): Changed<BatchOutcome> {
  const done: Changed<CommandOutcome>[] = []
  let content = start
  for (const command of commands) {
    const one = run(content, command, {})
    done.push(one)
    if (one.answer.status === 'applied') ({ content } = one)
  }
  const answers = done.map(({ answer }) => answer)
  const applied = done.filter(({ answer }) => answer.status === 'applied')
  const isRefused = applied.length === 0 || (atomic && applied.length < done.length)
  const status = isRefused ? 'rejected' : applied.length < done.length ? 'partial' : 'applied'
  return {
    answer: {
      status,
      answers,
      issues: answers.flatMap(({ issues }) => issues),
      changed: isRefused ? [] : applied.flatMap(({ answer }) => answer.changed),
      timings: summed(answers.map(({ timings }) => timings)),
    },
    content: isRefused ? start : content,
    change: joined(applied.map(({ change }) => change)),
  }
}

/** Positions of edits hold for one text only: several edits after one another are stored as the whole text. */
function joined(changes: readonly Change[]): Change {
  if (changes.length === 1) return changes[0]!
  const patches = changes.filter((change) => change.kind === 'patches')
  if (patches.length < changes.length) return { kind: 'text' }
  return {
    kind: 'patches',
    patches: patches.flatMap((change) => change.patches),
    inverse: patches.toReversed().flatMap((change) => change.inverse),
  }
}

function summed(all: readonly CommandOutcome['timings'][]): CommandOutcome['timings'] {
  const sum = { decompose: 0, execute: 0, verify: 0, serialize: 0, total: 0 }
  for (const timings of all) for (const stage of STAGES) sum[stage] += timings[stage]
  return sum
}

const STAGES = ['decompose', 'execute', 'verify', 'serialize', 'total'] as const
