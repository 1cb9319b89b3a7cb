import type { Issue, LensNode, LensView, Refined, Result, Step, Target } from 'blueprint-command-engine'

/** What a step comes to in a format, or why the format cannot hold it. */
export type Outcome = Result<Refined, readonly Issue[]>

/** The steps that change looks and contents of their targets. */
export type LookStep = Extract<
  Step,
  { readonly kind: 'set' | 'own' | 'adjust' | 'resize' | 'lightness' | 'shadow' | 'pill' | 'align' }
>

/** A look that has a name: outline, text only, filled. */
export type NamedLookStep = Extract<Step, { readonly kind: 'look' }>

/** A look of a state or device: hover, mobile. */
export function saysVariant(step: LookStep | NamedLookStep): boolean {
  return 'variant' in step && step.variant !== undefined
}

/** The same for every target, all or none. */
export function eachTarget(
  targets: readonly Target[],
  view: LensView,
  one: (node: LensNode) => Outcome,
): Outcome {
  const steps: Step[] = []
  const issues: Issue[] = []
  const nodes = view.nodes(targets)
  for (const node of nodes) {
    const outcome = one(node)
    if (!outcome.ok) return outcome
    steps.push(...outcome.value.steps)
    issues.push(...outcome.value.issues)
  }
  // Targets that are gone are the executor's to refuse.
  if (nodes.length === 0) steps.push({ kind: 'delete', targets })
  return { ok: true, value: { steps, issues } }
}
