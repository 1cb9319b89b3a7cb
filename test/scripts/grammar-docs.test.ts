import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grammarMarkdown } from '../../scripts/grammar-docs.mjs'
import { createEngine, describeGrammar } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { packageRoot, shopPath } from '../support/spawn-blueprint.ts'

describe('docs/grammar.md', () => {
  const text = readFileSync(`${packageRoot}docs/grammar.md`, 'utf8')

  test('is what npm run docs:grammar writes', () => {
    expect(text).toBe(grammarMarkdown(describeGrammar()))
  })

  test('its examples can be copied out', () => {
    const shop = JSON.parse(readFileSync(shopPath, 'utf8')) as Blueprint
    const commands = text.slice(text.indexOf('## Commands'), text.indexOf('## Selectors'))
    const examples = [...commands.matchAll(/^- `(.{1,200})` \(shop\)$/gm)].map(([, say]) => say!)
    expect(examples.length).toBeGreaterThan(50)
    for (const say of examples) expect([say, createEngine().run(shop, say).status]).toEqual([say, 'applied'])
  })
})
