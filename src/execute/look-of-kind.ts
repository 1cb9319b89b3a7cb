import { propertySpec, roleOf, textOf } from '../document/blueprint.ts'
import { contrastRatio, parseColor } from '../document/color.ts'
import { colorOf } from '../document/layer-colors.ts'
import type { PropertyName } from '../document/native-table.ts'
import { numberOf } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { LETTERS, LOOK } from './operations/match.ts'
import type { StepRun } from './step-run.ts'

/** Types whose looks serve for one another, the likest first. */
const KINDS: readonly (readonly string[])[] = [
  ['heading', 'title', 'subtitle'],
  ['title', 'heading'],
  ['subtitle', 'description', 'text'],
  ['text', 'description', 'label'],
  ['card', 'product_card'],
  ['button', 'cta'],
  ['input', 'select', 'search', 'textarea'],
  ['textarea', 'input'],
]

/** The properties of a look, as they are written. */
export type Look = readonly (readonly [PropertyName, unknown])[]

/**
 * The look that most of a screen's components of a kind have, the first one's in a tie; else one made of the theme's tokens.
 *
 * @param role a component of the same role is taken before others
 */
export function lookOfKind(run: StepRun, type: string, role?: string): Look {
  const types = KINDS.find((kinds) => kinds[0] === type) ?? [type]
  for (const one of types) {
    const nodes = run.transaction.index.ofType(one).filter((node) => !node.isNew)
    const alike = role === undefined ? nodes : nodes.filter((node) => roleOf(node.component) === role)
    const look = mostFrequent(run, alike.length > 0 ? alike : nodes)
    if (look !== null) return look
  }
  return lookOfTokens(run, type)
}

function mostFrequent(run: StepRun, nodes: readonly TreeNode[]): Look | null {
  const counted = new Map<string, { readonly look: Look; count: number }>()
  for (const node of nodes) {
    const look = lookOf(run, node)
    if (look.length === 0) continue
    const key = JSON.stringify(look)
    const known = counted.get(key)
    if (known === undefined) counted.set(key, { look, count: 1 })
    else known.count++
  }
  let best: { readonly look: Look; count: number } | null = null
  for (const entry of counted.values()) if (best === null || entry.count > best.count) best = entry
  return best?.look ?? null
}

/** What a component states of its look. */
export function lookOf(run: StepRun, node: TreeNode): Look {
  const showsText = (textOf(node.component) ?? '') !== ''
  const names = showsText || node.children.length === 0 ? [...LOOK, ...LETTERS] : LOOK
  return names.flatMap((name) => {
    const value = run.transaction.read(node, name)
    return value === undefined || value === null ? [] : [[name, value] as const]
  })
}

const FILLED: ReadonlySet<string> = new Set(['button', 'cta'])
const FRAMED: ReadonlySet<string> = new Set(['card', 'product_card', 'input', 'textarea', 'select', 'search'])
const WHITE = parseColor('white')!
const BLACK = parseColor('black')!

function lookOfTokens(run: StepRun, type: string): Look {
  const look: (readonly [PropertyName, unknown])[] = []
  const primary = run.transaction.readToken('primaryColor')
  const color = colorOf(run.transaction.index.root, primary)
  if (FILLED.has(type) && color !== null) {
    const isWhite = contrastRatio(WHITE, color) >= Math.min(4.5, contrastRatio(BLACK, color))
    look.push(['background', color.hex], ['textColor', isWhite ? '#FFFFFF' : '#000000'])
  }
  const radius = numberOf(run.transaction.readToken('cornerRadius'))
  if ((FILLED.has(type) || FRAMED.has(type)) && radius !== undefined) look.push(['borderRadius', radius])
  return look
}

/** Gives a new component a look; what it has of its own stays. */
export function wear(run: StepRun, node: TreeNode, look: Look): void {
  for (const [name, value] of look)
    if (propertySpec(name).home === 'visual' && run.transaction.read(node, name) === undefined)
      run.transaction.write(node, name, value)
}
