import { readAmount } from '../quantity.ts'
import type { Range } from '../range.ts'
import { addRanges, atLeast } from '../range.ts'
import { isNotDone, wordsOf } from './key-words.ts'
import type { LogNode, Place } from './log-tree.ts'
import { isBlank } from './outcome.ts'

/** An amount of tokens with the lines it comes from. */
export interface TokenAmount {
  readonly tokens: Range
  readonly places: readonly Place[]
  /** An estimate of somebody, and nothing that was counted. */
  readonly isEstimate: boolean
}

/** What a key says of the number beside it. */
type Role = 'actual' | 'own' | 'estimate' | 'sum' | 'part' | 'none'

/** Words that add nothing to `tokens`. */
const PLAIN = new Set('token total used usage count sum consumed overall amount cost spend spent'.split(' '))
const ACTUAL = new Set(['actual', 'measured', 'real', 'final'])
const ESTIMATE = new Set(['estimated', 'estimate', 'est', 'approx', 'approximate'])
const SUMS = new Set(['subtotal', 'total', 'sum'])
/** Beside the parts, and no part: whatever else the key says. */
const NO_PART = new Set(
  (
    'per average avg mean median percent percentage saving saved variance delta difference count rate ratio reduction ' +
    'minute second hour duration budget usd dollar price unbatched effective efficiency worth vs'
  ).split(' '),
)
/** The same at the beginning of a key. */
const NO_PART_FIRST = new Set(['max', 'min', 'start', 'end', 'starting', 'ending'])
/** The same where the key says nothing else. */
const NO_PART_ALONE = new Set('attempt issue pr id number tier port version round date time'.split(' '))
/** The same, where the number is as small as such a count is. */
const COUNTED = new Set(
  'fix loop line changed ticket commit file modified added removed found applied test passed failed'.split(
    ' ',
  ),
)
const SMALL = 1000

function isNoPart(words: readonly string[]): boolean {
  return (
    NO_PART_FIRST.has(words[0] ?? '') ||
    words.some((word) => NO_PART.has(word)) ||
    (words.length > 0 && words.every((word) => NO_PART_ALONE.has(word)))
  )
}

/** `fix_loops: 2` beside tokens is not part of them, `fix_loops: 6k` is. */
export function isCount(key: string, { high }: Range): boolean {
  const words = wordsOf(key)
  return (
    high < SMALL && words.length > 0 && words.every((word) => COUNTED.has(word) || NO_PART_ALONE.has(word))
  )
}

const BLOCK =
  /^(?:totals?|costs?|tokens?|token_?(?:tracking|usage|summary|breakdown|costs?|counts?|consumption)s?)$/i

export function isTokenBlock(node: LogNode): boolean {
  return node.kind === 'mapping' && isTokenKey(node.key)
}

export function isTokenKey(key: string): boolean {
  return BLOCK.test(key)
}

/** `tokens_estimated`, `actual_tokens`, `total_used`: what the number is, in a block of tokens or beside other things. */
export function roleOf(key: string, inBlock: boolean): Role {
  const words = wordsOf(key)
  if (isNotDone(key) || (!inBlock && !words.includes('token'))) return 'none'
  const rest = words.filter((word) => !PLAIN.has(word) && !ACTUAL.has(word) && !ESTIMATE.has(word))
  if (isNoPart(rest)) return 'none'
  const isSum = words.some((word) => SUMS.has(word))
  if (rest.length > 0) return isSum ? 'sum' : 'part'
  if (words.some((word) => ACTUAL.has(word))) return 'actual'
  if (isSum && inBlock) return 'sum'
  if (words.some((word) => ESTIMATE.has(word))) return 'estimate'
  return isSum ? 'sum' : 'own'
}

/** Whether a number with this key may be a part of a sum. */
export function isPart(key: string): boolean {
  return !isNotDone(key) && !isNoPart(wordsOf(key))
}

export interface AmountOptions {
  /** Whether estimates stand for what was used: only where something was done. */
  readonly isTold: boolean
  /** Mappings that are counted elsewhere. */
  readonly skip: (node: LogNode) => boolean
}

const MAX_DEPTH = 40

/**
 * What a mapping adds up to: two or more parts, else its own number (counted before estimated). Undefined if it holds none.
 */
export function amountIn(
  node: LogNode,
  options: AmountOptions,
  inBlock: boolean = isTokenBlock(node),
  depth = 0,
): TokenAmount | undefined {
  if (depth > MAX_DEPTH) return undefined
  const parts = partsIn(node, options, inBlock, depth)
  const own = ownAmount(node, options, inBlock)
  const isOpen = node.children.some((child) => isUnreadPart(child, options, inBlock))
  if (!isOpen) return parts.length >= 2 ? sumAmounts(parts) : (own ?? parts[0])
  // With a part that nobody can read the stated sum is the better one, as far as the others do not pass it.
  const known = parts.length === 0 ? undefined : sumAmounts(parts)
  if (own !== undefined && (known === undefined || own.tokens.high >= known.tokens.low)) return own
  return known === undefined ? undefined : { ...known, tokens: atLeast(known.tokens.low) }
}

/** A part whose number is missing, or written in a way that is not known. */
function isUnreadPart(node: LogNode, { skip }: AmountOptions, inBlock: boolean): boolean {
  if (node.kind !== 'scalar' || skip(node) || isNotDone(node.key) || roleOf(node.key, inBlock) !== 'part')
    return false
  const { value } = node
  if (readAmount(value) !== undefined || (typeof value === 'string' && value.includes('%'))) return false
  return isBlank(value) || (typeof value === 'string' && /^[~≈<>$]?\s?\d/.test(value.trim()))
}

/** The parts of a mapping or a list: numbers named for what they were spent on, and mappings that hold such. */
function partsIn(node: LogNode, options: AmountOptions, inBlock: boolean, depth = 0): readonly TokenAmount[] {
  return node.children.flatMap((child): readonly TokenAmount[] => {
    if (options.skip(child) || isNotDone(child.key)) return []
    if (child.kind !== 'scalar') {
      const amount = amountIn(child, options, inBlock || isTokenBlock(child), depth + 1)
      return amount === undefined ? [] : [amount]
    }
    const amount = roleOf(child.key, inBlock) === 'part' ? amountOf(child) : []
    return amount.filter(({ tokens }) => !isCount(child.key, tokens))
  })
}

const OWN_ROLES: readonly Role[] = ['actual', 'own', 'sum', 'estimate']

function ownAmount(node: LogNode, { isTold }: AmountOptions, inBlock: boolean): TokenAmount | undefined {
  for (const role of OWN_ROLES) {
    if (role === 'estimate' && !isTold) return undefined
    for (const child of node.children) {
      if (child.kind !== 'scalar' || roleOf(child.key, inBlock) !== role) continue
      const [amount] = amountOf(child)
      if (amount !== undefined) return { ...amount, isEstimate: role === 'estimate' }
    }
  }
  return undefined
}

function amountOf(node: LogNode): readonly TokenAmount[] {
  const tokens = readAmount(node.value)
  return tokens === undefined ? [] : [{ tokens, places: [node], isEstimate: false }]
}

export function sumAmounts(amounts: readonly TokenAmount[]): TokenAmount {
  return {
    tokens: addRanges(amounts.map(({ tokens }) => tokens)),
    places: amounts.flatMap(({ places }) => places),
    isEstimate: amounts.some(({ isEstimate }) => isEstimate),
  }
}
