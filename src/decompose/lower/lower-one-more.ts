import { fail, ok } from '../../base/result.ts'
import type { Place } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Act } from '../act.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import { findSeries } from './find-series.ts'
import { amongHolders } from './holder-of.ts'
import type { LowerContext, LowerFailure, Lowering } from './lowering.ts'
import { placed } from './placed.ts'

type OneMore = Extract<Act, { readonly kind: 'one-more' }>

/** One more of a kind: of the group that the screen has of it. */
export function lowerOneMore(target: Reference, act: OneMore, context: LowerContext): Lowering {
  const place = amongHolders(act.place, context)
  const isBeside = place !== null && (place.kind === 'before' || place.kind === 'after')
  const inside =
    place !== null && (place.kind === 'inside-end' || place.kind === 'inside-start') ? place.anchor : null
  const kind: Reference = {
    ...target,
    plural: true,
    quantity: 'all',
    ordinals: [],
    indefinite: false,
    relations:
      inside === null
        ? target.relations
        : [...target.relations, { kind: 'relation', relation: 'inside', anchor: inside }],
  }
  const groups = groupsMeant(kind, act, context, inside)
  if ('code' in groups) return fail(groups)
  const anchor = isBeside ? anchorOf(place.anchor, context) : null
  const group =
    anchor === null
      ? groups.length === 1
        ? groups[0]
        : undefined
      : groups.find(([one]) => one!.parent === anchor.parent)
  if (group === undefined)
    return fail({
      code: groups.length > 1 ? 'reference-ambiguous' : 'reference-unknown',
      reference: target,
      candidates: groups.map((some) => some[some.length - 1]!.id),
      message:
        groups.length > 1
          ? `there are several groups of "${target.phrase}"`
          : `nothing in the document fits "${target.phrase}"`,
    })
  if (!act.isSure && group.length < 2 && group[0]!.children.length === 0)
    return fail({
      code: 'reference-unknown',
      reference: target,
      candidates: [],
      message: `"${target.phrase}" is no group of which there could be one more`,
    })
  const like = group.map(({ id }) => id)
  const make = (at: Place | null): Lowering =>
    ok({
      steps: [
        {
          kind: 'one-more',
          like,
          ...(act.texts === null || act.texts === undefined ? {} : { texts: act.texts }),
          ...(at === null ? {} : { place: at }),
          ...(act.count === 1 ? {} : { count: act.count }),
        },
      ],
      targets: like,
      why: `one more like #${like[like.length - 1]!}`,
      reference: target,
      makes: 0,
    })
  return isBeside ? placed(place, context, target, make) : make(null)
}

/** The groups that the words fit: by type, else by the names that the members of a series share. */
function groupsMeant(
  kind: Reference,
  act: OneMore,
  context: LowerContext,
  inside: Reference | null,
): readonly (readonly TreeNode[])[] | LowerFailure {
  const found = resolveReference(kind, context)
  if (found.ok && kind.noun !== null) {
    const nodes = found.value.targets.flatMap((id) =>
      typeof id === 'string' ? (context.index.node(id) ?? []) : [],
    )
    return groupsOf(nodes)
  }
  const words = [...kind.names, ...(kind.noun === null ? [] : [kind.noun])]
  const said = inside === null ? null : anchorOf(inside, context)
  // "the pricing" may be the heading of what is meant.
  const holder = said?.children.length === 0 ? said.parent : said
  const series = findSeries(words, context.index).filter(
    ([first]) => holder === null || first!.isInside(holder),
  )
  if (series.length > 0 && act.isSure && (found.ok || found.error.code === 'reference-unknown')) return series
  return found.ok
    ? {
        code: 'reference-unknown',
        reference: kind,
        candidates: [],
        message: `nothing in the document fits "${kind.phrase}"`,
      }
    : found.error
}

/** Components by what holds them, and their type: those that are members of one series. */
function groupsOf(nodes: readonly TreeNode[]): TreeNode[][] {
  const groups = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const key = node.parent?.id ?? ''
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [node])
    else group.push(node)
  }
  return [...groups.values()]
}

function anchorOf(reference: Reference, context: LowerContext): TreeNode | null {
  const found = resolveReference(reference, context)
  const target = found.ok ? found.value.targets[0] : undefined
  return typeof target === 'string' ? (context.index.node(target) ?? null) : null
}
