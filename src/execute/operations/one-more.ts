import type { OneMoreStep } from '../../command/content-steps.ts'
import { roleOf, typeOf } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { amountsIn, changeAmount } from '../text/amounts.ts'
import type { StepRun } from '../step-run.ts'
import { duplicateComponents } from './duplicate.ts'

/** A text of a component, or of something in it. */
interface Place {
  readonly node: TreeNode
  readonly property: PropertyName
  readonly text: string
}

/** Copies the last of a group and puts texts in the places of their kind: the name in the title, the amount in the price, the rest by order. */
export function addOneMore(run: StepRun, step: OneMoreStep): void {
  const last = outermost(run.resolveAll(step.like)).at(-1)
  if (last === undefined) return
  const { place, count } = step
  duplicateComponents(run, {
    kind: 'duplicate',
    targets: [last.id],
    ...(place === undefined ? {} : { place }),
    ...(count === undefined ? {} : { count }),
  })
  if (run.errors.length > 0 || step.texts === undefined) return
  for (const id of run.made) {
    const copy = run.transaction.index.node(id)
    if (copy !== undefined) fill(run, copy, step.texts)
    if (run.errors.length > 0) return
  }
}

function fill(
  run: StepRun,
  copy: TreeNode,
  { name, amount, rest = [] }: NonNullable<OneMoreStep['texts']>,
): void {
  const places = placesIn(run, copy)
  const isLeft = new Set(places)
  const put = (place: Place | undefined, text: string, what: string): void => {
    if (place === undefined) {
      run.fail('not-applicable', `#${copy.id} has no place for ${what} ${JSON.stringify(text)}.`, copy.id)
      return
    }
    isLeft.delete(place)
    run.transaction.write(place.node, place.property, text)
  }
  if (amount !== undefined) {
    const place = places.find(isPrice)
    put(place, place === undefined ? amount : amountText(place.text, amount), 'the amount')
  }
  if (name !== undefined)
    put(
      titleAmong(
        places.filter((place) => isLeft.has(place)),
        copy,
      ),
      name,
      'the name',
    )
  for (const text of rest)
    put(
      places.find((place) => isLeft.has(place)),
      text,
      'the text',
    )
  if (isLeft.size > 0)
    run.tell(
      `Still as in the original: ${[...isLeft].map(({ text }) => JSON.stringify(text.slice(0, 60))).join(', ')}.`,
    )
}

/** The texts that can be seen, in document order. */
function placesIn(run: StepRun, copy: TreeNode): Place[] {
  const places: Place[] = []
  copy.walk((node) => {
    for (const property of ['text', 'price'] as const) {
      const value = run.transaction.read(node, property)
      if (typeof value === 'string' && value.trim() !== '') places.push({ node, property, text: value })
    }
  })
  return places
}

const TITLES: ReadonlySet<string> = new Set(['title', 'heading', 'subtitle'])
const PRESSED: ReadonlySet<string> = new Set(['button', 'cta', 'link'])

/** The component's own text, else the first title in it, else the first text that nobody presses. */
function titleAmong(places: readonly Place[], copy: TreeNode): Place | undefined {
  return (
    places.find(({ node }) => node === copy) ??
    places.find(({ node }) => TITLES.has(typeOf(node.component)) || roleOf(node.component) === 'title') ??
    places.find(({ node }) => !PRESSED.has(typeOf(node.component)))
  )
}

function isPrice({ node, property, text }: Place): boolean {
  const { component } = node
  if (property === 'price' || typeOf(component) === 'price' || roleOf(component) === 'price') return true
  return amountsIn(text).some((amount) => amount.hasCurrency)
}

/** A bare number is written as the amount there was; anything else letter for letter. */
function amountText(present: string, amount: string): string {
  const [only, ...others] = amountsIn(amount)
  if (only === undefined || others.length > 0 || only.start > 0 || only.end < amount.length) return amount
  const changed = changeAmount(present, { to: only.value })
  return changed.ok ? changed.value : amount
}
