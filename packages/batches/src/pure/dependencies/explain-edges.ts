import type { SharedFiles } from './shared-files.ts'

/** Why one item comes after another. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: 'dependency' | 'file'
  /** The files that both name; empty for a dependency. */
  readonly files: readonly string[]
  /** One sentence. */
  readonly why: string
}

/** Pairs of one file that are reported apart; more say nothing new. */
const MAX_FILE_EDGES = 10_000

/** Dependencies first, then shared files, each in the order of the items. Of n items that share a file n - 1 edges are reported. */
export function explainEdges(
  items: readonly { readonly id: string }[],
  before: readonly (readonly number[])[],
  shared: SharedFiles,
  stageOf: readonly number[],
): Edge[] {
  const edges: Edge[] = []
  const known = new Set<string>()
  for (const [to, list] of before.entries())
    for (const from of list) {
      known.add(`${from} ${to}`)
      edges.push(edgeOf(items[from]!.id, items[to]!.id, 'dependency', [], 'depends on it'))
    }
  for (const [key, files] of sharedPairs(shared, stageOf)) {
    if (known.has(key)) continue
    const [from = 0, to = 0] = key.split(' ').map(Number)
    const why =
      stageOf[from] === stageOf[to]
        ? `both touch ${files.join(', ')}, and share stage ${stageOf[to]! + 1} as they were told to`
        : `both touch ${files.join(', ')}`
    edges.push(edgeOf(items[from]!.id, items[to]!.id, 'file', files, why))
  }
  return edges
}

function edgeOf(
  from: string,
  to: string,
  kind: Edge['kind'],
  files: readonly string[],
  reason: string,
): Edge {
  return { from, to, kind, files, why: `${to} comes after ${from}: ${reason}` }
}

/** Files by pair of items, the one of the earlier stage first. */
function sharedPairs(shared: SharedFiles, stageOf: readonly number[]): Map<string, string[]> {
  const pairs = new Map<string, string[]>()
  const inOrder = (a: number, b: number): number => stageOf[a]! - stageOf[b]! || a - b
  const add = (a: number, b: number, file: string): void => {
    if (a === b || pairs.size >= MAX_FILE_EDGES) return
    const key = inOrder(a, b) < 0 ? `${a} ${b}` : `${b} ${a}`
    const files = pairs.get(key)
    if (files === undefined) pairs.set(key, [file])
    else if (!files.includes(file)) files.push(file)
  }
  for (const [at, file] of shared.patterns.entries()) {
    const owners = shared.owners[at]!.toSorted(inOrder)
    for (let i = 1; i < owners.length; i++) add(owners[i - 1]!, owners[i]!, file)
    for (const other of shared.overlaps[at]!)
      if (other > at)
        for (const a of owners)
          for (const b of shared.owners[other]!) add(a, b, `${file} (${shared.patterns[other]!})`)
  }
  return pairs
}
