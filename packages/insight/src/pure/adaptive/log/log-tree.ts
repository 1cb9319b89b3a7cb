import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import type { Document } from 'yaml'
import { findUnsafeYaml } from '@blueprint-engine/files/formats'
import type { YamlProblem } from '@blueprint-engine/files/formats'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'

/** A line of a log. */
export interface Place {
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** A value of a log with its keys and its line. */
export interface LogNode extends Place {
  readonly key: string
  /** Keys from the top, its own the last; numbers from 0 in lists. */
  readonly path: readonly string[]
  readonly kind: 'mapping' | 'list' | 'scalar'
  /** Of a scalar; null else. */
  readonly value: string | number | boolean | null
  readonly children: readonly LogNode[]
}

export interface ReadLog {
  readonly roots: readonly LogNode[]
  /** Lines that are no YAML: what stands on them may be missing. */
  readonly problems: readonly YamlProblem[]
}

const MAX_DEPTH = 40
const MAX_NODES = 200_000

/**
 * Reads a log into values that know their lines. A log with lines that are no YAML is read as far as it goes; it fails
 * where nothing is left to read. Keys that occur twice are read twice. Never throws.
 */
export function readLog(text: string, file: string): Result<ReadLog, readonly YamlProblem[]> {
  const unsafe = findUnsafeYaml(text)
  if (unsafe !== undefined) return fail([unsafe])
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: true,
    logLevel: 'silent',
    uniqueKeys: false,
  })
  const documents = 'empty' in parsed ? [] : parsed
  const problems = documents.flatMap(({ errors }) =>
    errors.map((error) => ({
      message: error.message.split('\n', 1)[0]!.replace(/ at line \d{1,9}, column \d{1,9}:?$/, ''),
      line: lines.linePos(error.pos[0]).line,
    })),
  )
  const builder = new TreeBuilder(file, lines)
  const roots = documents.flatMap((document, i) => {
    const root = builder.build(document.contents, document, documents.length > 1 ? [String(i)] : [], 1)
    return root === undefined ? [] : [root]
  })
  const isReadable = roots.some((root) =>
    [...walk(root)].some(({ value, path }) => value !== null && path.length > 0),
  )
  return problems.length > 0 && !isReadable ? fail(problems) : ok({ roots, problems })
}

class TreeBuilder {
  readonly #file: string
  readonly #lines: LineCounter
  #count = 0

  constructor(file: string, lines: LineCounter) {
    this.#file = file
    this.#lines = lines
  }

  /** Undefined for what is empty, nested too deep or repeated by aliases beyond any sense. */
  build(node: unknown, document: Document, path: readonly string[], line: number): LogNode | undefined {
    this.#count += 1
    if (path.length > MAX_DEPTH || this.#count > MAX_NODES) return undefined
    const head = { key: path.at(-1) ?? '', path, file: this.#file, line }
    if (isAlias(node)) return this.build(node.resolve(document), document, path, line)
    if (isMap(node)) {
      const children = node.items.flatMap(({ key, value }) => {
        const name = isScalar(key) ? String(key.value) : String(key)
        return this.build(value, document, [...path, name], this.#lineOf(key, line)) ?? []
      })
      return { ...head, kind: 'mapping', value: null, children }
    }
    if (isSeq(node)) {
      const [only] = node.items
      // `[done | failed]` is a place of a template that nobody filled in.
      if (node.items.length === 1 && isScalar(only) && String(only.value).includes(' | ')) {
        return { ...head, kind: 'scalar', value: `[${String(only.value)}]`, children: [] }
      }
      const children = node.items.flatMap(
        (item, i) => this.build(item, document, [...path, String(i)], this.#lineOf(item, line)) ?? [],
      )
      return { ...head, kind: 'list', value: null, children }
    }
    const value = isScalar(node) ? node.value : node
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return { ...head, kind: 'scalar', value: isPlain ? value : null, children: [] }
  }

  #lineOf(node: unknown, otherwise: number): number {
    const start = isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
    return start === undefined ? otherwise : this.#lines.linePos(start).line
  }
}

/** The node and everything below it, from the top down. */
export function* walk(node: LogNode): Generator<LogNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

/** Numbers in a list are of its entries, not of the run. */
export function isInList({ path }: LogNode): boolean {
  return path.some((key) => /^\d{1,6}$/.test(key))
}
