import type { EditTextStep, NumberStep, WordEdit } from '../../command/content-steps.ts'
import { roleOf, typeOf } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { amountsIn, changeAmount } from '../text/amounts.ts'
import { editText } from '../text/words-in-text.ts'
import type { StepRun } from '../step-run.ts'

/** What people read: text first, then what stands for it. */
const READ: readonly PropertyName[] = ['text', 'alt', 'placeholder']

/** Changes letters inside texts. */
export function editTexts(run: StepRun, step: EditTextStep): void {
  const { edit, targets } = step
  const given = targets === undefined ? run.transaction.index.all() : run.resolveAll(targets)
  if (run.errors.length > 0) return
  if ('text' in edit) extend(run, given, edit)
  else exchange(run, given, edit, targets === undefined)
}

/** Replaces or removes words, in these and all that they hold. */
function exchange(
  run: StepRun,
  given: readonly TreeNode[],
  edit: Exclude<WordEdit, { readonly kind: 'append' | 'prepend' }>,
  isEverywhere: boolean,
): void {
  const nodes = new Set<TreeNode>()
  for (const node of given) node.walk((inner) => nodes.add(inner))
  let count = 0
  for (const node of nodes)
    for (const property of READ) {
      const changed = editOne(run, node, property, edit)
      if (changed > 0) run.targets.add(node.id)
      count += changed
    }
  if (count === 0) {
    run.fail(
      'not-applicable',
      `No text ${isEverywhere ? 'on the screen' : 'there'} holds ${JSON.stringify(edit.find)}${edit.part === true ? '' : ' as a whole word'}.`,
    )
  } else if (isEverywhere || count > 1)
    run.tell(
      `${JSON.stringify(edit.find)} was ${edit.kind === 'remove' ? 'removed' : 'replaced'} in ${count} ${count === 1 ? 'place' : 'places'}.`,
    )
}

function editOne(run: StepRun, node: TreeNode, property: PropertyName, edit: WordEdit): number {
  const present = run.read(node, property)
  if (typeof present !== 'string' || present === '') return 0
  const { text, count } = editText(present, edit)
  if (count > 0) run.write(node, property, text, false)
  return count
}

function extend(run: StepRun, nodes: readonly TreeNode[], edit: WordEdit): void {
  for (const node of nodes) {
    const property = READ.find((name) => {
      const value = run.read(node, name)
      return typeof value === 'string' && value !== ''
    })
    if (property === undefined) {
      run.fail(
        'not-applicable',
        `#${node.id} shows no text to put something ${edit.kind === 'append' ? 'after' : 'before'}.`,
        node.id,
      )
      return
    }
    editOne(run, node, property, edit)
  }
}

/** A text that holds the amount of a component. */
interface Priced {
  readonly node: TreeNode
  readonly property: PropertyName
  readonly text: string
}

/** Changes the amounts of components; where one of them cannot be read nothing is done. */
export function changeNumbers(run: StepRun, step: NumberStep): void {
  const { change } = step
  if (
    change.factor === undefined &&
    change.by === undefined &&
    change.to === undefined &&
    change.roundTo === undefined
  ) {
    run.fail(
      'value-missing',
      'A change of an amount needs a factor, a difference, a new amount or what to round to.',
    )
    return
  }
  const done: (readonly [Priced, string])[] = []
  const unreadable: string[] = []
  const ids: string[] = []
  for (const node of run.resolveAll(step.targets)) {
    const priced = pricesOf(run, node)
    if (priced.length === 0) {
      unreadable.push(`#${node.id} (it shows no amount)`)
      ids.push(node.id)
    }
    for (const one of priced) {
      const next = changeAmount(one.text, change)
      if (next.ok) done.push([one, next.value])
      else {
        unreadable.push(`#${one.node.id} (${JSON.stringify(one.text.slice(0, 60))}: ${next.error})`)
        ids.push(one.node.id)
      }
    }
  }
  if (unreadable.length > 0) {
    run.fail(
      'not-applicable',
      `Nothing was changed, as not every amount is clear: ${unreadable.slice(0, 8).join(', ')}.`,
      ids[0],
      undefined,
      ids.slice(0, 8),
    )
    return
  }
  for (const [{ node, property }, text] of done) {
    run.write(node, property, text, false)
    run.targets.add(node.id)
  }
}

/** The price of a component, or a text of it with a currency; else the prices of what it holds; else the number in its text. */
function pricesOf(run: StepRun, node: TreeNode): Priced[] {
  const own = (['price', 'text'] as const).flatMap((property): Priced[] => {
    const value = run.read(node, property)
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && amountsIn(text).length > 0 ? [{ node, property, text }] : []
  })
  const [first] = own
  if (first !== undefined && (first.property === 'price' || isPrice(first))) return [first]
  const inside = node.children.flatMap((child) =>
    pricesOf(run, child).filter((one) => one.property === 'price' || isPrice(one)),
  )
  return inside.length > 0 ? inside : own
}

/** Not every number inside a card is its price: "Up to 10 people" is none. */
function isPrice({ node, text }: Priced): boolean {
  const { component } = node
  return (
    typeOf(component) === 'price' ||
    roleOf(component) === 'price' ||
    amountsIn(text).some((amount) => amount.hasCurrency)
  )
}
