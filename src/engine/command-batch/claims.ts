import type { IssueCode } from '../../command/issue.ts'
import { namesOf, propertySpec, readProperty } from '../../document/blueprint.ts'
import type { ChangedComponent } from '../../document/change.ts'
import type { AnyProperty } from '../../document/native-table.ts'
import type { LogRecord, Transaction } from '../../document/transaction.ts'
import { tokenSpec } from '../../document/token-address.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { ReadSet } from '../../decompose/read-set.ts'
import { isVisibleText } from '../../document/text-contrast.ts'
import { asksOnlyWhetherTextShows, channelOfCode, channels, reachesOf } from './finding-channels.ts'

/** Earlier commands that a command must not be worked out together with, by their place in the order of running, and why. */
export type Dependencies = Map<number, string>

const NOBODY = -1

/** Who wrote last what findings of one kind depend on. */
class ChannelClaims {
  /** All components at once. */
  all = NOBODY
  any = NOBODY
  readonly self: Map<string, number> = new Map<string, number>()
  readonly deep: Map<string, number> = new Map<string, number>()
  /** Components that hold a claimed one. */
  readonly above: Map<string, number> = new Map<string, number>()
}

/** A part of a transaction's log: what one command wrote. */
export interface Written {
  readonly transaction: Transaction
  readonly from: number
  readonly to: number
}

type Edit = Extract<LogRecord, { readonly kind: 'edit' }>

/**
 * What the commands of a batch have written so far, and which of them did so last. Asking and adding cost what a command
 * looks at and writes, however many commands came before.
 */
export class Claims {
  readonly #written = new Map<string, number>()
  readonly #properties = new Map<AnyProperty, number>()
  readonly #words = new Map<string, number>()
  readonly #tokens = new Map<string, number>()
  /** Made when first claimed: most batches touch one or two. */
  readonly #channels: (ChannelClaims | undefined)[] = []
  #boxes = NOBODY
  #structure = NOBODY

  /** What a command looks at to find its components, where an earlier one wrote it. */
  reads(readSet: ReadSet, found: Dependencies): void {
    note(found, this.#structure, 'it adds, removes or moves components')
    if (readSet.boxes)
      note(found, this.#boxes, 'it moves or resizes components, and this command selects by position or size')
    if (readSet.moves) this.#moved(found)
    if (this.#properties.size === 0) return
    for (const word of readSet.words) {
      const by = this.#words.get(word)
      if (isNew(found, by))
        found.set(by, `it writes or overwrites the word "${word}", which this command searches for`)
    }
    for (const property of readSet.properties) {
      const by = this.#properties.get(property)
      if (isNew(found, by))
        found.set(by, `it writes a ${propertySpec(property).label}, which this command selects by`)
    }
  }

  #moved(found: Dependencies): void {
    note(found, this.#boxes, 'both move or resize components')
    this.#allOf(
      READING_BOXES,
      found,
      'one changes what is visible or interactive, the other moves components',
    )
  }

  /** Where anything at all was written: for words that may look at all there is. */
  anything(found: Dependencies): void {
    for (const by of [this.#structure, this.#boxes, ...this.#properties.values()])
      note(found, by, 'this command may read what it writes')
  }

  /** Where a command writes what an earlier one wrote, or what the findings of an earlier one depend on. O(written x depth). */
  collisions({ transaction, from, to }: Written, found: Dependencies): void {
    let moves = false
    for (let i = from; i < to; i++) {
      const record = transaction.log[i]!
      switch (record.kind) {
        case 'edit': {
          const { node, name } = record
          const by = this.#written.get(keyOf(name, node.id))
          if (isNew(found, by)) found.set(by, `both write the ${propertySpec(name).label} of #${node.id}`)
          this.#channelCollisions(record, transaction, found)
          break
        }
        case 'token': {
          const by = this.#tokens.get(record.name)
          if (isNew(found, by)) found.set(by, `both write the theme's ${tokenSpec(record.name).label}`)
          if (tokenSpec(record.name).kind === 'color')
            this.#allOf(
              READING_THEME,
              found,
              'one changes the theme, the other components that are checked against it',
            )
          break
        }
        default:
          moves = true
      }
    }
    if (moves) this.#moved(found)
  }

  #allOf(concerned: readonly number[], found: Dependencies, because: string): void {
    for (const channel of concerned) note(found, this.#channels[channel]?.any ?? NOBODY, because)
  }

  #channelCollisions(edit: Edit, transaction: Transaction, found: Dependencies): void {
    const { node } = edit
    for (const { channel, isDeep } of reachesOf(edit.name)) {
      const claims = this.#channels[channel]
      if (claims === undefined || isUnfelt(edit, transaction, channel)) continue
      const check = (by: number | undefined): void => {
        if (isNew(found, by))
          found.set(by, `both affect the checks of #${node.id} (${channels[channel]!.rules.join(', ')})`)
      }
      check(claims.all)
      check(claims.self.get(placeOf(node, channel)))
      if (claims.deep.size > 0)
        for (let at: TreeNode | null = node; at !== null; at = at.parent) check(claims.deep.get(at.id))
      if (isDeep) check(claims.above.get(node.id))
    }
  }

  /** Takes over what a command wrote. O(written x depth). */
  add(by: number, { transaction, from, to }: Written): void {
    for (let i = from; i < to; i++) {
      const record = transaction.log[i]!
      switch (record.kind) {
        case 'edit':
          this.#written.set(keyOf(record.name, record.node.id), by)
          this.#properties.set(record.name, by)
          if (NAMING.has(record.name)) this.#claimWords(record, transaction, by)
          this.#claimChannels(record, transaction, by)
          break
        case 'token':
          this.#tokens.set(record.name, by)
          if (tokenSpec(record.name).kind === 'color') this.#claimAll(READING_THEME, by)
          break
        default:
          if (this.#boxes !== by) this.#claimBoxes(by)
      }
    }
  }

  /**
   * Takes over what a command changed that ran by itself, and tells which earlier ones had written the same. Passes do not
   * need to know: theirs begin after it. O(changed).
   */
  addChanged(by: number, changed: readonly ChangedComponent[], found: Dependencies): void {
    let moves = false
    let restructures = false
    for (const { id, properties } of changed) {
      for (const name of properties) {
        if (STRUCTURAL.has(name)) restructures = true
        else if (SIDES.has(name)) moves = true
        else {
          // What is left are names of properties; of the theme's, those of tokens, which no other component shares.
          const key = keyOf(name as AnyProperty, id)
          const earlier = this.#written.get(key)
          if (isNew(found, earlier)) found.set(earlier, `both write the ${name} of #${id}`)
          this.#written.set(key, by)
        }
      }
    }
    if (moves || restructures) note(found, this.#boxes, 'both move or resize components')
    if (restructures) note(found, this.#structure, 'both add, remove or move components')
    if (moves) this.#claimBoxes(by)
    if (restructures) this.#structure = by
  }

  /** Which command since `first` a finding comes from: the only one that wrote what it depends on; -1 where that is not told. */
  ownerOf(code: IssueCode, node: TreeNode | undefined, first: number): number {
    const channel = channelOfCode(code)
    const claims = this.#channels[channel]
    if (claims === undefined) return NOBODY
    const candidates = [claims.all]
    if (node !== undefined) {
      candidates.push(claims.self.get(placeOf(node, channel)) ?? NOBODY)
      for (let at: TreeNode | null = node; at !== null; at = at.parent)
        candidates.push(claims.deep.get(at.id) ?? NOBODY)
    }
    const owners = new Set(candidates.filter((by) => by >= first))
    return owners.size === 1 ? [...owners][0]! : NOBODY
  }

  #claimBoxes(by: number): void {
    this.#boxes = by
    this.#claimAll(READING_BOXES, by)
  }

  #claimAll(concerned: readonly number[], by: number): void {
    for (const channel of concerned) {
      const claims = this.#claimsOn(channel)
      claims.all = by
      claims.any = by
    }
  }

  #claimsOn(channel: number): ChannelClaims {
    this.#channels[channel] ??= new ChannelClaims()
    return this.#channels[channel]
  }

  #claimChannels(edit: Edit, transaction: Transaction, by: number): void {
    const { node } = edit
    for (const { channel, isDeep } of reachesOf(edit.name)) {
      if (isUnfelt(edit, transaction, channel)) continue
      const claims = this.#claimsOn(channel)
      claims.any = by
      claims.self.set(placeOf(node, channel), by)
      if (isDeep) claims.deep.set(node.id, by)
      for (let at = node.parent; at !== null; at = at.parent) claims.above.set(at.id, by)
    }
  }

  #claimWords({ node, name }: Edit, transaction: Transaction, by: number): void {
    const after = transaction.read(node, name)
    for (const { source, value } of namesOf(node.component))
      if (source === name) for (const word of splitWords(value)) this.#words.set(stem(word), by)
    if (typeof after === 'string') for (const word of splitWords(after)) this.#words.set(stem(word), by)
  }
}

const NAMING: ReadonlySet<AnyProperty> = new Set(['text', 'alt', 'placeholder', 'price', 'icon'])
const STRUCTURAL: ReadonlySet<string> = new Set(['created', 'removed', 'order', 'parent'])
const SIDES: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height'])

const READING_THEME = channels.flatMap(({ readsTheme }, i) => (readsTheme ? [i] : []))
const READING_BOXES = channels.flatMap(({ readsBoxes }, i) => (readsBoxes ? [i] : []))

/** One text for another changes nothing where only being there counts. */
function isUnfelt({ node, name }: Edit, transaction: Transaction, channel: number): boolean {
  return (
    (name === 'text' || name === 'price') &&
    asksOnlyWhetherTextShows(channel) &&
    isVisibleText(readProperty(node.component, name)) === isVisibleText(transaction.read(node, name))
  )
}

/** What stands for a component on a channel: itself, or all that its parent holds. */
function placeOf(node: TreeNode, channel: number): string {
  return channels[channel]!.isAmongSiblings ? (node.parent?.id ?? '') : node.id
}

function keyOf(name: AnyProperty, id: string): string {
  return `${name}\n${id}`
}

function isNew(found: Dependencies, by: number | undefined): by is number {
  return by !== undefined && by !== NOBODY && !found.has(by)
}

function note(found: Dependencies, by: number, because: string): void {
  if (isNew(found, by)) found.set(by, because)
}
