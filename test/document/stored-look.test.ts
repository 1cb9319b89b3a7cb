import { expect, test } from 'vitest'
import { readProperty } from '../../src/document/blueprint.ts'
import type { Component } from '../../src/document/blueprint.ts'
import { properties } from '../../src/document/native-table.ts'
import type { PropertyName } from '../../src/document/native-table.ts'
import {
  storedBackground,
  storedFontSize,
  storedFontWeight,
  storedGradient,
  storedHidden,
  storedOpacity,
  storedPrice,
  storedTextColor,
} from '../../src/document/stored-look.ts'

const readers: readonly (readonly [PropertyName, (component: Component) => unknown])[] = [
  ['background', storedBackground],
  ['gradient', storedGradient],
  ['textColor', storedTextColor],
  ['fontSize', storedFontSize],
  ['fontWeight', storedFontWeight],
  ['opacity', storedOpacity],
  ['hidden', storedHidden],
  ['price', storedPrice],
]

/** Another value under every key, so that a reader of the wrong key is found. */
const full: Component = {
  id: 'a',
  type: 'card',
  visual: Object.fromEntries(Object.entries(properties).map(([name, { key }]) => [key, `value of ${name}`])),
}

test.each(readers)('%s is read from where the table keeps it', (name, read) => {
  expect(read(full)).toBe(`value of ${name}`)
  expect(read(full)).toBe(readProperty(full, name))
  expect(read({ id: 'b', type: 'card' })).toBe(undefined)
  expect(read({ id: 'c', type: 'card', visual: {} })).toBe(undefined)
})
