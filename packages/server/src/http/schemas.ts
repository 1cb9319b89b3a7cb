/** A JSON Schema, in the part of it that OpenAPI 3.1 and the framework share. */
export type JsonSchema = { readonly [keyword: string]: unknown }

const revisionNumber = { type: 'integer', minimum: 1 }
const flag = { type: 'boolean' }
const text = { type: 'string' }
const anyObject = { type: 'object', additionalProperties: true }
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
/** A schema of the table below. */
export const ref = (name: string): JsonSchema => ({ $ref: `${name}#` })
const record = (
  $id: string,
  properties: { readonly [name: string]: JsonSchema },
  optional: readonly string[] = [],
  description?: string,
): JsonSchema => ({
  $id,
  type: 'object',
  ...(description !== undefined && { description }),
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

/** Requests say all that they may hold, so that a slip of the pen is refused and not ignored. */
const request = (
  $id: string,
  properties: { readonly [name: string]: JsonSchema },
  required: readonly string[] = [],
): JsonSchema => ({ $id, type: 'object', required, properties, additionalProperties: false })

const command = {
  description: 'A sentence.',
  type: 'string',
  examples: ['make the first card red and move it to the top'],
}
const steps = {
  description: 'The same as data: steps that are verified like a sentence.',
  ...list(anyObject),
}
const timings = {
  type: 'object',
  description: 'Microseconds.',
  required: ['decompose', 'execute', 'verify', 'serialize', 'total'],
  properties: Object.fromEntries(
    ['decompose', 'execute', 'verify', 'serialize', 'total'].map((stage) => [stage, { type: 'number' }]),
  ),
}
const changeParts = {
  document: text,
  revision: { ...revisionNumber, description: 'The last revision after the change.' },
  rebasedFrom: {
    ...revisionNumber,
    description: 'The revision that was expected, where the change was worked out on a newer one.',
  },
  changed: list(ref('ChangedComponent')),
  patches: list(ref('Patch')),
  edits: list(ref('Edit')),
}
const CHANGE_OPTIONAL = ['rebasedFrom', 'patches', 'edits']
const commandParts = {
  status: { type: 'string', enum: ['applied', 'partial', 'answered'] },
  steps: list(ref('StepReport')),
  issues: list(ref('Issue')),
  confidence: { type: 'number', minimum: 0, maximum: 1 },
  reply: { ...text, description: 'The answer to a question.' },
  found: { ...list(anyObject), description: 'What a question was about.' },
  timings,
}
const COMMAND_OPTIONAL = [...CHANGE_OPTIONAL, 'reply', 'found']

/** Every named schema of the API; the OpenAPI document and the client's types are made from them. */
export const schemas: readonly JsonSchema[] = [
  record(
    'Issue',
    {
      code: { ...text, description: 'Stable.' },
      severity: { type: 'string', enum: ['error', 'warning', 'note'] },
      message: text,
      stage: text,
      span: {
        type: 'object',
        required: ['start', 'end'],
        properties: { start: { type: 'integer' }, end: { type: 'integer' } },
      },
      path: { ...text, description: 'JSON Pointer into the document.' },
      id: text,
      candidates: list(text),
      suggestions: { ...list(text), description: 'Commands that would work.' },
    },
    ['span', 'path', 'id', 'candidates', 'suggestions'],
  ),
  record('ChangedComponent', { id: text, properties: list(text) }),
  record(
    'Patch',
    {
      op: { type: 'string', enum: ['add', 'remove', 'replace', 'move', 'copy', 'test'] },
      path: text,
      from: text,
      value: {},
    },
    ['from', 'value'],
    'An operation of RFC 6902.',
  ),
  record('Edit', { start: { type: 'integer' }, end: { type: 'integer' }, text }),
  record(
    'StepReport',
    {
      clause: text,
      span: anyObject,
      intent: text,
      targets: list({
        type: 'object',
        required: ['id', 'why'],
        properties: { id: text, why: text },
      }),
      parameters: list(anyObject),
      corrections: list(anyObject),
      notes: list(text),
      status: { type: 'string', enum: ['applied', 'failed', 'skipped'] },
    },
    ['span'],
  ),
  request('CommandRequest', {
    command,
    steps,
    partial: { ...flag, default: false, description: 'Apply what can be applied and report the rest.' },
    dryRun: { ...flag, default: false, description: 'Change nothing; answer with a preview token.' },
    rebase: {
      ...flag,
      default: false,
      description: 'Where the document has moved on: read the command again on the newest revision.',
    },
    selection: { ...list(text), maxItems: 1000, description: 'Ids that "this" and "it" mean.' },
    preview: {
      ...text,
      maxLength: 100,
      description: 'Token of a preview: apply exactly what it showed, or nothing.',
    },
  }),
  record('CommandAnswer', { ...changeParts, ...commandParts, preview: text }, [
    ...COMMAND_OPTIONAL,
    'preview',
  ]),
  request(
    'BatchRequest',
    {
      commands: { type: 'array', maxItems: 1000, items: { anyOf: [command, steps] } },
      atomic: { ...flag, description: 'One failure leaves everything as it was; default true.' },
      order: { type: 'string', enum: ['given', 'safe'] },
      dryRun: { ...flag, default: false },
      rebase: { ...flag, default: false },
    },
    ['commands'],
  ),
  record(
    'BatchAnswer',
    {
      ...changeParts,
      status: { type: 'string', enum: ['applied', 'partial', 'answered'] },
      answers: list({
        type: 'object',
        required: ['status', 'changed', 'issues', 'confidence'],
        properties: {
          status: text,
          changed: list(ref('ChangedComponent')),
          issues: list(ref('Issue')),
          confidence: { type: 'number' },
        },
      }),
      issues: list(ref('Issue')),
      timings,
    },
    CHANGE_OPTIONAL,
  ),
  // A change of direction needs no body.
  { ...request('Rebase', { rebase: flag }), type: ['object', 'null'] },
  request('RollbackRequest', { to: revisionNumber, rebase: { ...flag, default: false } }, ['to']),
  record(
    'HistoryAnswer',
    { ...changeParts, kind: { type: 'string', enum: ['undo', 'redo', 'rollback'] }, of: revisionNumber },
    CHANGE_OPTIONAL,
  ),
  record(
    'ImportAnswer',
    { document: text, revision: revisionNumber, dialect: text, rebasedFrom: revisionNumber },
    ['rebasedFrom'],
  ),
  record(
    'DeleteAnswer',
    {
      document: text,
      revision: { ...revisionNumber, description: 'The revision that deletes it.' },
      rebasedFrom: revisionNumber,
    },
    ['rebasedFrom'],
  ),
  record(
    'Document',
    {
      id: text,
      dialect: text,
      revision: revisionNumber,
      createdAt: { ...text, format: 'date-time' },
      updatedAt: { ...text, format: 'date-time' },
      deleted: flag,
    },
    ['deleted'],
  ),
  record('DocumentList', { documents: list(ref('Document')) }),
  record(
    'Revision',
    {
      number: revisionNumber,
      parent: { anyOf: [revisionNumber, { type: 'null' }] },
      kind: { type: 'string', enum: ['import', 'command', 'batch', 'undo', 'redo', 'rollback', 'delete'] },
      command: { description: 'What was asked for: a sentence, steps, a list of either, or a revision.' },
      author: text,
      time: { ...text, format: 'date-time' },
      changed: list(ref('ChangedComponent')),
      state: { ...revisionNumber, description: 'The revision that first had this content.' },
      engine: text,
      patches: list(ref('Patch')),
      inverse: list({ type: 'object', additionalProperties: true }),
      edits: list(ref('Edit')),
    },
    ['patches', 'inverse', 'edits'],
  ),
  record('RevisionList', { document: text, head: revisionNumber, revisions: list(ref('Revision')) }),
  request('FindRequest', { phrase: { ...text, minLength: 1, maxLength: 10_000 } }, ['phrase']),
  record('FindAnswer', {
    revision: revisionNumber,
    found: list({
      type: 'object',
      required: ['id', 'score', 'why'],
      properties: { id: text, score: { type: 'number' }, why: text },
    }),
  }),
  record('VerifyAnswer', { revision: revisionNumber, issues: list(ref('Issue')) }),
  record('Health', { status: text }),
  record(
    'Problem',
    {
      type: text,
      title: text,
      status: { type: 'integer' },
      kind: { ...text, description: 'Stable.' },
      detail: text,
      revision: { ...revisionNumber, description: 'The last revision of the document.' },
      issues: list(ref('Issue')),
    },
    ['revision', 'issues'],
    'RFC 9457, with what the engine says of the command.',
  ),
]

export const documentParams: JsonSchema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$' } },
}

export const changeHeaders: JsonSchema = {
  type: 'object',
  properties: {
    'if-match': {
      type: 'string',
      pattern: '^(?:"[1-9][0-9]{0,9}"|\\*)$',
      description: 'The last revision that you have seen, in quotes; * for whatever is the last.',
    },
    'idempotency-key': {
      type: 'string',
      pattern: '^[!-~]{1,200}$',
      description: 'The same key gives the first answer again, for seven days.',
    },
  },
}

/** The answer of a route that works, and the problem that it may have instead. */
export function responses(name: string, status = 200): { readonly [status: string]: JsonSchema } {
  return {
    [status]: { description: 'Done.', ...ref(name) },
    default: {
      description: 'A problem.',
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  }
}
