import { applyPatch, createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, Engine, Step } from '../../src/index.ts'
import { contentOf } from '../property/samples.ts'
import { patchedCopy } from '../support/json-patch.ts'
import { isSame, promise } from './target.ts'

/** The text of a value that came from anywhere; null for what JSON cannot write, or what throws when it is read. */
export function textOfAny(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null
  } catch {
    return null
  }
}

/** Runs a command with one engine, and holds the answer against all that is promised of any answer. */
export function checkRun(engine: Engine, document: Blueprint, command: string | readonly Step[]): string {
  const before = textOfAny(document)
  const answer = engine.run(document, command)
  const { status, issues, blueprint, json } = answer
  promise(
    `no internal failure: ${issues.find(({ code }) => code === 'internal')?.message}`,
    issues.every(({ code }) => code !== 'internal'),
  )
  promise('the input is not changed', textOfAny(document) === before)
  if (status === 'rejected' || status === 'clarify') checkRefused(answer, document)
  // What is not a document has no text that could be held against anything.
  if (issues.some(({ stage }) => stage === 'input') && status === 'rejected') return 'refused input'
  if (before === null) promise('what cannot be written is refused', false)
  isSame('json is JSON.stringify(blueprint)', json, JSON.stringify(blueprint))
  checkPatches(answer, document, before!)
  checkAgain(answer, before!, command)
  if (status === 'applied') checkValid(json)
  return status
}

function checkRefused({ blueprint, patches, inverse, changed, issues }: Answer, document: Blueprint): void {
  promise('refused is unchanged', Object.is(blueprint, document))
  promise('refused has no patches', patches.length + inverse.length + changed.length === 0)
  promise(
    'refused has a reason',
    issues.some(({ severity }) => severity === 'error'),
  )
}

function checkPatches(
  { blueprint, patches, inverse, json }: Answer,
  document: Blueprint,
  before: string,
): void {
  isSame('the patches make the result', JSON.stringify(applyPatch(document, patches)), json)
  isSame('the inverse makes the input', JSON.stringify(applyPatch(blueprint, inverse)), before)
  const sent = JSON.parse(JSON.stringify({ patches, inverse })) as Pick<Answer, 'patches' | 'inverse'>
  const parsed = JSON.parse(before) as Blueprint
  isSame('sent patches make the result', JSON.stringify(patchedCopy(parsed, sent.patches)), json)
  isSame(
    'a sent inverse makes the input',
    JSON.stringify(patchedCopy(JSON.parse(json) as Blueprint, sent.inverse)),
    before,
  )
}

/** Another engine, without a cache, that has the document from its text. */
function checkAgain(answer: Answer, before: string, command: string | readonly Step[]): void {
  const other = createEngine({ intentCache: 0 }).run(JSON.parse(before) as Blueprint, command)
  isSame(
    'the same input gives the same answer',
    JSON.stringify(contentOf(other)),
    JSON.stringify(contentOf(answer)),
  )
}

function checkValid(json: string): void {
  const { issues } = createEngine().verify(JSON.parse(json) as Blueprint)
  const wrong = issues.find(({ stage }) => stage === 'input')
  promise(`the result is a document: ${wrong?.message}`, wrong === undefined)
}
