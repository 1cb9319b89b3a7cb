import { isDeepStrictEqual } from 'node:util'
import { converter, parse } from 'culori'
import type { Component } from '../../src/index.ts'

const SIDES: { readonly [prop: string]: number } = { x: 0, y: 1, width: 2, height: 3 }

/** What a component has under the name that a check uses; undefined if it has nothing. */
export function readProp(component: Component | undefined, prop: string): unknown {
  if (component === undefined) return undefined
  if (prop === 'text') return component.text ?? undefined
  if (prop === 'type' || prop === 'role') return component[prop]
  const side = SIDES[prop]
  if (side !== undefined && component.bbox !== undefined) return component.bbox[side]
  let value: unknown = component.visual
  for (const key of prop.split('.')) value = (value as Record<string, unknown> | undefined)?.[key]
  return value
}

const WEIGHTS: { readonly [name: string]: number } = {
  light: 300,
  normal: 400,
  medium: 500,
  semibold: 600,
  bold: 700,
}

/** The value as a number: an absent one counts as what it is by default, a colour as its OKLab lightness. */
export function toNumber(value: unknown, prop: string): number {
  if (prop === 'font_weight') return weightOf(value)
  if (value === undefined || value === null) return prop === 'opacity' ? 1 : 0
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return Number.NaN
  if (/^-?[\d.]+(?:px)?$/.test(value)) return Number.parseFloat(value)
  return toOklab(rgbOf(value))?.l ?? Number.NaN
}

function weightOf(value: unknown): number {
  if (value === undefined || value === null) return WEIGHTS['normal']!
  return (typeof value === 'string' ? WEIGHTS[value] : undefined) ?? Number(value)
}

const toRgb = converter('rgb')
const toOklab = converter('oklab')

/** A text that is a colour; culori would take `cafe` for one too. */
function rgbOf(value: unknown): ReturnType<typeof toRgb> {
  if (typeof value !== 'string' || /^[\da-f]+$/i.test(value.trim())) return undefined
  return toRgb(parse(value.trim()))
}

/** Equal within what a case allows for the property: colours a step of 255, places 1 px, sizes 1 px or 2 %. */
export function isClose(value: number, expected: number, prop: string): boolean {
  const far = Math.abs(value - expected)
  if (prop === 'opacity') return far <= 0.021
  if (prop === 'line_height' || Math.abs(expected) <= 4) return far <= 0.26
  if (prop === 'x' || prop === 'y') return far <= 1.01
  return far <= Math.max(1.01, Math.abs(expected) * 0.02)
}

/** Texts of these are compared letter for letter, even where they are the names of colours. */
const LITERAL: ReadonlySet<string> = new Set(['text', 'placeholder', 'alt', 'href', 'image_url'])

export function isEqual(value: unknown, expected: unknown, prop: string): boolean {
  if (LITERAL.has(prop) && typeof expected === 'string') return value === expected
  if (prop === 'hidden') return Boolean(value) === Boolean(expected)
  if (prop === 'font_weight') return toNumber(value, prop) === toNumber(expected, prop)
  if (Array.isArray(expected)) {
    const list: unknown = value
    return (
      Array.isArray(list) &&
      list.length === expected.length &&
      expected.every((one, i) => isEqual(list[i], one, ''))
    )
  }
  if (typeof expected === 'number') return isClose(toNumber(value, prop), expected, prop)
  const color = rgbOf(expected)
  if (color !== undefined) {
    const other = rgbOf(value)
    return other !== undefined && bytesOf(color).every((byte, i) => Math.abs(byte - bytesOf(other)[i]!) <= 1)
  }
  if (typeof expected === 'string' && typeof value === 'number') return value === Number.parseFloat(expected)
  return value === expected || (expected === null && value === undefined)
}

function bytesOf({ r, g, b, alpha }: NonNullable<ReturnType<typeof toRgb>>): number[] {
  return [r, g, b, alpha ?? 1].map((share) => Math.round(share * 255))
}

/** Neither changed nor differing by more than a case can see. */
export function isSame(before: unknown, after: unknown, prop: string): boolean {
  return isDeepStrictEqual(before, after) || isEqual(after, before, prop)
}
