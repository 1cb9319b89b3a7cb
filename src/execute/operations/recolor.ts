import type { RecolorStep } from '../../command/look-steps.ts'
import { colorClass } from '../../document/color-class.ts'
import { colorDifference, parseColor, withAlpha } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import { recolored } from '../../document/look-colors.ts'
import { colorTokens, tokenSpec } from '../../document/token-address.ts'
import type { TokenAddress } from '../../document/token-address.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'

/** Colors further apart than this (deltaE OK) are clearly different: a tint and its full color, sky and navy. */
const CLEARLY_DIFFERENT = 0.12
const MAX_LISTED = 8

/** Replaces the colors of one class by one color, in components and theme. */
export function replaceColors(run: StepRun, step: RecolorStep): void {
  const isMeant = colorClass(step.from)
  const to = parseColor(step.to)
  if (isMeant === null || to === null) {
    run.fail(
      'value-invalid',
      `Expected two colors, got ${JSON.stringify(isMeant === null ? step.from : step.to)}.`,
    )
    return
  }
  const nodes = nodesFor(run, step)
  const tokens = step.targets === undefined ? tokensNow(run) : []
  const found = meantColors(run, nodes, tokens, isMeant)
  if (run.errors.length > 0) return
  if (found.size === 0) {
    run.fail('not-applicable', `Nothing here is ${step.from}.`)
    return
  }
  const kinds = step.every === true ? [] : clearlyDifferent(found)
  if (kinds.length > 1) return ask(run, step, kinds)
  const change = (text: string): string | null => {
    const color = parseColor(text)
    return color !== null && isMeant(color) ? withAlpha(to, color.alpha).hex : null
  }
  recolorAll(run, nodes, tokens, change)
}

/** The components that are meant: all, or the targets with what they hold. */
function nodesFor(run: StepRun, { targets }: Pick<RecolorStep, 'targets'>): readonly TreeNode[] {
  if (targets === undefined) return run.transaction.index.all()
  const nodes = new Set<TreeNode>()
  for (const node of run.resolveAll(targets)) node.walk((inner) => nodes.add(inner))
  return [...nodes]
}

/** The theme's colors as they stand now. */
export function tokensNow(run: StepRun): readonly (readonly [TokenAddress, string])[] {
  return colorTokens(run.transaction.index.root).flatMap(([address]) => {
    const value = run.transaction.readToken(address)
    return typeof value === 'string' ? [[address, value] as const] : []
  })
}

/** Changes the colors of components and of the theme. */
export function recolorAll(
  run: StepRun,
  nodes: Iterable<TreeNode>,
  tokens: readonly (readonly [TokenAddress, string])[],
  change: (color: string) => string | null,
): void {
  for (const node of nodes)
    for (const [property, value] of recolored((name) => run.read(node, name), change)) {
      run.write(node, property, value, true)
      run.targets.add(node.id)
    }
  for (const [address, value] of tokens) {
    const next = change(value)
    if (next === null || next === value) continue
    const hasChanged = run.transaction.writeToken(address, next)
    run.wrote('theme', `token:${address}`, tokenSpec(address).label, hasChanged)
  }
}

/** The colors that are meant, with how often each is there; the most frequent first. */
function meantColors(
  run: StepRun,
  nodes: readonly TreeNode[],
  tokens: readonly (readonly [TokenAddress, string])[],
  isMeant: (color: ParsedColor) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (text: string): null => {
    const color = parseColor(text)
    if (color !== null && color.alpha > 0 && isMeant(color)) {
      const hex = withAlpha(color, 1).hex
      counts.set(hex, (counts.get(hex) ?? 0) + 1)
    }
    return null
  }
  for (const node of nodes) recolored((name) => run.read(node, name), count)
  for (const [, value] of tokens) count(value)
  return new Map([...counts].sort((a, b) => b[1] - a[1]))
}

/** One of each group of colors that are alike. */
function clearlyDifferent(counts: ReadonlyMap<string, number>): string[] {
  const kinds: ParsedColor[] = []
  for (const hex of counts.keys()) {
    const color = parseColor(hex)!
    if (kinds.every((kind) => colorDifference(kind, color) > CLEARLY_DIFFERENT)) kinds.push(color)
  }
  return kinds.map(({ hex }) => hex)
}

function ask(run: StepRun, { from, to }: RecolorStep, kinds: readonly string[]): void {
  const listed = kinds.slice(0, MAX_LISTED)
  run.fail(
    'reference-ambiguous',
    `There are several clearly different colors that are ${from}: ${listed.join(', ')}. Which of them is meant?`,
    undefined,
    [...listed.slice(0, 3).map((hex) => `change ${hex} to ${to}`), `change every ${from} to ${to}`],
    listed,
  )
}
