import type { IssueCode } from '../../command/issue.ts'
import type { AnyProperty } from '../../document/native-table.ts'
import { aspectOf, aspects } from '../../verify/aspects.ts'
import type { AspectMask } from '../../verify/aspects.ts'
import { rules } from '../../verify/registry.ts'
import type { Rule, RuleName } from '../../verify/rule.ts'

/**
 * Findings that depend on the same of a document. As long as only one of several commands changes what a finding depends
 * on, verifying them together says of each what verifying it alone would say; two could hide one another's findings.
 */
export interface Channel {
  readonly rules: readonly RuleName[]
  /** What of a component its own findings depend on. */
  readonly reads: AspectMask
  /** What of a component the findings of everything in it depend on. */
  readonly passesOn: AspectMask
  /** Findings are about siblings, or compared with theirs. */
  readonly isAmongSiblings: boolean
  readonly readsBoxes: boolean
  readonly readsTheme: boolean
}

/** Each of their findings is about one property of one component, or about what no property decides. */
const OF_ONE_PROPERTY: ReadonlySet<RuleName> = new Set([
  'schema',
  'duplicate-id',
  'identity-changed',
  'box-invalid',
  'color-syntax',
  'token-reference',
])

const BOX = aspects('box')

/** Made from what the rules say of themselves; rules that depend on the same share a channel. */
export const channels: readonly Channel[] = makeChannels()

function makeChannels(): Channel[] {
  const made: Channel[] = []
  for (const rule of rules) {
    if (OF_ONE_PROPERTY.has(rule.name)) continue
    const channel = channelOf(rule)
    const same = made.findIndex(
      (other) =>
        other.reads === channel.reads &&
        other.passesOn === channel.passesOn &&
        other.isAmongSiblings === channel.isAmongSiblings &&
        other.readsTheme === channel.readsTheme,
    )
    if (same < 0) made.push(channel)
    else made[same] = { ...channel, rules: [...made[same]!.rules, rule.name] }
  }
  return made
}

function channelOf(rule: Rule): Channel {
  const isAmongSiblings = rule.scope === 'siblings' || ('peers' in rule && rule.peers === 'siblings')
  return {
    rules: [rule.name],
    reads: rule.reads,
    passesOn: 'passesOn' in rule ? rule.passesOn : 0,
    isAmongSiblings,
    readsBoxes: (rule.reads & BOX) !== 0,
    readsTheme: 'readsTheme' in rule && rule.readsTheme,
  }
}

/** Which channels a property belongs to, and whether what is inside the component depends on it too. */
export interface Reach {
  readonly channel: number
  readonly isDeep: boolean
}

const reaches = new Map<AnyProperty, readonly Reach[]>()

/** O(1) after the first time. */
export function reachesOf(property: AnyProperty): readonly Reach[] {
  let found = reaches.get(property)
  if (found === undefined) {
    const aspect = aspectOf(property)
    found = channels.flatMap(({ reads, passesOn }, channel) =>
      (reads & aspect) === 0 ? [] : [{ channel, isDeep: (passesOn & aspect) !== 0 }],
    )
    reaches.set(property, found)
  }
  return found
}

/** The channel of a code, -1 for codes of rules that look at one property and of no rule. */
export function channelOfCode(code: IssueCode): number {
  return channels.findIndex((channel) => channel.rules.some((name) => name === code))
}

/** Channels on which a text counts only as being there or not. */
export function asksOnlyWhetherTextShows(channel: number): boolean {
  return channels[channel]!.rules.every((name) => name === 'contrast' || name === 'contrast-unknown')
}
