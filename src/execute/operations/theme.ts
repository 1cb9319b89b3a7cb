import type { SchemeStep, ThemeStep } from '../../command/look-steps.ts'
import { readProperty } from '../../document/blueprint.ts'
import { hueDistance, isNeutral } from '../../document/color-class.ts'
import { chromaAndHue, lightness, parseColor, withTone } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import { colorOf } from '../../document/layer-colors.ts'
import { PendingView } from '../../document/pending-view.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { contrastsOf, keepContrasts } from './keep-contrast.ts'
import { recolorAll, tokensNow } from './recolor.ts'

/** Turns the OKLCH lightness of every color round, and keeps texts as readable as they were. */
export function turnTheme(run: StepRun, { mode }: ThemeStep): void {
  const nodes = run.transaction.index.all()
  const view = new PendingView(run.transaction)
  const present = shownLightness(view, nodes)
  if (present === null) {
    run.fail('not-applicable', `Nothing on this screen states a color, so it cannot become ${mode}.`)
    return
  }
  if (present < 0.5 === (mode === 'dark')) {
    run.note('no-effect', `The screen is ${mode} already.`)
    return
  }
  const before = contrastsOf(view, nodes)
  recolorAll(run, nodes, tokensNow(run), remembering(turnRound))
  keepContrasts(run, before)
  const bare = before.unknown.filter(({ missing }) => missing === 'background').length
  if (bare > 0)
    run.tell(
      `${bare} ${bare === 1 ? 'text stands' : 'texts stand'} on no background that is stated, so how readable ${bare === 1 ? 'it is' : 'they are'} depends on what the page is shown on.`,
    )
}

function turnRound(color: ParsedColor): ParsedColor {
  return withTone(color, { lightness: 1 - lightness(color) })
}

/** Colors are few and used often: each is turned once. */
function remembering(change: (color: ParsedColor) => ParsedColor | null): (text: string) => string | null {
  const known = new Map<string, string | null>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const color = parseColor(text)
    const next = color === null ? null : (change(color)?.hex ?? null)
    known.set(text, next)
    return next
  }
}

/**
 * How light the screen is, 0..1: the outermost backgrounds by their area, alike where there are no boxes; where none is stated,
 * the opposite of its letters. Null where nothing states a color.
 */
function shownLightness(view: PendingView, nodes: readonly TreeNode[]): number | null {
  const surfaces: [number, number][] = []
  const letters: [number, number][] = []
  const isCovered = new Set<TreeNode>()
  for (const node of nodes) {
    const component = view.component(node)
    const text = colorOf(view.blueprint, readProperty(component, 'textColor'))
    if (text !== null) letters.push([1 - lightness(text), 1])
    if (node.parent !== null && isCovered.has(node.parent)) {
      isCovered.add(node)
      continue
    }
    const color = colorOf(view.blueprint, readProperty(component, 'background'))
    if (color === null || color.alpha < 0.5) continue
    isCovered.add(node)
    surfaces.push([lightness(color), node.box === null ? 1 : node.box[2] * node.box[3]])
  }
  return mean(surfaces) ?? mean(letters)
}

function mean(weighted: readonly (readonly [number, number])[]): number | null {
  let sum = 0
  let weight = 0
  for (const [value, share] of weighted) {
    sum += value * share
    weight += share
  }
  return weight === 0 ? null : sum / weight
}

/** Hues no further apart than this belong to the same color of the theme: its tints, its shades. */
const SAME_HUE = 25

/** Turns the hue of the theme's colors, wherever it is used. Neutrals stay as they are. */
export function changeScheme(run: StepRun, step: SchemeStep): void {
  const wanted = parseColor(step.color)
  if (wanted === null) {
    run.fail('value-invalid', `Expected a color, got ${JSON.stringify(step.color)}.`)
    return
  }
  const view = new PendingView(run.transaction)
  const leading = (['primaryColor', 'accentColor'] as const).flatMap((name) => {
    const color = colorOf(view.blueprint, run.transaction.readToken(name))
    return color === null || isNeutral(color) ? [] : [color]
  })
  if (leading.length === 0) {
    run.fail(
      'not-applicable',
      'The theme states no primary or accent color with a hue, so there is no scheme to change.',
      undefined,
      [`set the primary color to ${step.color}`],
    )
    return
  }
  const nodes = run.transaction.index.all()
  const before = contrastsOf(view, nodes)
  const { hue } = chromaAndHue(wanted)
  const tone = isNeutral(wanted) || hue === undefined ? { chroma: 0 } : { hue }
  const belongs = (color: ParsedColor): boolean =>
    !isNeutral(color) && leading.some((lead) => hueDistance(color, lead) <= SAME_HUE)
  const turn = (color: ParsedColor): ParsedColor | null => (belongs(color) ? withTone(color, tone) : null)
  recolorAll(run, nodes, tokensNow(run), remembering(turn))
  keepContrasts(run, before)
}
