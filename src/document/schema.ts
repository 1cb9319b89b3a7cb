import { innerVisualFields } from './look-table.ts'
import { tokenFields, visualFields } from './native-table.ts'
import type { Gradient, Looks, ValueKind, ValueKinds } from './native-table.ts'

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }

export type JsonTypeName = 'string' | 'number' | 'boolean' | 'null' | 'gradient' | 'border' | 'looks'

type TypeNameOf<T> = T extends string
  ? 'string'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'boolean'
      : T extends null
        ? 'null'
        : T extends Gradient
          ? 'gradient'
          : T extends Looks
            ? 'looks'
            : 'border'

type KindTypes = { readonly [K in ValueKind]: { readonly [Name in TypeNameOf<ValueKinds[K]>]: true } }

/** Which JSON types a value of each kind may have; the compiler compares it with {@link ValueKinds}, both ways. */
const kindTypes: KindTypes = {
  color: { string: true, null: true },
  length: { number: true, string: true, null: true },
  ratio: { number: true, string: true, null: true },
  weight: { number: true, string: true, null: true },
  keyword: { string: true, null: true },
  text: { string: true, number: true, null: true },
  flag: { boolean: true, null: true },
  gradient: { gradient: true, null: true },
  number: { number: true, string: true, null: true },
  border: { border: true, null: true },
  looks: { looks: true, null: true },
}

/** The JSON types that a value of this kind may have. */
export function typesOfKind(kind: ValueKind): readonly JsonTypeName[] {
  return Object.keys(kindTypes[kind]) as JsonTypeName[]
}

/** The texts of the document itself; they may be absent, and are never null. */
export const documentTexts = ['screen_id', 'screen_type', 'orientation'] as const

/**
 * The JSON Schema of a native document, made from the same table as the TypeScript types and the validation. Unknown keys
 * are admitted everywhere. What a schema cannot say, validation adds: unique ids, and the limits.
 *
 * @example new Ajv2020().compile(blueprintSchema())
 */
export function blueprintSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Blueprint',
    type: 'object',
    required: ['components'],
    properties: {
      ...Object.fromEntries(documentTexts.map((key) => [key, { type: 'string' }])),
      tokens: { $ref: '#/$defs/tokens' },
      components: { type: 'array', items: { $ref: '#/$defs/component' } },
      meta: { type: 'object' },
    },
    $defs: {
      component: {
        type: 'object',
        required: ['id', 'type'],
        properties: {
          id: { type: 'string', minLength: 1 },
          type: { type: 'string', minLength: 1 },
          role: { type: ['string', 'null'] },
          text: { type: ['string', 'null'] },
          bbox: { $ref: '#/$defs/box' },
          confidence: { type: ['number', 'null'] },
          visual: { $ref: '#/$defs/visual' },
          children: { type: 'array', items: { $ref: '#/$defs/component' } },
        },
      },
      box: {
        type: 'array',
        minItems: 4,
        maxItems: 4,
        prefixItems: [{ type: 'number' }, { type: 'number' }, POSITIVE, POSITIVE],
      },
      visual: { type: 'object', properties: schemasOf(visualFields) },
      tokens: { type: 'object', properties: schemasOf(tokenFields) },
      gradient: {
        type: 'object',
        required: ['type', 'angle', 'stops'],
        properties: {
          type: { type: 'string' },
          angle: { type: 'number' },
          stops: { type: 'array', items: { type: 'string' } },
        },
      },
      border: {
        type: 'object',
        properties: {
          width: { type: ['number', 'string', 'null'] },
          style: { type: ['string', 'null'] },
          color: { type: ['string', 'null'] },
        },
      },
      looks: { type: 'object', additionalProperties: { $ref: '#/$defs/innerVisual' } },
      // A look of a state or device has none of its own within.
      innerVisual: { type: 'object', properties: schemasOf(innerVisualFields) },
    },
  }
}

const POSITIVE = { type: 'number', exclusiveMinimum: 0 } as const

function schemasOf(fields: { readonly [key: string]: ValueKind }): JsonSchema {
  return Object.fromEntries(Object.entries(fields).map(([key, kind]) => [key, schemaOf(kind)]))
}

function schemaOf(kind: ValueKind): JsonSchema {
  const types = typesOfKind(kind)
  const object = types.find((type) => type === 'gradient' || type === 'border' || type === 'looks')
  return object === undefined ? { type: types } : { anyOf: [{ $ref: `#/$defs/${object}` }, { type: 'null' }] }
}
