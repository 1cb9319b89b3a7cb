import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Blueprint, Component, Tokens, Visual } from '../../src/document/blueprint.ts'
import { tokenFields, visualFields } from '../../src/document/native-table.ts'
import { blueprintSchema } from '../../src/document/schema.ts'
import { validateBlueprint } from '../../src/document/validate.ts'
import { runs } from '../support/amounts.ts'

const bySchema = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(blueprintSchema())

function byValidation(input: unknown): boolean {
  return validateBlueprint(input, { maxComponents: 1000, maxDepth: 64, maxTextLength: 1000 }).ok
}

const CORPUS = new URL('../corpus/docs/', import.meta.url)

test.each(readdirSync(CORPUS).map((name) => [name]))('%s is a document', (name) => {
  const input: unknown = JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8'))
  expect([bySchema(input), byValidation(input)]).toEqual([true, true])
})

test('every field of the table is in the schema, and the schema is JSON', () => {
  const schema = blueprintSchema() as unknown as {
    $defs: { visual: { properties: object }; tokens: { properties: object } }
  }
  expect(Object.keys(schema.$defs.visual.properties)).toEqual(Object.keys(visualFields))
  expect(Object.keys(schema.$defs.tokens.properties)).toEqual(Object.keys(tokenFields))
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
})

test('what the types admit, the schema admits', () => {
  const visual = {
    bg_color: null,
    text_color: '#FFF',
    border_color: 'red',
    gradient: { type: 'linear', angle: 90, stops: ['red'] },
    font_size: '16px',
    font_weight: 'bold',
    font_style: 'italic',
    font_family: null,
    line_height: 1.2,
    letter_spacing: 1,
    text_align: 'left',
    text_decoration: 'none',
    text_transform: 'none',
    padding: 1,
    margin: '1rem',
    gap: 0,
    border_width: 1,
    border_radius: 1,
    border_style: 'solid',
    opacity: '50%',
    shadow: 'sm',
    hidden: false,
    align: 'left',
    width: 1,
    height: 1,
    scale: 1,
    alt: '',
    image_url: '',
    price: 5,
    placeholder: '',
    href: '',
    icon: '',
    layout: 'grid',
    columns: 3,
    position: 'sticky',
    pin: 'bottom right',
    states: { hover: { bg_color: 'red', border_top: null } },
    at: { mobile: { hidden: true, gradient: null } },
    padding_top: 1,
    padding_right: '1px',
    padding_bottom: null,
    padding_left: 0,
    margin_top: 1,
    margin_right: 1,
    margin_bottom: 1,
    margin_left: 1,
    border_top: { width: 1, style: 'solid', color: 'red' },
    border_right: { width: '1px', color: null },
    border_bottom: {},
    border_left: null,
    vertical_align: 'middle',
    placeholder_color: '#999',
    placeholder_style: 'normal',
  } satisfies Visual & Record<keyof typeof visualFields, unknown>
  const tokens: Tokens = {
    primary_color: '#FFF',
    accent_color: null,
    base_spacing: 8,
    border_radius: '8px',
    cta_height: 44,
    more: [1],
  }
  const component: Component = {
    id: 'a',
    type: 't',
    role: null,
    text: null,
    bbox: [0, 0, 1, 1],
    confidence: null,
    visual,
    children: [],
    more: {},
  }
  const blueprint: Blueprint = {
    screen_id: '',
    screen_type: '',
    orientation: '',
    tokens,
    components: [component],
    meta: {},
    more: 1,
  }
  expect([bySchema(blueprint), byValidation(blueprint)]).toEqual([true, true])
})

describe('schema and validation agree on any JSON', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(null, '', 'red', 0, -1, 5, true, [], {}),
    fc.record({ type: fc.jsonValue(), angle: fc.jsonValue(), stops: fc.jsonValue() }, { requiredKeys: [] }),
    fc.record({
      type: fc.constant('linear'),
      angle: fc.integer(),
      stops: fc.array(
        fc.oneof({ weight: 9, arbitrary: fc.string() }, { weight: 1, arbitrary: fc.jsonValue() }),
      ),
    }),
  )
  const fields = (keys: readonly string[]): fc.Arbitrary<unknown> =>
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.dictionary(
          fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: fc.string() }),
          value,
          { maxKeys: 4 },
        ),
      },
      { weight: 1, arbitrary: value },
    )
  const number = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -2, max: 50 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
  const box = fc.oneof(
    { weight: 9, arbitrary: fc.array(number, { minLength: 3, maxLength: 5 }) },
    { weight: 1, arbitrary: value },
  )
  const nearly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 29, arbitrary }, { weight: 1, arbitrary: value })
  const component = fc.record(
    {
      id: nearly(fc.uuid()),
      type: nearly(fc.constantFrom('text', 'button')),
      role: nearly(fc.constantFrom(null, 'hero')),
      text: nearly(fc.string()),
      bbox: box,
      confidence: nearly(fc.double({ min: 0, max: 1, noNaN: true })),
      visual: fields(Object.keys(visualFields)),
      children: nearly(fc.constant([])),
      other: value,
    },
    { requiredKeys: ['id', 'type'] },
  )
  const document = fc.record(
    {
      components: nearly(fc.array(component, { maxLength: 3 })),
      tokens: fields(Object.keys(tokenFields)),
      screen_id: nearly(fc.string()),
      orientation: nearly(fc.string()),
      meta: nearly(fc.constant({})),
      other: value,
    },
    { requiredKeys: ['components'] },
  )

  test('documents that are nearly right', () => {
    let accepted = 0
    let refused = 0
    fc.assert(
      fc.property(document, (made) => {
        const input: unknown = JSON.parse(JSON.stringify(made))
        const isValid = byValidation(input)
        if (isValid) accepted++
        else refused++
        expect(bySchema(input)).toBe(isValid)
      }),
      { numRuns: runs(3000) },
    )
    // Neither side may be empty, or the agreement says nothing.
    expect(Math.min(accepted, refused)).toBeGreaterThan(runs(3000) / 20)
  })

  test('anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(bySchema(input)).toBe(byValidation(input))
      }),
    )
  })
})
