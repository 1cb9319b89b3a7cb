import { textLikeTypes } from './component-kinds.ts'
import { labelTargetKeys, specOf, tokens } from './native-table.ts'
import type {
  tokenFields,
  visualFields,
  AnyProperty,
  PropertySpec,
  TokenName,
  ValueKinds,
} from './native-table.ts'

/** `[x, y, width, height]` in pixels, absolute on the screen; width and height are above 0. */
export type Box = readonly [number, number, number, number]

export type Visual = {
  readonly [K in keyof typeof visualFields]?: ValueKinds[(typeof visualFields)[K]]
} & { readonly [key: string]: unknown }

export type Tokens = {
  readonly [K in keyof typeof tokenFields]?: ValueKinds[(typeof tokenFields)[K]]
} & { readonly [key: string]: unknown }

export interface Component {
  readonly id: string
  readonly type: string
  readonly role?: string | null
  readonly text?: string | null
  readonly bbox?: Box
  readonly confidence?: number | null
  readonly visual?: Visual
  readonly children?: readonly Component[]
  readonly [key: string]: unknown
}

/** A UI screen. The engine treats it as immutable: results share every part that a command did not touch. */
export interface Blueprint {
  readonly screen_id?: string
  readonly screen_type?: string
  readonly orientation?: string
  readonly tokens?: Tokens
  readonly components: readonly Component[]
  readonly meta?: { readonly [key: string]: unknown }
  readonly [key: string]: unknown
}

export function idOf(component: Component): string {
  return component.id
}

export function typeOf(component: Component): string {
  return component.type
}

export function roleOf(component: Component): string | null {
  return component.role ?? null
}

export function textOf(component: Component): string | null {
  return component.text ?? null
}

export function boxOf(component: Component): Box | null {
  return component.bbox ?? null
}

const NO_CHILDREN: readonly Component[] = []

export function childrenOf(component: Component): readonly Component[] {
  return component.children ?? NO_CHILDREN
}

export function componentsOf(blueprint: Blueprint): readonly Component[] {
  return blueprint.components
}

export function isTextLike(component: Component): boolean {
  return textLikeTypes.has(component.type)
}

/** The stored value of a property, undefined where it is absent. Sides of the box come from the box where there is one. */
export function propertySpec(name: AnyProperty): PropertySpec {
  return specOf(name)
}

export function readProperty(component: Component, name: AnyProperty): unknown {
  const spec = specOf(name)
  if (spec.home === 'component') return component[spec.key]
  if (spec.home === 'box' && component.bbox !== undefined) return component.bbox[spec.side!]
  return component.visual?.[spec.key]
}

export function tokensOf(blueprint: Blueprint): Tokens | undefined {
  return blueprint.tokens
}

export function readToken(blueprint: Blueprint, name: TokenName): unknown {
  return blueprint.tokens?.[tokens[name].key]
}

/** The screen's width and height where the document states them (`meta.screen`), else null. */
export function statedScreen(blueprint: Blueprint): readonly [number, number] | null {
  const screen = blueprint.meta?.['screen']
  if (!Array.isArray(screen)) return null
  const [width, height] = screen as readonly unknown[]
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
    ? [width, height]
    : null
}

/** The texts by which people name a component, each with where it was found. */
export function namesOf(
  component: Component,
): readonly { readonly source: NameSource; readonly value: string }[] {
  const names: { source: NameSource; value: string }[] = [{ source: 'id', value: component.id }]
  if (typeof component.text === 'string' && component.text !== '')
    names.push({ source: 'text', value: component.text })
  if (typeof component.role === 'string') names.push({ source: 'role', value: component.role })
  const visual = component.visual
  if (visual === undefined) return names
  for (const source of VISUAL_NAMES) {
    const value = visual[source]
    if (typeof value === 'string' && value !== '') names.push({ source, value })
  }
  return names
}

export type NameSource = 'id' | 'text' | 'role' | 'alt' | 'placeholder' | 'price' | 'icon'

const VISUAL_NAMES = ['alt', 'placeholder', 'price', 'icon'] as const

/** The id of the input that a label says it belongs to, null where it says none. */
export function labelTargetOf(component: Component): string | null {
  for (const key of labelTargetKeys) {
    const value = component[key]
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** True when both carry the very same look (`visual`): none of its properties can differ. */
export function sharesLook(a: Component, b: Component): boolean {
  return a.visual === b.visual
}
