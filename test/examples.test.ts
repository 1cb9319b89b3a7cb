import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../src/index.ts'
import type { Blueprint, Box, Component } from '../src/index.ts'
import { isBuilt, packageRoot, spawnNode } from './support/spawn-blueprint.ts'

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  'shop.json': [40, 60],
  'dashboard.json': [30, 45],
  'settings.json': [20, 30],
}

function load(name: string): Blueprint {
  return JSON.parse(readFileSync(`${packageRoot}examples/${name}`, 'utf8')) as Blueprint
}

interface Placed {
  readonly component: Component
  readonly box: Box
  readonly around: Box
  readonly siblings: readonly Component[]
}

function everything(list: readonly Component[], around: Box): Placed[] {
  return list.flatMap((component) => {
    const box = component.bbox!
    return [{ component, box, around, siblings: list }, ...everything(component.children ?? [], box)]
  })
}

function overlap([x, y, width, height]: Box, [left, top, wide, high]: Box): boolean {
  return x < left + wide && left < x + width && y < top + high && top < y + height
}

test('these are all examples', () => {
  const documents = readdirSync(`${packageRoot}examples`).filter(
    (name) => name.endsWith('.json') && !name.startsWith('tsconfig'),
  )
  expect(documents.sort()).toEqual(Object.keys(SIZES).sort())
})

describe.each(Object.keys(SIZES))('examples/%s', (name) => {
  const blueprint = load(name)
  const screen = blueprint.meta?.['screen'] as readonly [number, number]
  const all = everything(blueprint.components, [0, 0, ...screen])

  test('has a screen, full tokens, and as many components as a real one', () => {
    expect(screen).toHaveLength(2)
    expect(Object.keys(blueprint.tokens ?? {})).toEqual(
      expect.arrayContaining([
        'primary_color',
        'accent_color',
        'base_spacing',
        'border_radius',
        'font_scale',
        'colors',
        'cta_height',
      ]) as string[],
    )
    const [least, most] = SIZES[name]!
    expect(all.length).toBeGreaterThanOrEqual(least)
    expect(all.length).toBeLessThanOrEqual(most)
  })

  test('every component has an id in snake_case, and its box lies in its parent beside its siblings', () => {
    for (const { component, box, around, siblings } of all) {
      expect(component.id).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/)
      expect(box[0]).toBeGreaterThanOrEqual(around[0])
      expect(box[1]).toBeGreaterThanOrEqual(around[1])
      expect(box[0] + box[2]).toBeLessThanOrEqual(around[0] + around[2])
      expect(box[1] + box[3]).toBeLessThanOrEqual(around[1] + around[3])
      const hit = siblings.find((other) => other !== component && overlap(box, other.bbox!))
      expect([component.id, hit?.id]).toEqual([component.id, undefined])
    }
    expect(new Set(all.map(({ component }) => component.id)).size).toBe(all.length)
  })

  test('every button can be hit', () => {
    for (const { component, box } of all)
      if (component.type === 'button') expect(box[3]).toBeGreaterThanOrEqual(44)
  })

  test('no rule finds a fault', () => {
    expect(createEngine().verify(blueprint).issues).toEqual([])
  })
})

test('every label of settings.json belongs to a field', () => {
  const { components } = load('settings.json')
  const labels = components.filter(({ type }) => type === 'label')
  expect(labels.length).toBeGreaterThan(3)
  for (const label of labels) expect(components.map(({ id }) => id)).toContain(label['for'])
})

test.skipIf(!isBuilt)('examples/library.mjs runs (needs dist/, which npm test builds)', async () => {
  const { code, stdout, stderr } = await spawnNode(['examples/library.mjs'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^applied \[\s+\{ id: 'header'/)
  expect(stdout).toContain("clarify [ 'product_badge_1', 'product_badge_3' ]")
  expect(stdout).toContain('undone by 2 patches')
  expect(stdout).toContain("'1. hide the promo text'")
  expect(stdout).toContain("'2. make all product cards light yellow, then delete the last one'")
  expect(stdout).toContain('0 issues')
})

test.skipIf(!isBuilt)(
  'examples/service/two-editors.mjs: each is told of the other (needs dist/, which npm test builds)',
  async () => {
    const { code, stdout, stderr } = await spawnNode(['examples/service/two-editors.mjs'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      'Bob is told: stale, the last revision is 2',
      "Bob's change is revision 3, worked out again after 1",
      'Ann sees revision 3: "hide the footer"',
      'Ann took back revision 3',
      '',
    ])
  },
)

test.skipIf(!isBuilt)(
  'examples/service/careful-agent.mjs previews, asks and applies (needs dist/, which npm test builds)',
  async () => {
    const { code, stdout, stderr } = await spawnNode(['examples/service/careful-agent.mjs'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('preview (refused): clarify: "the card" fits 4 components\n')
    expect(stdout).toContain('preview: would change on revision 1: header background\n')
    expect(stdout).toContain('apply: applied, revision 2: header background\n')
  },
)
