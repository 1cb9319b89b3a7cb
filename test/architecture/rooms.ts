/** A part of the repository that ships, and what it may import. */
export interface Room {
  readonly path: string
  /** What is in it. */
  readonly holds: string
  /** Entries of packages by their full name, and other rooms of the same package by their path. */
  readonly mayImport: readonly string[]
  /** Whether it may use Node; otherwise it is ECMAScript alone, and the compiler knows no other types there. */
  readonly isNode: boolean
}

const ENGINE = 'blueprint-command-engine'
const BASE = 'blueprint-command-engine/base'
const FORMATS = '@blueprint-engine/files/formats'
const FILES = '@blueprint-engine/files'

/** Lowest first: what a room imports stands above it in this table, so there are no cycles. */
export const rooms: readonly Room[] = [
  { path: 'src', holds: 'the engine', mayImport: ['culori/fn', 'immer', 'lru-cache'], isNode: false },
  {
    path: 'packages/files/src/formats',
    holds: 'YAML, front matter, Markdown text',
    mayImport: [BASE, 'yaml'],
    isNode: false,
  },
  {
    path: 'packages/files/src/node',
    holds: 'bounded reading, atomic writing, the layout of JSON',
    mayImport: [BASE, 'write-file-atomic'],
    isNode: true,
  },
  {
    path: 'packages/telemetry/src',
    holds: 'observers: a log, Prometheus, OpenTelemetry, a file of metrics',
    mayImport: [ENGINE, BASE, 'pino', 'prom-client', '@opentelemetry/api'],
    isNode: true,
  },
  {
    path: 'packages/workers/src',
    holds: 'many documents at once, in worker threads',
    mayImport: [ENGINE, BASE, 'piscina'],
    isNode: true,
  },
  {
    path: 'packages/dialects/src',
    holds: 'documents of other formats: HTML, json-render, A2UI, Puck, Adaptive Cards',
    mayImport: [ENGINE, 'css-tree', 'parse5'],
    isNode: false,
  },
  {
    path: 'packages/insight/src/pure',
    holds: 'tokens, metrics, trends, decisions, the choice of a model',
    mayImport: [
      BASE,
      FORMATS,
      '@pydantic/genai-prices',
      'ajv',
      'ajv-formats/dist/formats.js',
      'simple-statistics',
      'yaml',
    ],
    isNode: false,
  },
  {
    path: 'packages/insight/src/node',
    holds: 'transcripts, logs and folders of metrics; the page',
    mayImport: [
      ENGINE,
      BASE,
      FILES,
      FORMATS,
      '@blueprint-engine/telemetry',
      '@blueprint-engine/telemetry/prometheus',
      'packages/insight/src/pure',
    ],
    isNode: true,
  },
  {
    path: 'packages/batches/src/pure',
    holds: 'plans, work items, dependencies, the schedule, the protocol with agents',
    mayImport: [
      ENGINE,
      BASE,
      FORMATS,
      '@blueprint-engine/insight',
      'mdast',
      'mdast-util-from-markdown',
      'picomatch',
      'yaml',
    ],
    isNode: false,
  },
  {
    path: 'packages/batches/src/node',
    holds: 'what the schedule wants done: agents, gates, git, processes',
    mayImport: [
      ENGINE,
      BASE,
      FILES,
      FORMATS,
      '@blueprint-engine/insight',
      '@blueprint-engine/insight/node',
      'packages/batches/src/pure',
      'execa',
    ],
    isNode: true,
  },
  {
    path: 'packages/server/src',
    holds: 'documents with revisions, over HTTP and MCP',
    mayImport: [
      ENGINE,
      BASE,
      'blueprint-command-engine/document',
      FILES,
      '@fastify/cors',
      '@fastify/rate-limit',
      '@fastify/swagger',
      '@modelcontextprotocol/server',
      '@modelcontextprotocol/server/stdio',
      'ajv',
      'fastify',
      'libsql',
      'lru-cache',
      'pg',
      'prom-client',
      'secure-json-parse',
    ],
    isNode: true,
  },
  {
    path: 'packages/cli/src',
    holds: 'the command line: arguments and rendering',
    mayImport: [
      ENGINE,
      BASE,
      'blueprint-command-engine/document',
      FILES,
      FORMATS,
      '@blueprint-engine/telemetry',
      '@blueprint-engine/telemetry/log',
      '@blueprint-engine/workers',
      '@blueprint-engine/dialects',
      '@blueprint-engine/insight',
      '@blueprint-engine/insight/node',
      '@blueprint-engine/insight/dashboard',
      '@blueprint-engine/insight/prometheus',
      '@blueprint-engine/batches',
      '@blueprint-engine/batches/node',
      '@blueprint-engine/dialects',
      '@blueprint-engine/server',
      '@blueprint-engine/server/network',
      'commander',
      'log-update',
      'picocolors',
    ],
    isNode: true,
  },
]

/** Modules that only the named files import: drafts are made at one place, and one cache is bounded. */
export const onlyIn: Readonly<Record<string, readonly string[]>> = {
  immer: ['src/document/change.ts'],
  'lru-cache': [
    'src/decompose/intent-cache.ts',
    'src/language/intent-cache.ts',
    'packages/server/src/service/heads.ts',
    'packages/server/src/access/authenticate.ts',
  ],
}

export function homeOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room.path}/`))
}
