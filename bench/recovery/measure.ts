import type { Answer, Blueprint } from '../../src/index.ts'
import type { CorpusCase, CorpusFile } from '../../test/support/corpus-case.ts'
import { judge } from '../../test/support/judge.ts'
import type { Core } from '../core.ts'
import { Chance } from '../reliability/chance.ts'
import { damages } from './damages.ts'
import type { Damage } from './damages.ts'

/** Suggestions of an answer that are looked at. */
const MOST_SUGGESTIONS = 3

/** Attempts at a damage, since one may happen to change nothing. */
const ATTEMPTS = 5

/** The share of damaged commands that have to end right. */
export const LEAST_RECOVERED = 0.9

/**
 * The outcome of a damaged command: `read` was read right as it stands, `corrected` right and with a note, `suggested` the right
 * command is among the first three suggestions, `wrong` applied with another outcome, `refused` without help.
 */
export const fates = ['read', 'corrected', 'suggested', 'wrong', 'refused'] as const

export type Fate = (typeof fates)[number]

export interface Damaged {
  readonly kind: string
  readonly id: string
  readonly original: string
  readonly command: string
  readonly fate: Fate
}

/** The outcome of the commands with one kind of damage. */
export interface Recovery extends Readonly<Record<Fate, number>> {
  readonly kind: string
  readonly what: string
  readonly tried: number
  /** Read, corrected or suggested. */
  readonly right: number
}

/** Puts one mistake of each kind into each applied command, and sees what the engine makes of it. */
export function measureRecovery(core: Core, files: readonly CorpusFile[], seed: number): readonly Damaged[] {
  return files.flatMap(({ cases, document }) =>
    cases.flatMap((kase) => {
      const open = (): Blueprint => document(kase)
      if (kase.expect !== 'applied' || !isRight(core, kase, open)) return []
      return damages.flatMap((damage) => {
        const command = damaged(damage, kase, open(), seed)
        if (command === null) return []
        const fate = fateOf(core, { ...kase, command }, open)
        return [{ kind: damage.kind, id: kase.id, original: kase.command, command, fate }]
      })
    }),
  )
}

export function summarize(all: readonly Damaged[]): readonly Recovery[] {
  return damages.map(({ kind, what }) => {
    const count: Record<Fate, number> = { read: 0, corrected: 0, suggested: 0, wrong: 0, refused: 0 }
    for (const one of all) if (one.kind === kind) count[one.fate]++
    const right = count.read + count.corrected + count.suggested
    return { kind, what, tried: right + count.wrong + count.refused, right, ...count }
  })
}

function damaged(damage: Damage, kase: CorpusCase, document: Blueprint, seed: number): string | null {
  const chance = new Chance(seedFor(`${damage.kind}/${kase.id}`, seed))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const command = damage.apply(kase.command, chance, document)
    if (command !== null && command !== kase.command) return command
  }
  return null
}

/** Each case has chances of its own: one more case changes nothing about the others (FNV-1a). */
function seedFor(name: string, seed: number): number {
  let hash = 2_166_136_261 ^ seed
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16_777_619)
  return hash
}

function fateOf(core: Core, kase: CorpusCase, open: () => Blueprint): Fate {
  const answer = core.createEngine().run(open(), kase.command)
  if (isRight(core, kase, open)) return isCorrected(answer) ? 'corrected' : 'read'
  const suggestions = answer.issues.flatMap(({ suggestions = [] }) => suggestions)
  if (suggestions.slice(0, MOST_SUGGESTIONS).some((command) => isRight(core, { ...kase, command }, open)))
    return 'suggested'
  return answer.status === 'applied' ? 'wrong' : 'refused'
}

function isRight(core: Core, kase: CorpusCase, open: () => Blueprint): boolean {
  return judge(core.createEngine(), kase, open()).length === 0
}

function isCorrected({ issues, steps }: Answer): boolean {
  return (
    issues.some(({ code }) => code === 'corrected') || steps.some(({ corrections }) => corrections.length > 0)
  )
}
