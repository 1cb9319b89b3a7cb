import type {
  Blueprint,
  Change,
  Component,
  Issue,
  Lens,
  LensNode,
  LensView,
  NewComponent,
  Refined,
  Result,
  Step,
  Vocabulary,
  WrittenChange,
} from 'blueprint-command-engine'
import type { Created, JsonFormat, JsonReading } from './format.ts'
import { valueAt } from './pointer.ts'
import { pointerOf, project, provenanceOf } from './projection.ts'
import type { Step as PathStep } from './projection.ts'
import { searchFor } from './search.ts'
import { refine } from './refine.ts'
import { Site } from './site.ts'
import { writeChange } from './write.ts'

/** One version of a document of a JSON format. */
export class JsonLens implements Lens {
  readonly format: JsonFormat
  readonly source: unknown
  readonly blueprint: Blueprint
  readonly reading: JsonReading

  constructor(format: JsonFormat, source: unknown, reading: JsonReading, blueprint: Blueprint | null) {
    this.format = format
    this.source = source
    this.reading = reading
    this.blueprint = blueprint ?? project(reading, format, source)
  }

  get dialect(): string {
    return this.format.name
  }

  get vocabulary(): Vocabulary {
    return this.reading.vocabulary
  }

  refine(step: Step, view: LensView): Result<Refined, readonly Issue[]> {
    return refine(this, step, view)
  }

  write(change: Change): Result<WrittenChange, readonly Issue[]> {
    return writeChange(this, change)
  }

  /** The next version; without a blueprint the source is read as one. */
  next(source: unknown, reading: JsonReading, blueprint: Blueprint | null): JsonLens {
    return new JsonLens(this.format, source, reading, blueprint)
  }

  verify(): readonly Issue[] {
    return this.format.verify?.(this.source) ?? []
  }

  /** What a step is about. */
  site(node: LensNode, view: LensView): Site {
    const own = provenanceOf(node.component).own ?? this.ownFor(node.component.type)
    const pointer = this.pointer(node, view)
    return new Site({
      node,
      own,
      rows: this.reading.rows(own),
      element: pointer === null ? undefined : valueAt(this.source, pointer),
      format: this.format,
      source: this.source,
      view,
      parentRows:
        node.parent === null ? [] : this.reading.rows(provenanceOf(node.parent.component).own ?? ''),
    })
  }

  /** A component that does not stand anywhere yet. */
  siteOfNew({ type, text }: NewComponent, view: LensView): Site {
    const component: Component = { id: `the new ${type}`, type, ...(text === undefined ? {} : { text }) }
    const node: LensNode = { id: component.id, component, parent: null, children: [], position: 0 }
    const own = this.ownFor(type)
    const rows = this.reading.rows(own)
    const blank: LensView = { ...view, read: () => undefined }
    return new Site({
      node,
      own,
      rows,
      element: undefined,
      format: this.format,
      source: this.source,
      view: blank,
      parentRows: [],
    })
  }

  /** Where a component stood before the command; null for a new one. */
  pointer(node: LensNode, view: LensView): string | null {
    const path = committedPath(node, this.blueprint) ?? searchFor(view.originOf(node.id), this.blueprint)
    return path === null ? null : pointerOf(path, this.reading, this.format, this.source)
  }

  create(component: NewComponent, takes: string): Created | string {
    const { type, text = null } = component
    return this.format.create({ noun: type, text, takes, id: '' }, this.reading, this.source)
  }

  ownFor(noun: string): string {
    const created = this.format.create(
      { noun, text: null, takes: 'element', id: '' },
      this.reading,
      this.source,
    )
    return typeof created === 'string' ? noun : created.own
  }

  kindFor(noun: string): string {
    const created = this.format.create(
      { noun, text: null, takes: 'element', id: '' },
      this.reading,
      this.source,
    )
    return typeof created === 'string' ? 'element' : created.kind
  }

  /** The list to which "at the end" leads: null for the top level, undefined if there is none. */
  mainList(top: readonly LensNode[], kind: string): LensNode | null | undefined {
    if (this.reading.topList !== null && this.reading.topTakes === kind) return null
    return firstList(top, kind)
  }
}

/** The outermost list for a kind, in document order, level by level. */
function firstList(level: readonly LensNode[], kind: string): LensNode | undefined {
  if (level.length === 0) return undefined
  const found = level.find(({ component }) => {
    const { list, takes } = provenanceOf(component)
    return list !== undefined && takes === kind
  })
  return (
    found ??
    firstList(
      level.flatMap(({ children }) => children),
      kind,
    )
  )
}

/** The way to a component as the blueprint has it; null if the command has moved anything on it. */
function committedPath(node: LensNode, blueprint: Blueprint): readonly PathStep[] | null {
  const path: PathStep[] = []
  for (let at: LensNode | null = node; at !== null; at = at.parent) {
    const siblings: readonly Component[] =
      at.parent === null ? blueprint.components : (at.parent.component.children ?? [])
    if (siblings[at.position] !== at.component) return null
    path.push({ component: at.component, position: at.position, siblings })
  }
  return path.reverse()
}
