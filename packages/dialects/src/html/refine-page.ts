import type { LensNode, LensView, Step } from 'blueprint-command-engine'
import { carriedPlace, carrierOf, labelsOf } from './carriers.ts'
import type { ElementSite } from './element-site.ts'
import type { PageLens } from './page-lens.ts'
import { changeColor } from './refine-color.ts'
import { changeCss, CSS, done, no, setCss } from './refine-look.ts'
import { boundLook, isContent, setProperty } from './refine-property.ts'
import { stepShadow } from './refine-shadow.ts'
import { resize } from './refine-size.ts'
import { accept, add, checkPlace, refuseMarks, refuseParent } from './refine-structure.ts'
import { saysAmount } from '../refining/command-words.ts'
import { eachTarget, saysVariant } from '../refining/each-target.ts'
import type { LookStep, Outcome } from '../refining/each-target.ts'
import { refusal } from '../refining/refusal.ts'

/** What a step comes to on a page. */
export function refinePage(lens: PageLens, step: Step, view: LensView): Outcome {
  switch (step.kind) {
    case 'set':
    case 'adjust':
    case 'resize':
    case 'lightness':
    case 'shadow':
    case 'pill':
    case 'align':
      if (saysVariant(step))
        return {
          ok: false,
          error: refusal(
            'not-applicable',
            'States and devices cannot be said on a page yet: change the base look.',
          ),
        }
      return eachTarget(step.targets, view, (node) =>
        refineLook(lens, lens.site(node, view), step, saysAmount(view.words)),
      )
    case 'delete': {
      const nodes = view.nodes(step.targets)
      const named = labelsOf(lens, nodes, view).filter((label) => !nodes.includes(label))
      const all = [...step.targets, ...named.map(({ id }) => id)]
      return refuseMarks(lens, [...nodes, ...named]) ?? accept({ ...step, targets: all })
    }
    case 'move': {
      const nodes = view.nodes(step.targets)
      const carried = nodes.length === 0 ? step : carriedPlace(lens, step.place, nodes, view)
      const moved = view.nodes(carried.targets)
      return (
        refuseMarks(lens, moved) ?? checkPlace(view, moved, carried.place) ?? accept({ ...step, ...carried })
      )
    }
    case 'duplicate':
      return (
        refuseMarks(lens, view.nodes(step.targets)) ??
        checkPlace(view, view.nodes(step.targets), step.place) ??
        accept(step)
      )
    case 'swap': {
      const nodes = inLabels(lens, view.nodes([step.a, step.b]))
      const [a, b] = nodes
      return (
        refuseMarks(lens, nodes) ??
        (a === undefined || b === undefined
          ? accept(step)
          : (refuseParent(a, b.parent) ?? refuseParent(b, a.parent) ?? accept({ ...step, a: a.id, b: b.id })))
      )
    }
    case 'add':
      return add(lens, step, view)
    case 'own':
      return {
        ok: false,
        error: refusal(
          'not-applicable',
          `A page has no property of its own called ${JSON.stringify(step.key)}; say a look, such as color or padding.`,
        ),
      }
    default:
      return {
        ok: false,
        error: refusal(
          'not-applicable',
          `A page has nothing that says "${step.kind}": elements stand in the order of the text.`,
        ),
      }
  }
}

/** Fields that each have a label around them are exchanged with these. */
function inLabels(lens: PageLens, nodes: readonly LensNode[]): readonly LensNode[] {
  const carriers = nodes.map((node) => carrierOf(lens, node))
  return carriers.every((node, i) => node !== nodes[i] && lens.elementOf(node)?.tag !== 'li')
    ? carriers
    : nodes
}

function refineLook(
  lens: PageLens,
  site: ElementSite,
  step: Exclude<LookStep, { kind: 'own' }>,
  isExact: boolean,
): Outcome {
  const bound = boundLook(site)
  if (bound !== null && !(step.kind === 'set' && isContent(step.property))) return bound
  switch (step.kind) {
    case 'set':
      return setProperty(lens, site, step)
    case 'adjust': {
      const css = CSS[step.property]
      if (css === undefined) return no(site, `The ${step.property} of ${site.name} cannot go up or down.`)
      const { factor, by } = step
      return changeCss(site, css, {
        ...(factor === undefined ? {} : { factor }),
        ...(by === undefined ? {} : { by }),
        isExact,
      })
    }
    case 'resize':
      return resize(site, step, isExact)
    case 'lightness':
      return changeColor(site, CSS[step.property]!, step.factor)
    case 'shadow':
      return stepShadow(site, step.by)
    case 'pill':
      return setCss(site, 'border-radius', 9999)
    case 'align':
      return align(site, step.to)
  }
}

function align(site: ElementSite, to: string): Outcome {
  if (to !== 'left' && to !== 'center' && to !== 'right')
    return no(site, `${site.name} cannot be aligned ${to}: its place is its order.`)
  const isText = /^(?:text|heading|list_item|cell|inner_text|quote|row|table|container)$/.test(
    site.node.component.type,
  )
  if (isText || site.tag === 'td' || site.tag === 'th') return setCss(site, 'text-align', to)
  const { theme } = site.style
  const isInline = /^(?:a|img|button|span|svg|input|label)$/.test(site.tag)
  if (theme !== null && site.declared('margin') === undefined) {
    site.addClass('margin', to === 'center' ? 'mx-auto' : to === 'left' ? 'mr-auto' : 'ml-auto')
    return done(site)
  }
  if (isInline) site.declare('display', 'block')
  site.declare('margin-left', to === 'left' ? '0' : 'auto')
  site.declare('margin-right', to === 'right' ? '0' : 'auto')
  return done(site)
}
