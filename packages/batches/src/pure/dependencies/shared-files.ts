import picomatch from 'picomatch'
import { fixedPartsOf, globsOverlap } from './path-pattern.ts'
import type { PathPattern } from './path-pattern.ts'

/** Which items touch which files: every pattern once, with the items that name it and the patterns that could mean the same. */
export interface SharedFiles {
  readonly patterns: readonly string[]
  /** Positions of the items that name a pattern, by pattern. */
  readonly owners: readonly (readonly number[])[]
  /** Other patterns that could mean one file with a pattern, by pattern. */
  readonly overlaps: readonly (readonly number[])[]
  /** Positions of the patterns that an item names, by item. */
  readonly patternsOf: readonly (readonly number[])[]
}

/** O(patterns x their depth + pairs of globs and patterns below a common folder). */
export function shareFiles(items: readonly { readonly files: readonly PathPattern[] }[]): SharedFiles {
  const known = new Map<string, number>()
  const patterns: PathPattern[] = []
  const owners: number[][] = []
  const patternsOf = items.map(({ files }, item) => {
    const own = new Set<number>()
    for (const file of files) {
      let at = known.get(file.text)
      if (at === undefined) {
        at = patterns.length
        known.set(file.text, at)
        patterns.push(file)
        owners.push([])
      }
      if (!own.has(at)) owners[at]!.push(item)
      own.add(at)
    }
    return [...own]
  })
  return { patterns: patterns.map(({ text }) => text), owners, overlaps: findOverlaps(patterns), patternsOf }
}

function findOverlaps(patterns: readonly PathPattern[]): number[][] {
  const overlaps: number[][] = patterns.map(() => [])
  const globs = [...patterns.keys()].filter((at) => patterns[at]!.isGlob)
  if (globs.length === 0) return overlaps
  const below = new Map<string, number[]>()
  const globsAt = new Map<string, number[]>()
  for (const [at, pattern] of patterns.entries()) {
    const parts = fixedPartsOf(pattern)
    for (const prefix of prefixesOf(parts)) add(below, prefix, at)
    if (pattern.isGlob) add(globsAt, parts.join('/'), at)
  }
  for (const glob of globs) {
    const parts = fixedPartsOf(patterns[glob]!)
    // What could meet a glob stands below its fixed folder, or is a glob of a folder above.
    const candidates = new Set(below.get(parts.join('/')) ?? [])
    for (const prefix of prefixesOf(parts))
      for (const other of globsAt.get(prefix) ?? []) candidates.add(other)
    for (const other of candidates)
      if (
        other !== glob &&
        (other > glob || !patterns[other]!.isGlob) &&
        meet(patterns[glob]!, patterns[other]!)
      ) {
        overlaps[glob]!.push(other)
        overlaps[other]!.push(glob)
      }
  }
  for (const list of overlaps) list.sort((a, b) => a - b)
  return overlaps
}

/** Whether a pattern means a file. */
export function matchesFile(pattern: PathPattern, path: string): boolean {
  return pattern.text === path || (pattern.isGlob && meet(pattern, { text: path, isGlob: false }))
}

/** Sets and classes are exact against a file; a glob with many wildcards would cost the expression too much time. */
function meet(glob: PathPattern, other: PathPattern): boolean {
  if (!globsOverlap(glob, other)) return false
  const wildcards = glob.text.match(/[*?+@!]/g)?.length ?? 0
  if (other.isGlob || !/[[{(]/.test(glob.text) || wildcards > 6 || glob.text.length > 200) return true
  return picomatch.isMatch(other.text, glob.text, { dot: true, windows: false })
}

/** `a/b/c`: '', `a`, `a/b`, `a/b/c`. */
function prefixesOf(parts: readonly string[]): string[] {
  const prefixes = ['']
  for (const part of parts) prefixes.push(prefixes.length === 1 ? part : `${prefixes.at(-1)}/${part}`)
  return prefixes
}

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
