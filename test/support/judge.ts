import { isDeepStrictEqual } from 'node:util'
import type { Answer, Blueprint } from '../../src/index.ts'
import type { Check, CorpusCase } from './corpus-case.ts'
import { entriesOf, failureOf } from './judge-checks.ts'
import type { Pair } from './judge-checks.ts'
import { brokenPromises, unequalHeights } from './judge-promises.ts'

/** As much of an engine as the judge needs. */
export interface Runner {
  run(blueprint: Blueprint, command: string): Answer
}

/**
 * Runs a case and says everything that is wrong with the answer, nothing where all is well: a broken promise begins with
 * `promise:`, the rest are the status and the checks of the case.
 */
export function judge(engine: Runner, kase: CorpusCase, document: Blueprint): string[] {
  const before = structuredClone(document)
  const answer = engine.run(document, kase.command)
  const wrong = brokenPromises(kase.command, document, before, answer, (blueprint, command) =>
    engine.run(blueprint, command),
  ).map((broken) => `promise: ${broken}`)
  if (answer.status !== kase.expect) {
    const issues = answer.issues.map(({ code, message }) => `${code}: ${message}`).join('; ')
    wrong.push(`the answer is ${answer.status}, not ${kase.expect} (${issues})`)
    // The checks of a command that was to change something would only repeat it.
    if (kase.expect === 'applied') return wrong
  }
  const after = answer.blueprint
  const pair: Pair = { before, after, was: entriesOf(before), is: entriesOf(after) }
  if (
    kase.checks.some(({ onlyChanged }) => onlyChanged !== undefined) &&
    !isDeepStrictEqual(restOf(before, kase), restOf(after, kase))
  )
    wrong.push('a token or a top-level key changed as well')
  wrong.push(...unequalHeights(pair.was, after))
  for (const check of kase.checks) {
    const failure = isOfReply(check) ? wrongReply(check, answer) : failureOf(check, pair)
    if (failure !== null) wrong.push(failure)
  }
  return wrong
}

function isOfReply({ reply, found }: Check): boolean {
  return reply !== undefined || found !== undefined
}

/** What is wrong with the answer to a question; null where nothing is. */
function wrongReply({ reply, found }: Check, answer: Answer): string | null {
  if (reply !== undefined && !new RegExp(reply, 'i').test(answer.reply ?? ''))
    return `the reply is ${JSON.stringify(answer.reply)}, not like ${reply}`
  if (found === undefined) return null
  const ids = [...new Set((answer.found ?? []).map(({ id }) => id))].sort()
  return isDeepStrictEqual(ids, [...found].sort()) ? null : `found ${ids.join(', ')}, not ${found.join(', ')}`
}

/** All of a document but its components and the tokens that the case names. */
function restOf(document: Blueprint, { checks }: CorpusCase): unknown {
  const named = new Set(checks.map(({ token }) => token))
  const tokens = Object.entries(document.tokens ?? {}).filter(([key]) => !named.has(key))
  return { ...document, components: null, tokens: Object.fromEntries(tokens) }
}
