import type { ToolArguments } from './tool.ts'

const steps = { type: 'array', items: { type: 'object' }, maxItems: 200 }
const command = { type: 'string', minLength: 1, maxLength: 10_000 }
const revision = { type: 'integer', minimum: 1 }

type ArgumentName = keyof ToolArguments

/** The arguments of tools, as JSON Schema. Descriptions are short: they are sent to every agent. */
export const argument: { readonly [Name in ArgumentName]: object } = {
  document: {
    type: 'string',
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
    description: 'Needed where there are several.',
  },
  command: { ...command, description: 'e.g. "make the first card red"' },
  steps: { ...steps, description: 'The same as data.' },
  commands: { type: 'array', maxItems: 200, items: { anyOf: [command, steps] } },
  revision: { ...revision, description: 'The last one that you have seen.' },
  rebase: { type: 'boolean', description: 'Work it out on the newest revision, whatever that is.' },
  preview: { type: 'string', maxLength: 100, description: 'Token of a preview.' },
  partial: { type: 'boolean', description: 'Apply what can be applied.' },
  atomic: { type: 'boolean' },
  phrase: { type: 'string', minLength: 1, maxLength: 10_000 },
  under: { type: 'string', maxLength: 1000, description: 'Id of a component.' },
  full: { type: 'boolean' },
  topic: { type: 'string', maxLength: 100 },
  limit: { type: 'integer', minimum: 1, maximum: 100 },
}
