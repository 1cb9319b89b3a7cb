import { idOf, typeOf } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'

/**
 * "the second day", where ids count the days: of day_1_card, day_1_title, day_2_card, day_2_title the cards, which hold the
 * rest. Empty where the ids count nothing, or one number stands for several that nothing holds. O(nodes).
 */
export function numberedSeries(nodes: readonly TreeNode[], names: readonly string[]): readonly TreeNode[] {
  const groups = new Map<number, TreeNode[]>()
  const wanted = names.map(stem)
  for (const node of nodes) {
    const words = splitWords(idOf(node.component))
    const number = words[wanted.length]
    if (number === undefined || !/^\d{1,4}$/.test(number)) continue
    if (!wanted.every((word, i) => stem(words[i]!) === word)) continue
    const group = groups.get(Number(number))
    if (group === undefined) groups.set(Number(number), [node])
    else group.push(node)
  }
  const series: TreeNode[] = []
  for (const [, group] of [...groups].sort(([a], [b]) => a - b)) {
    const whole = wholeOf(group)
    if (whole === null) return []
    series.push(whole)
  }
  return series
}

/**
 * "the rooms": of rooms_heading, room_single, room_double those that are called by the singular, where they are of one type.
 * Empty where the name is no plural, or fewer than two are. O(nodes).
 */
export function singlesOf(nodes: readonly TreeNode[], names: readonly string[]): readonly TreeNode[] {
  const last = names[names.length - 1]!
  const single = stem(last)
  if (single === last) return []
  const numbered = numberedSeries(nodes, names)
  if (numbered.length > 1) return numbered
  const singles = wholesOf(
    nodes.filter(({ component }) => {
      const words = splitWords(idOf(component))
      return words.includes(single) && !words.includes(last)
    }),
  )
  return singles.length > 1 ? singles : []
}

/** "the second plan": plan_basic and plan_pro, not the title and price in them. Empty where they are of several types. O(n x depth). */
export function wholesOf(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const called = new Set(nodes)
  const wholes = nodes.filter((node) => {
    for (let holder = node.parent; holder !== null; holder = holder.parent)
      if (called.has(holder)) return false
    return true
  })
  const isAlike = wholes.every((node) => typeOf(node.component) === typeOf(wholes[0]!.component))
  return isAlike ? wholes : []
}

/**
 * "every plan", where a heading and a link have the word as well: plan_a and plan_b, the components of the only type of
 * which several ids say so, what stands in them left out. Empty where there is no such type. O(n x depth).
 */
export function alikeOf(nodes: readonly TreeNode[], names: readonly string[]): readonly TreeNode[] {
  const wanted = names.map(stem)
  const called = new Set(nodes)
  const byType = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    let holder = node.parent
    while (holder !== null && !called.has(holder)) holder = holder.parent
    if (holder !== null) continue
    const words = new Set(splitWords(idOf(node.component)).map(stem))
    if (!wanted.every((word) => words.has(word))) continue
    const type = typeOf(node.component)
    const group = byType.get(type)
    if (group === undefined) byType.set(type, [node])
    else group.push(node)
  }
  const several = [...byType.values()].filter(({ length }) => length > 1)
  return several.length === 1 ? several[0]! : []
}

/** What holds all others with the same number, or alone is a card among them. */
function wholeOf(group: readonly TreeNode[]): TreeNode | null {
  const holder = group.find((node) => group.every((other) => other === node || other.isInside(node)))
  if (holder !== undefined) return holder
  const cards = group.filter(({ id }) => splitWords(id).includes('card'))
  return cards.length === 1 ? cards[0]! : null
}
