import type { Blueprint, Component } from 'blueprint-command-engine'
import { segmentsOf } from './pointer.ts'
import type { Step } from './projection.ts'

/** The tree of a blueprint while structural patches are applied to it one after the other. */
export class WorkTree {
  readonly #children = new Map<Component, Component[]>()
  readonly #top: Component[]

  constructor(blueprint: Blueprint) {
    this.#top = [...blueprint.components]
  }

  #listOf(parent: Component | null): Component[] {
    if (parent === null) return this.#top
    let list = this.#children.get(parent)
    if (list === undefined) {
      list = [...(parent.children ?? [])]
      this.#children.set(parent, list)
    }
    return list
  }

  childrenOf(parent: Component): readonly Component[] {
    return this.#children.get(parent) ?? parent.children ?? []
  }

  /** The way down to a path; the last step may stand just behind the end of its list, where something is put. */
  way(path: string): {
    readonly way: readonly Step[]
    readonly parent: Component | null
    readonly position: number
  } {
    const positions = segmentsOf(path)
      .filter((segment) => /^\d/.test(segment))
      .map(Number)
    const way: Step[] = []
    let parent: Component | null = null
    for (const position of positions.slice(0, -1)) {
      const siblings = this.#listOf(parent)
      const component: Component = siblings[position]!
      way.push({ component, position, siblings: [...siblings] })
      parent = component
    }
    return { way, parent, position: positions.at(-1)! }
  }

  siblings(parent: Component | null): readonly Component[] {
    return this.#listOf(parent)
  }

  insert(parent: Component | null, position: number, component: Component): void {
    this.#listOf(parent).splice(position, 0, component)
  }

  remove(parent: Component | null, position: number): Component {
    return this.#listOf(parent).splice(position, 1)[0]!
  }
}
