import { describeYamlProblem, parseYaml } from '@blueprint-engine/files/formats'
import type { JsonObject, Result } from 'blueprint-command-engine/base'
import { describe, fail, isJsonObject, ok, own } from 'blueprint-command-engine/base'
import type { ChoicePolicy, ModelOption } from './choice-policy.ts'
import { defaultPolicy } from './choice-policy.ts'
import { COMPLEXITIES } from './complexity.ts'
import type { TokenMix } from './token-mix.ts'
import { agentMix, usdPerMillionOf } from './token-mix.ts'

const FIELDS = [
  'models',
  'mix',
  'review_tokens',
  'fix_loop_tokens',
  'proven',
  'min_success_rate',
  'confidence',
]
const MAX_MODELS = 50
const MAX_TOKENS = 1e9

/**
 * Reads a policy in YAML or JSON; what it leaves out is the default's. Models are listed from the cheapest to the strongest; one
 * without a price is asked for in the price list. Everything that is wrong is said at once.
 *
 * @example
 * parsePolicy(`
 * models:
 *   - { name: gpt-5-mini, tokens_per_try: 9000 }
 *   - { name: house-model, tokens_per_try: 12000, usd_per_million_tokens: 0.4 }
 * proven: { mechanical: gpt-5-mini, nuanced: house-model, architectural: house-model }
 * `)
 */
export function parsePolicy(text: string): Result<ChoicePolicy, readonly string[]> {
  const parsed = parseYaml(text)
  if (!parsed.ok) return fail(parsed.error.map(describeYamlProblem))
  const { value } = parsed
  if (!isJsonObject(value)) return fail([`expected fields, got ${describe(value)}`])
  const problems = Object.keys(value).flatMap((key) =>
    FIELDS.includes(key) ? [] : [`unknown field "${key}"; known are ${FIELDS.join(', ')}`],
  )
  const mix = readMix(own(value, 'mix'), problems)
  const ladder = readModels(own(value, 'models'), mix, problems)
  const names = ladder.map(({ name }) => name)
  const policy: ChoicePolicy = {
    ladder,
    reviewTokens: readNumbers(value, 'review_tokens', defaultPolicy.reviewTokens, problems),
    fixLoopTokens: readNumber(value, 'fix_loop_tokens', defaultPolicy.fixLoopTokens, MAX_TOKENS, problems),
    proven: readProven(own(value, 'proven'), names, problems),
    minSuccessRate: readNumber(value, 'min_success_rate', defaultPolicy.minSuccessRate, 1, problems),
    confidence: readConfidence(own(value, 'confidence'), problems),
  }
  return problems.length > 0 ? fail(problems) : ok(policy)
}

function readModels(value: unknown, mix: TokenMix, problems: string[]): readonly ModelOption[] {
  if (value === undefined) return defaultPolicy.ladder
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_MODELS) {
    problems.push(`"models" must be a list of 1 to ${MAX_MODELS}, got ${describe(value)}`)
    return defaultPolicy.ladder
  }
  const models = value.map((entry: unknown, i): ModelOption => {
    const where = `model ${i + 1}`
    const fields = isJsonObject(entry) ? entry : {}
    const name = own(fields, 'name')
    if (typeof name !== 'string' || name.trim() === '')
      problems.push(`${where}: "name" must be a text, got ${describe(name)}`)
    const stated = own(fields, 'usd_per_million_tokens')
    const usd = stated === undefined ? usdPerMillionOf(String(name), mix) : stated
    if (typeof usd !== 'number' || !(usd >= 0)) {
      problems.push(
        `${where}: the price of ${String(name)} is not known; state "usd_per_million_tokens", a number from 0`,
      )
    }
    return {
      name: String(name),
      tokensPerTry: readNumber(fields, 'tokens_per_try', 12_000, MAX_TOKENS, problems),
      usdPerMillionTokens: typeof usd === 'number' ? usd : 0,
    }
  })
  const twice = models.filter(({ name }, i) => models.findIndex((other) => other.name === name) !== i)
  for (const { name } of twice) problems.push(`two models have the name "${name}"`)
  return models
}

function readMix(value: unknown, problems: string[]): TokenMix {
  if (value === undefined) return agentMix
  const fields = isJsonObject(value) ? value : {}
  const [input, output, cacheWrite, cacheRead] = ['input', 'output', 'cache_write', 'cache_read'].map((key) =>
    readNumber(fields, key, 0, 1, problems),
  )
  const mix = { input: input!, output: output!, cacheWrite: cacheWrite!, cacheRead: cacheRead! }
  const sum = mix.input + mix.output + mix.cacheWrite + mix.cacheRead
  if (Math.abs(sum - 1) > 0.001) {
    problems.push(`"mix" must hold input, output, cache_write and cache_read that make 1, got ${sum}`)
  }
  return mix
}

function readProven(value: unknown, names: readonly string[], problems: string[]): ChoicePolicy['proven'] {
  const fields = isJsonObject(value) ? value : {}
  const strongest = names.at(-1) ?? ''
  const proven = COMPLEXITIES.map((complexity) => {
    const stated = own(fields, complexity)
    const usual = defaultPolicy.proven[complexity]
    // A ladder of other models has proved nothing yet: the strongest is taken.
    if (stated === undefined) return [complexity, names.includes(usual) ? usual : strongest] as const
    if (typeof stated !== 'string' || !names.includes(stated)) {
      problems.push(
        `"proven" ${complexity} must be one of the models ${names.join(', ')}, got ${describe(stated)}`,
      )
    }
    return [complexity, typeof stated === 'string' ? stated : strongest] as const
  })
  // One entry for each complexity.
  return Object.fromEntries(proven) as ChoicePolicy['proven']
}

function readNumbers<T extends { readonly [key: string]: number }>(
  entry: JsonObject,
  key: string,
  usual: T,
  problems: string[],
): T {
  const value = own(entry, key)
  if (value === undefined) return usual
  const fields = isJsonObject(value) ? value : {}
  if (!isJsonObject(value))
    problems.push(`"${key}" must hold ${Object.keys(usual).join(', ')}, got ${describe(value)}`)
  const read = Object.entries(usual).map(([name, number]) => [
    name,
    readNumber(fields, name, number, MAX_TOKENS, problems),
  ])
  // The same keys.
  return Object.fromEntries(read) as T
}

function readNumber(entry: JsonObject, key: string, usual: number, most: number, problems: string[]): number {
  const value = own(entry, key)
  if (value === undefined) return usual
  if (typeof value === 'number' && value >= 0 && value <= most) return value
  problems.push(`"${key}" must be a number from 0 to ${most}, got ${describe(value)}`)
  return usual
}

function readConfidence(value: unknown, problems: string[]): ChoicePolicy['confidence'] {
  if (value === undefined) return defaultPolicy.confidence
  if (value === 0.8 || value === 0.9 || value === 0.95 || value === 0.99) return value
  problems.push(`"confidence" must be 0.8, 0.9, 0.95 or 0.99, got ${describe(value)}`)
  return defaultPolicy.confidence
}
