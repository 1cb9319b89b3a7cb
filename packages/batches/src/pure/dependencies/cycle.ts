/**
 * A path along edges that ends where it began (`[a, b, a]`), or null. The first such in the order given, so that the same
 * graph always tells the same cycle. Without recursion: chains may be long. O(nodes + edges).
 */
export function findCycle<N>(nodes: readonly N[], edgesOf: (node: N) => readonly N[]): N[] | null {
  const done = new Set<N>()
  for (const start of nodes) {
    if (done.has(start)) continue
    const path = [{ node: start, edges: edgesOf(start), next: 0 }]
    const depth = new Map([[start, 0]])
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.edges[top.next++]
      if (to === undefined) {
        done.add(top.node)
        depth.delete(top.node)
        path.pop()
      } else if (depth.has(to)) {
        return [...path.slice(depth.get(to)).map(({ node }) => node), to]
      } else if (!done.has(to)) {
        depth.set(to, path.length)
        path.push({ node: to, edges: edgesOf(to), next: 0 })
      }
    }
  }
  return null
}
