import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { mayRead } from '../access/principal.ts'
import { countComponents, outline } from '../service/outline.ts'
import { grammarWords } from './grammar-words.ts'
import { commandOf, documentOf } from './tool.ts'
import type { Tool, ToolArguments, ToolContext, ToolProblem } from './tool.ts'
import { argument } from './tool-arguments.ts'
import { issueWords, planWords, revisionWords } from './words.ts'

const MAX_LISTED = 100
const MAX_FOUND = 10
const DEFAULT_HISTORY = 10

/** Tools that change nothing. */
export const lookingTools: readonly Tool[] = [
  {
    name: 'list',
    description: 'The documents: id, dialect, last revision.',
    properties: {},
    changes: false,
    run: async (_args, { service, principal }) => {
      const found = await service.documents({ after: '', limit: MAX_LISTED })
      const seen = found.filter(({ id }) => mayRead(principal, id))
      if (seen.length === 0) return ok('there are no documents')
      return ok(seen.map(({ id, dialect, head }) => `${id} (${dialect}, revision ${head})`).join('\n'))
    },
  },
  {
    name: 'outline',
    description:
      'A document as a short tree: id, type, "text". Siblings alike are told once; "under" shows one component, "full" every one.',
    properties: { document: argument.document, under: argument.under, full: argument.full },
    changes: false,
    run: outlineOf,
  },
  {
    name: 'find',
    description: 'The components that a phrase means, best first, e.g. "the second card".',
    properties: { document: argument.document, phrase: argument.phrase },
    required: ['phrase'],
    changes: false,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'read')
      if (!id.ok) return id
      const found = await context.service.find(id.value, args.phrase ?? '')
      if (!found.ok) return found
      const best = found.value.found.slice(0, MAX_FOUND)
      if (best.length === 0) return ok('nothing fits')
      return ok(best.map((match) => `${match.id} ${match.score.toFixed(2)}: ${match.why}`).join('\n'))
    },
  },
  {
    name: 'verify',
    description: 'Everything that is wrong with a document: overlaps, contrast, sizes, references.',
    properties: { document: argument.document },
    changes: false,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'read')
      if (!id.ok) return id
      const verified = await context.service.verify(id.value)
      if (!verified.ok) return verified
      const { issues } = verified.value
      return ok(issues.length === 0 ? 'nothing is wrong' : issueWords(issues).join('\n'))
    },
  },
  {
    name: 'history',
    description: 'The last revisions, the newest first.',
    properties: { document: argument.document, limit: argument.limit },
    changes: false,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'read')
      if (!id.ok) return id
      const latest = await context.service.latest(id.value, { limit: args.limit ?? DEFAULT_HISTORY })
      return latest.ok ? ok(latest.value.revisions.map(revisionWords).join('\n')) : latest
    },
  },
  {
    name: 'explain',
    description:
      'How a command is read: parts, components and why these, what stands in the way. Nothing is changed.',
    properties: { document: argument.document, command: argument.command, steps: argument.steps },
    changes: false,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'read')
      if (!id.ok) return id
      const command = commandOf(args)
      if (!command.ok) return command
      const plan = await context.service.explain(id.value, command.value)
      return plan.ok ? ok(planWords(plan.value)) : plan
    },
  },
  {
    name: 'grammar',
    description: 'What can be said, by topic; without one, the topics.',
    properties: { topic: argument.topic },
    changes: false,
    run: ({ topic }, { grammar }) => grammarWords(grammar(), topic),
  },
]

async function outlineOf(args: ToolArguments, context: ToolContext): Promise<Result<string, ToolProblem>> {
  const id = await documentOf(args, context, 'read')
  if (!id.ok) return id
  const opened = await context.service.blueprint(id.value)
  if (!opened.ok) return opened
  const { blueprint, revision } = opened.value
  const { under, full } = args
  const tree = outline(blueprint, {
    ...(under !== undefined && { under }),
    ...(full !== undefined && { full }),
  })
  if (tree === null)
    return fail({ kind: 'invalid', detail: `there is no component ${JSON.stringify(under)}` })
  return ok(`${id.value} revision ${revision}, ${countComponents(blueprint)} components\n${tree}`)
}
