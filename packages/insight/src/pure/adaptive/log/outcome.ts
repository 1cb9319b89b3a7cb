import type { Range } from '../range.ts'
import { atLeast, exactly } from '../range.ts'
import { wordsOf } from './key-words.ts'

/** What a word such as `PASS_AFTER_FIXES` says. */
export interface Outcome {
  /** `blank`: a place that nobody filled in. `unclear`: words that are not known. */
  readonly kind: 'done' | 'failed' | 'unfinished' | 'blank' | 'unclear'
  /** Null if the word says nothing about them. */
  readonly fixLoops: Range | null
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const DONE = setOf(
  'pass passed success successful succeed succeeded complete completed done approve approved merge merged ' +
    'validated verified ok okay finished green accepted resolved works working yes ready lgtm',
)
const FAILED = setOf(
  'fail failed failing failure reject rejected error errored broken broke crash crashed timeout abort aborted ' +
    'cancel cancelled canceled revert reverted abandoned unsuccessful red request requested',
)
const UNFINISHED = setOf(
  'partial partially incomplete pending progress running started todo waiting blocked skip skipped stopped ' +
    'deferred open planned queued interrupted paused wip needs need requires require required',
)
const NEGATIONS = setOf('not no never without zero 0 non')
const NEGATIVE_PREFIXED = setOf('unfinished unresolved uncompleted unmerged unapproved')
/** Words of somebody who is not sure, or speaks of what is to come. */
const HEDGES = setOf(
  'almost nearly would should could might may probably likely hopefully presumably maybe perhaps expected will mostly',
)
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[✅✔☑👍🟢]/gu, ' passed '],
  [/[❌✖✗✘⛔🔴👎]/gu, ' failed '],
  [/[⏳⌛🔄🚧⏸⏭]/gu, ' pending '],
]
const FIX = setOf('fix rework retry repair fixed reworked revision fixup')
const LOOP = setOf('loop cycle round iteration')
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['no', 0],
  ['zero', 0],
  ['without', 0],
  ['one', 1],
  ['single', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])

/** Words after these tell what came before the outcome, or beside it. */
const SEPARATORS = setOf('after with following despite because but')

/**
 * Reads an outcome as people write it. What failed before is not held against what passed in the end; what stands in
 * brackets explains and does not decide.
 *
 * @example
 * readOutcome('PASS_WITH_FIX_LOOP') // { kind: 'done', fixLoops: 1 exactly }
 * readOutcome('passed_after_fixes') // { kind: 'done', fixLoops: at least 1 }
 */
export function readOutcome(value: unknown): Outcome {
  if (typeof value === 'boolean') return { kind: value ? 'done' : 'failed', fixLoops: null }
  if (isBlank(value)) return { kind: 'blank', fixLoops: null }
  if (typeof value !== 'string') return { kind: 'unclear', fixLoops: null }
  const fixLoops = fixLoopsIn(value)
  // `FAILED then PASSED`, `rejected -> approved`: the end counts.
  const [last = ''] = value.split(/\bthen\b|->|→|⇒/i).slice(-1)
  const plain = SIGNS.reduce((text, [sign, word]) => text.replaceAll(sign, word), last)
  const head = plain.split(/[(;,]| - | – | — /, 1)[0]!
  const words = wordsOf(head)
  const end = words.findIndex((word, i) => i > 0 && SEPARATORS.has(word))
  const kind = kindOf(end < 0 ? words : words.slice(0, end))
  return { kind: kind === 'done' ? qualified(head, words, end) : kind, fixLoops }
}

/** What is said beside `passed`: `almost`, `?`, `90%`, `2 of 3`, `with errors`. */
function qualified(head: string, words: readonly string[], end: number): Outcome['kind'] {
  if (head.includes('?') || words.some((word) => HEDGES.has(word))) return 'unclear'
  const percent = /(\d{1,3}(?:\.\d{1,3})?)\s?%/.exec(head)?.[1]
  const [, part, whole] = /(\d{1,6})\s?(?:\/|of|out of)\s?(\d{1,6})/i.exec(head) ?? []
  if (percent !== undefined && Number(percent) < 100) return 'unfinished'
  if (part !== undefined && Number(part) < Number(whole)) return 'unfinished'
  // What came before is over; what is there beside it is not.
  const beside = end < 0 || words[end] === 'after' || words[end] === 'following' ? [] : words.slice(end + 1)
  const besideKind = kindOf(beside)
  return besideKind === 'failed' || besideKind === 'unfinished' ? 'unclear' : 'done'
}

/** Places that a template leaves to be filled in. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return (
    typeof value === 'string' &&
    /^\s{0,9}(?:[-?–—.]{0,5}|n\/?a|tbd|todo|unknown|not (?:yet )?(?:known|measured|recorded|tracked)|[^|]{1,60}\|.{1,200}|[[<].{0,200}[\]>]|.{0,60}\$\{.{0,200})\s{0,9}$/i.test(
      value,
    )
  )
}

function kindOf(words: readonly string[]): Outcome['kind'] {
  const found = new Set<Outcome['kind']>()
  words.forEach((word, i) => {
    const isNegated = NEGATIONS.has(words[i - 1] ?? '')
    if (NEGATIVE_PREFIXED.has(word)) found.add('unfinished')
    else if (DONE.has(word)) found.add(isNegated ? 'unfinished' : 'done')
    else if (!isNegated && FAILED.has(word)) found.add('failed')
    else if (!isNegated && UNFINISHED.has(word)) found.add('unfinished')
  })
  for (const kind of ['failed', 'unfinished', 'done'] as const) if (found.has(kind)) return kind
  return 'unclear'
}

/** How many fix loops a text tells of; null if it does not speak of them. */
function fixLoopsIn(text: string): Range | null {
  const words = wordsOf(text)
  const at = words.findIndex((word) => FIX.has(word))
  if (at < 0) return /first[\s_-]{1,3}(?:try|attempt|pass)\b/i.test(text) ? exactly(0) : null
  const before = words.slice(Math.max(0, at - 2), at)
  const said = before.flatMap((word) => countOf(word) ?? []).at(-1)
  const isPlural =
    /\b(?:fixes|retries|repairs|revisions|(?:fix|rework|repair)[\s_-]?(?:loop|cycle|round|iteration)s)\b/i.test(
      text.replaceAll('_', ' '),
    )
  if (said !== undefined) {
    // Of two fixes it is not said in how many rounds they were made.
    const isLoops = LOOP.has(words[at + 1] ?? '')
    return said === 0 || isLoops ? exactly(said) : atLeast(1)
  }
  return isPlural || !LOOP.has(words[at + 1] ?? '') ? atLeast(1) : exactly(1)
}

function countOf(word: string): number | undefined {
  return COUNTS.get(word) ?? (/^\d{1,4}x?$/.test(word) ? Number.parseInt(word, 10) : undefined)
}
