import type { Reference } from '../../decompose/reference.ts'
import type { Variant } from '../../document/look-table.ts'
import type { Built } from './frame.ts'

/** "... on hover": only looks can be for a state or a device alone. */
export function inVariant(built: Built, variant: Variant): Built | null {
  const { wish } = built
  return wish.kind === 'style' && wish.effects.length > 0
    ? { ...built, cost: built.cost - VARIANT, wish: { ...wish, variant } }
    : null
}

/** Words that say it are not likely anything else. */
const VARIANT = 2

/** "... but not the last one": spared, whatever is done. */
export function withExcept(built: Built, except: readonly Reference[]): Built | null {
  const { wish } = built
  if (!('target' in wish)) return null
  const { types, noun, role } = wish.target
  // "all buttons but the Locked one": a button, too.
  const spared = except.map((one) =>
    one.pronoun === 'one' || one.pronoun === 'ones'
      ? { ...one, pronoun: null, types, noun, role, plural: one.pronoun === 'ones' }
      : one,
  )
  return {
    ...built,
    wish: { ...wish, target: { ...wish.target, except: [...wish.target.except, ...spared] } },
  }
}
