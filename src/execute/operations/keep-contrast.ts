import { readProperty } from '../../document/blueprint.ts'
import { lightness, parseColor, withTone } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import { colorOf } from '../../document/layer-colors.ts'
import type { Variant } from '../../document/look-table.ts'
import { PendingView } from '../../document/pending-view.ts'
import { contrastOf, variantsAround } from '../../document/text-contrast.ts'
import type { LayerView } from '../../document/text-contrast.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { inVariant } from '../../document/variants.ts'
import type { StepRun } from '../step-run.ts'
import { writeInVariant } from '../variant-look.ts'

/** A text in one of its looks, and the contrast that it is to keep. */
interface Promised {
  readonly node: TreeNode
  readonly variant: Variant | null
  /** What it had, at most what WCAG 2.2, 1.4.3 asks for. */
  readonly least: number
}

export interface Contrasts {
  readonly promised: readonly Promised[]
  readonly unknown: readonly { readonly node: TreeNode; readonly missing: 'text color' | 'background' }[]
}

/** The contrast of every text as it is now, in each of its looks. O(n x depth). */
export function contrastsOf(view: LayerView, nodes: readonly TreeNode[]): Contrasts {
  const promised: Promised[] = []
  const unknown: { node: TreeNode; missing: 'text color' | 'background' }[] = []
  for (const node of nodes) {
    for (const variant of [null, ...(variantsAround(view, node) ?? [])]) {
      const found = contrastOf(view, node, undefined, variant)
      if (found.kind === 'known') promised.push({ node, variant, least: Math.min(found.ratio, found.limit) })
      else if (found.kind === 'unknown' && variant === null) unknown.push({ node, missing: found.missing })
    }
  }
  return { promised, unknown }
}

/**
 * Moves letters in lightness, as little as needed, until each text has the contrast again that it is to keep. On opaque colors
 * black or white always has it; where something shows through, neither may: then the nearer one is taken, and that is said.
 */
export function keepContrasts(run: StepRun, { promised }: Contrasts): void {
  const view = new PendingView(run.transaction)
  const short = new Set<string>()
  for (const { node, variant, least } of promised) {
    const found = contrastOf(view, node, undefined, variant)
    if (found.kind !== 'known' || found.ratio >= least) continue
    const component = view.component(node)
    const look = variant === null ? component : inVariant(component, variant)
    const color = colorOf(view.blueprint, readProperty(look, 'textColor'))
    const next =
      color === null ? null : movedTo(least, color, (tried) => ratioWith(view, node, tried, variant))
    if (next === null) continue
    if (variant === null) run.write(node, 'textColor', next.hex, false)
    else writeInVariant(run.transaction, node, variant, 'textColor', next.hex)
    run.targets.add(node.id)
    if (ratioWith(view, node, next, variant) < least) short.add(`#${node.id}`)
  }
  if (short.size > 0)
    run.tell(`Less contrast than before, as something shows through: ${[...short].slice(0, 8).join(', ')}.`)
}

function ratioWith(view: LayerView, node: TreeNode, color: ParsedColor, variant: Variant | null): number {
  const found = contrastOf(view, node, color, variant)
  return found.kind === 'known' ? found.ratio : 0
}

const HALVINGS = 12
const BLACK = parseColor('black')!
const WHITE = parseColor('white')!

/** The color, lighter or darker, that reaches a ratio with the least change; where none does, black or white, whichever comes nearer. */
function movedTo(least: number, color: ParsedColor, ratioOf: (color: ParsedColor) => number): ParsedColor {
  const from = lightness(color)
  let best: ParsedColor | null = null
  let change = Infinity
  for (const end of [0, 1]) {
    let far = end
    let near = from
    let reached = withTone(color, { lightness: far })
    if (ratioOf(reached) < least) continue
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (near + far) / 2
      const tried = withTone(color, { lightness: middle })
      if (ratioOf(tried) >= least) {
        far = middle
        reached = tried
      } else near = middle
    }
    if (Math.abs(far - from) >= change) continue
    change = Math.abs(far - from)
    best = reached
  }
  return best ?? (ratioOf(WHITE) > ratioOf(BLACK) ? WHITE : BLACK)
}
