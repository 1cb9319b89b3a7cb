import type { Step, Target } from '../../command/step.ts'

/** Groups targets by a key in the order of their first member, one step a group. */
export function byGroup<K>(
  targets: readonly Target[],
  keyOf: (target: Target) => K,
  step: (key: K, targets: readonly Target[]) => Step,
): Step[] {
  if (targets.length === 1) return [step(keyOf(targets[0]!), targets)]
  const groups = new Map<K, Target[]>()
  for (const target of targets) {
    const key = keyOf(target)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [target])
    else group.push(target)
  }
  return [...groups].map(([key, group]) => step(key, group))
}
