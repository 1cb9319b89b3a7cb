import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeartbeat, readTaskResult } from '../../../src/pure/protocol/task-report.ts'
import { runs } from '../../../../../test/support/amounts.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/batch-protocol.json', import.meta.url), 'utf8'),
) as { $id: string }
const ajv = new Ajv({ strict: true, allowUnionTypes: true })
ajv.addSchema(schema)

function validates(name: string, value: unknown): boolean {
  return ajv.validate({ $ref: `${schema.$id}#/definitions/${name}` }, value)
}

/** An object with some of the keys, each with a value that may be right or wrong. */
function objects(keys: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, fc.constantFrom(...values)])),
    { requiredKeys: [] },
  )
}

const id = ['PRP-1.1.1']
const texts = [[], ['a', 'b'], ['a', 5], 'a', null, {}]

describe('the schema and the readers agree on', () => {
  test('heartbeats', () => {
    const heartbeats = objects({
      work_item_id: id,
      status: ['working', 'complete', 'happy', 5],
      progress: [0, 100, 101, -1, null, '5'],
      step: ['x', null, 5],
      timestamp: [1, -1, null, 'now'],
    })
    fc.assert(
      fc.property(heartbeats, (value) => {
        expect(readHeartbeat(JSON.stringify(value), 'PRP-1.1.1').ok).toBe(validates('heartbeat', value))
      }),
      { numRuns: runs(500) },
    )
  })

  test('results', () => {
    const output = objects({
      files: texts,
      errors: texts,
      review: [
        null,
        { score: 5 },
        { score: 11, findings: [] },
        { score: 5, findings: ['x'] },
        { score: 5, findings: [1] },
        'good',
      ],
    })
    const results = fc
      .tuple(
        objects({
          work_item_id: id,
          status: ['success', 'failed', 'done'],
          fence: [3, null],
          metrics: [{}, { tokens: 'x' }, null, []],
        }),
        fc.option(fc.oneof(output, output, fc.constantFrom('x', [], null)), { nil: undefined }),
      )
      .map(([value, part]) => (part === undefined ? value : { ...value, output: part }))
    fc.assert(
      fc.property(results, (value) => {
        expect(readTaskResult(JSON.stringify(value), 'PRP-1.1.1', 3).ok).toBe(validates('result', value))
      }),
      { numRuns: runs(1000) },
    )
  })
})
