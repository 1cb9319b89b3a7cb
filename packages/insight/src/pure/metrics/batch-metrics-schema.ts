import type { JsonObject } from 'blueprint-command-engine/base'
import { BATCH_OPERATIONS, METRIC_SOURCES } from './batch-metrics.ts'

const count = { type: ['integer', 'null'], minimum: 0, maximum: 1e15 }
const amount = { type: ['number', 'null'], minimum: 0, maximum: 1e15 }
const text = { type: 'string', maxLength: 10_000 }
const id = { type: 'string', minLength: 1, maxLength: 300 }

/** What schemas/batch-metrics.json holds. Fields that are not named here are allowed and ignored. */
export const batchMetricsSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Batch Metrics',
  description:
    'What one operation on one batch took and brought. Null is "not known". `sources` says for every number where it comes from.',
  type: 'object',
  required: ['batch_id', 'operation', 'timestamp', 'metrics'],
  properties: {
    batch_id: {
      description: "Batch identifier (e.g. '47'); part of the file name.",
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
    },
    operation: { description: 'What was done with the batch.', enum: [...BATCH_OPERATIONS] },
    timestamp: { description: 'Start of the operation, ISO 8601.', type: 'string', format: 'date-time' },
    duration_seconds: { description: 'Time of work in seconds.', ...amount },
    metrics: {
      type: 'object',
      properties: {
        total_items: { description: 'Number of items (work items, phases).', ...count },
        stages: { description: 'Number of stages, one after the other.', ...count },
        success_count: { description: 'Items that were completed.', ...count },
        failure_count: { description: 'Items that failed.', ...count },
        partial_count: { description: 'Items that were completed in part.', ...count },
        blocked_count: { description: 'Items that did not run because of a failure before them.', ...count },
        token_usage: {
          type: ['object', 'null'],
          properties: {
            input_tokens: { description: 'All input, cached or not.', ...count },
            output_tokens: count,
            total_tokens: count,
            estimated_cost: { description: 'US dollars.', ...amount },
          },
        },
        stage_durations: {
          type: 'array',
          maxItems: 10_000,
          items: {
            type: 'object',
            required: ['stage'],
            properties: {
              stage: { type: 'integer', minimum: 0 },
              duration_seconds: amount,
              items: { type: 'array', maxItems: 10_000, items: id },
            },
          },
        },
        errors: {
          type: 'array',
          maxItems: 10_000,
          items: {
            type: 'object',
            required: ['item_id', 'error_type'],
            properties: { item_id: id, error_type: id, error_message: text },
          },
        },
      },
    },
    optimization_metrics: {
      description: 'Measures of what an operation saved.',
      type: 'object',
      properties: {
        shared_context_size: {
          description: 'Tokens of the shared context, at four characters each (review only).',
          ...count,
        },
        token_savings: {
          description: 'Tokens that the work found in the cache had taken (execute only).',
          ...count,
        },
        parallel_efficiency: {
          description:
            'Speed against one item after the other, where the same work was done so; 1.0 is no gain. Older files hold the concurrency here.',
          ...amount,
        },
        concurrency: {
          description: 'Attempts under way at a time, on average; waiting counts as much as working.',
          ...amount,
        },
        drift_scores: {
          description: 'Declared against found, 0 to 100.',
          type: 'array',
          maxItems: 10_000,
          items: {
            type: 'object',
            required: ['prp_id', 'drift'],
            properties: { prp_id: id, drift: { type: 'number', minimum: 0, maximum: 100 } },
          },
        },
      },
    },
    conflicts: {
      type: ['array', 'null'],
      maxItems: 10_000,
      items: {
        type: 'object',
        required: ['file', 'items'],
        properties: { file: text, items: { type: 'array', maxItems: 10_000, items: id }, resolution: text },
      },
    },
    parallelism_achieved: { description: 'The most items that ran at the same time.', ...amount },
    items: {
      type: 'array',
      maxItems: 10_000,
      items: {
        type: 'object',
        required: ['item_id', 'status'],
        properties: {
          item_id: id,
          status: { enum: ['success', 'failure', 'partial', 'blocked'] },
          stage: count,
          duration_seconds: amount,
          attempts: { description: '1: done at the first try.', ...count },
          model: { type: ['string', 'null'], maxLength: 300 },
          tries: {
            description: 'All attempts in order; outcome is success, or why it failed.',
            type: 'array',
            maxItems: 1000,
            items: {
              type: 'object',
              required: ['model', 'outcome'],
              properties: {
                model: { type: ['string', 'null'], maxLength: 300 },
                outcome: id,
                start_seconds: { description: 'After the start of the operation.', ...amount },
                end_seconds: amount,
              },
            },
          },
          depends_on: {
            description: 'Items that had to be done before.',
            type: 'array',
            maxItems: 10_000,
            items: id,
          },
          complexity: { type: ['string', 'null'], maxLength: 300 },
          total_tokens: count,
          estimated_cost: amount,
          input_hash: { type: ['string', 'null'], maxLength: 300 },
          from_cache: { type: 'boolean' },
        },
      },
    },
    sources: {
      description: 'JSON pointer to source; an entry speaks for everything below it.',
      type: 'object',
      maxProperties: 10_000,
      propertyNames: { pattern: '^(/.{0,1000})?$' },
      additionalProperties: { enum: [...METRIC_SOURCES] },
    },
    disagreements: {
      type: 'array',
      maxItems: 10_000,
      items: {
        type: 'object',
        required: ['pointer', 'values'],
        properties: {
          pointer: text,
          values: {
            type: 'array',
            minItems: 2,
            maxItems: 100,
            items: {
              type: 'object',
              required: ['source', 'value'],
              properties: { source: { enum: [...METRIC_SOURCES] }, value: { type: ['number', 'string'] } },
            },
          },
        },
      },
    },
  },
}
