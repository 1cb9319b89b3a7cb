import type { Complexity } from './complexity.ts'
import { readComplexity } from './complexity.ts'
import { hasWord, wordsOf } from './log/key-words.ts'
import type { LogNode, Place } from './log/log-tree.ts'
import { readMinutes, readQuantity } from './quantity.ts'

/** Measures that a criterion can speak of; all numbers, so that every criterion has a figure to show. */
export const CRITERION_MEASURES = [
  'total tokens',
  'tokens per ticket',
  'planning tokens',
  'planning savings',
  'review attempts',
  'fix loops',
  'fix loop rate %',
  'success rate %',
  'first-try rate %',
  'tickets done',
  'all tickets passed review',
  'minutes',
  'savings vs V2 %',
  'savings vs single agent %',
  'overhead vs single agent %',
] as const
export type Measure = (typeof CRITERION_MEASURES)[number]

/** Which tickets a rate is over; all where nothing is said. */
export interface Scope {
  readonly model?: string
  readonly complexity?: Complexity
}

export interface Criterion {
  readonly name: string
  readonly measure: Measure
  readonly comparison: '<' | '<=' | '>' | '>=' | '='
  readonly limit: number
  readonly scope?: Scope
}

/** A criterion as a log states it. */
export interface StatedCriterion {
  readonly name: string
  readonly text: string
  readonly place: Place
}

const EVALUATED = new Set(['evaluation', 'result', 'met', 'assessment', 'status', 'outcome'])
/** Of a criterion with several levels this is the one that has to be met. */
const DECISIVE = ['pass_if', 'pass if', 'target', 'threshold', 'criterion', 'criteria', 'condition']

/** The texts under every key that speaks of criteria, whatever their form: a mapping, a list, levels below a name. */
export function readCriteria(nodes: readonly LogNode[]): readonly StatedCriterion[] {
  const heads = nodes.filter(
    ({ key, kind }) => kind !== 'scalar' && wordsOf(key).includes('criteria') && !hasWord(key, EVALUATED),
  )
  const inner = new Set(heads.flatMap((head) => head.children))
  const listed = heads.filter((head) => !inner.has(head)).flatMap((head) => head.children.flatMap(readEntry))
  const texts = nodes.filter(
    ({ key, kind, value, path }) =>
      kind === 'scalar' &&
      typeof value === 'string' &&
      wordsOf(key).at(-1) === 'criteria' &&
      !path.slice(0, -1).some((one) => wordsOf(one).includes('criteria')),
  )
  return [...listed, ...texts.flatMap(readLines)]
}

/** A criterion a line, with or without a dash before it. */
function readLines({ value, file, line }: LogNode): readonly StatedCriterion[] {
  return String(value)
    .split('\n')
    .map((text) => text.replace(/^\s{0,9}[-*•]?\s{0,9}/, '').trim())
    .filter((text) => text !== '')
    .map((text) => ({ name: nameOf(text), text, place: { file, line } }))
}

function readEntry(node: LogNode): readonly StatedCriterion[] {
  if (node.kind === 'scalar') {
    if (node.value === null) return []
    const isNumbered = /^\d{1,6}$/.test(node.key)
    const text = String(node.value)
    return [{ name: isNumbered ? nameOf(text) : node.key, text, place: { file: node.file, line: node.line } }]
  }
  const decisive = DECISIVE.map((key) => node.children.find((child) => child.key.toLowerCase() === key)).find(
    (child) => child !== undefined,
  )
  const entries = (decisive === undefined ? node.children : [decisive]).flatMap(readEntry)
  const stated = node.children.find(({ key }) => key === 'name' || key === 'metric')?.value
  const name = typeof stated === 'string' ? stated : /^\d{1,6}$/.test(node.key) ? undefined : node.key
  return entries
    .filter((entry) => entry.name !== 'name' && entry.name !== 'metric')
    .map((entry) => (decisive === undefined ? entry : { ...entry, name: name ?? entry.name }))
}

function nameOf(text: string): string {
  return (
    text
      .split(/[<>=≤≥:]/, 1)[0]!
      .trim()
      .slice(0, 60) || text.slice(0, 60)
  )
}

/** Ways to compare, the longer before the shorter. */
const COMPARISONS: readonly (readonly [RegExp, Criterion['comparison']])[] = [
  [
    /<=|≤|\bat most\b|\bno more than\b|\bnot more than\b|\bup to\b|\bmax(?:imum)?(?: of)?\b|\bwithin\b/iu,
    '<=',
  ],
  [/>=|≥|\bat least\b|\bno less than\b|\bmin(?:imum)?(?: of)?\b/iu, '>='],
  [/<|\bless than\b|\bfewer than\b|\bunder\b|\bbelow\b/iu, '<'],
  [/>|\bmore than\b|\bgreater than\b|\bover\b|\babove\b|\bexceeds?\b/iu, '>'],
  [/==?/u, '='],
]

/**
 * Reads a criterion as people write it: `< 120k total (vs 363k V2)`, `haiku_success_rate > 70%`, `fix_loops <= 1 AND
 * review_attempts <= 2`. Empty where any part of it is not understood: half a criterion is none.
 */
export function readCriterion(name: string, text: string): readonly Criterion[] {
  const plain = text.replaceAll(/\([^)]{0,300}\)/gu, ' ')
  if (/\bor\b|\|\|/i.test(plain)) return []
  const within =
    /\bpass(?:es)? (?:the )?reviews?(?: (?:within|in at most|in) (\d{1,4}) | (?:on|at|with) (?:the )?(first) )?/i.exec(
      plain,
    )
  if (within !== null) return reviewCriteria(name, within[1] ?? (within[2] === undefined ? undefined : '1'))
  const parts = plain.split(/\s(?:and|&&)\s|;/i)
  const read = parts.map((part) => readPart(name, part))
  return read.every((one) => one !== undefined) ? read : []
}

function reviewCriteria(name: string, attempts: string | undefined): readonly Criterion[] {
  const reviews: Criterion = { name, measure: 'all tickets passed review', comparison: '>=', limit: 1 }
  if (attempts === undefined) return [reviews]
  return [
    { ...reviews, name: `${name}: reviews` },
    { name: `${name}: attempts`, measure: 'review attempts', comparison: '<=', limit: Number(attempts) },
  ]
}

function readPart(name: string, part: string): Criterion | undefined {
  // Money is no amount of tokens.
  if (/[$€£]|\b(?:usd|eur|dollars?|cents?|euros?)\b/i.test(part)) return undefined
  const found = COMPARISONS.flatMap(([pattern, comparison]) => {
    const match = pattern.exec(part)
    return match === null ? [] : [{ comparison, at: match.index, end: match.index + match[0].length }]
  }).sort((a, b) => a.at - b.at || b.end - a.end)[0]
  const none = found === undefined && /^\s*(?:no|zero|0) fix/i.test(part)
  if (found === undefined && !none) return undefined
  const comparison = found?.comparison ?? '='
  const after = found === undefined ? '0' : part.slice(found.end).trim()
  const minutes = readMinutes(after)
  const limit =
    readQuantity(after.slice(0, 60)) ?? (minutes === undefined ? undefined : readQuantity(minutes))
  if (limit === undefined || limit.low !== limit.high) return undefined
  const words = wordsOf(`${name} ${part}`)
  const isPercent = limit.unit === 'percent'
  const measure = MEASURE_ROWS.find((row) => row.fits(new Set(words), isPercent))?.measure
  if (measure === undefined) return undefined
  return {
    name,
    measure,
    comparison,
    limit: limitOf(measure, limit.value, isPercent, after),
    ...scopeOf(measure, words),
  }
}

function limitOf(measure: Measure, value: number, isPercent: boolean, text: string): number {
  if (measure === 'minutes') return readMinutes(text) ?? value
  return measure.endsWith('%') && !isPercent && value <= 1 ? value * 100 : value
}

type Fits = (words: ReadonlySet<string>, isPercent: boolean) => boolean

const any = (words: ReadonlySet<string>, ...names: readonly string[]): boolean =>
  names.some((name) => words.has(name))

/** What words mean which measure; the first row that fits. A share is never taken for an amount, nor the other way round. */
const MEASURE_ROWS: readonly { readonly measure: Measure; readonly fits: Fits }[] = [
  {
    measure: 'fix loop rate %',
    fits: (words, isPercent) =>
      any(words, 'fix', 'rework') && (any(words, 'rate') || isPercent) && !any(words, 'success'),
  },
  {
    measure: 'first-try rate %',
    fits: (words, isPercent) =>
      any(words, 'first') && any(words, 'try', 'attempt', 'pass') && (any(words, 'rate') || isPercent),
  },
  {
    measure: 'success rate %',
    fits: (words, isPercent) =>
      any(words, 'success', 'pass', 'completion', 'succeed') && (any(words, 'rate') || isPercent),
  },
  {
    measure: 'overhead vs single agent %',
    fits: (words, isPercent) => isPercent && any(words, 'overhead') && any(words, 'single'),
  },
  {
    measure: 'savings vs single agent %',
    fits: (words, isPercent) =>
      isPercent && any(words, 'saving', 'cheaper', 'reduction') && any(words, 'single'),
  },
  {
    measure: 'savings vs V2 %',
    fits: (words, isPercent) => isPercent && any(words, 'saving', 'cheaper', 'reduction'),
  },
  {
    measure: 'minutes',
    fits: (words, isPercent) => !isPercent && any(words, 'minute', 'time', 'hour', 'duration'),
  },
  {
    measure: 'planning savings',
    fits: (words, isPercent) => !isPercent && any(words, 'planning', 'batching') && any(words, 'saving'),
  },
  { measure: 'planning tokens', fits: (words, isPercent) => !isPercent && any(words, 'planning') },
  {
    measure: 'fix loops',
    fits: (words, isPercent) => !isPercent && any(words, 'fix', 'rework') && !any(words, 'per', 'token'),
  },
  { measure: 'review attempts', fits: (words, isPercent) => !isPercent && any(words, 'attempt') },
  {
    measure: 'tickets done',
    fits: (words, isPercent) =>
      !isPercent &&
      any(words, 'ticket') &&
      any(words, 'complete', 'completed', 'done', 'finished') &&
      !any(words, 'token', 'per', 'cost'),
  },
  {
    measure: 'tokens per ticket',
    fits: (words, isPercent) =>
      !isPercent && any(words, 'average', 'per') && !any(words, 'fix', 'usd', 'dollar'),
  },
  {
    measure: 'total tokens',
    fits: (words, isPercent) =>
      !isPercent && any(words, 'total', 'token') && !any(words, 'usd', 'dollar', 'saving', 'overhead'),
  },
]

const MODELS = ['haiku', 'sonnet', 'opus', 'gpt', 'gemini', 'codex']

function scopeOf(measure: Measure, words: readonly string[]): { readonly scope?: Scope } {
  if (!measure.includes('rate')) return {}
  const model = MODELS.find((name) => words.includes(name))
  const complexity = words
    .map((word) => (word === 'test' ? undefined : readComplexity(word)))
    .find((one) => one !== undefined)
  if (model === undefined && complexity === undefined) return {}
  return { scope: { ...(model !== undefined && { model }), ...(complexity !== undefined && { complexity }) } }
}
