import { ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Expectation } from '../service/requests.ts'
import { commandOf, documentOf } from './tool.ts'
import type { Tool, ToolArguments, ToolContext, ToolProblem } from './tool.ts'
import { argument } from './tool-arguments.ts'
import { batchWords, commandWords, historyWords, previewWords } from './words.ts'

/** Tools that change a document, and the one that shows what they would do. */
export const changingTools: readonly Tool[] = [
  {
    name: 'preview',
    description:
      'What a command would change; nothing is changed. The answer has a token that makes "apply" do exactly this.',
    properties: {
      document: argument.document,
      command: argument.command,
      steps: argument.steps,
      partial: argument.partial,
    },
    changes: false,
    run: preview,
  },
  {
    name: 'apply',
    description:
      'Changes a document by a command in plain English, or by steps. Give the revision that you have seen, or the token of a preview with the same command.',
    properties: {
      document: argument.document,
      command: argument.command,
      steps: argument.steps,
      revision: argument.revision,
      preview: argument.preview,
      rebase: argument.rebase,
      partial: argument.partial,
    },
    changes: true,
    run: apply,
  },
  {
    name: 'batch',
    description: 'Several commands as one change: all or none, unless atomic is false.',
    properties: {
      document: argument.document,
      commands: argument.commands,
      revision: argument.revision,
      rebase: argument.rebase,
      atomic: argument.atomic,
    },
    required: ['commands'],
    changes: true,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'write')
      if (!id.ok) return id
      const { commands = [], atomic } = args
      const request = { commands, ...expectationOf(args), ...(atomic !== undefined && { atomic }) }
      const { result } = await context.service.batch(id.value, request, { author: context.principal.name })
      return result.ok ? ok(batchWords(result.value)) : result
    },
  },
  {
    name: 'undo',
    description: 'Takes back the last change; that is a revision of its own.',
    properties: { document: argument.document, revision: argument.revision, rebase: argument.rebase },
    changes: true,
    run: async (args, context) => {
      const id = await documentOf(args, context, 'write')
      if (!id.ok) return id
      const { name } = context.principal
      const { result } = await context.service.undo(id.value, expectationOf(args), { author: name })
      return result.ok ? ok(historyWords(result.value)) : result
    },
  },
]

async function preview(args: ToolArguments, context: ToolContext): Promise<Result<string, ToolProblem>> {
  const id = await documentOf(args, context, 'read')
  if (!id.ok) return id
  const command = commandOf(args)
  if (!command.ok) return command
  const { partial } = args
  const request = { command: command.value, ...(partial !== undefined && { partial }) }
  const shown = await context.service.preview(id.value, request)
  return shown.ok ? ok(previewWords(shown.value)) : shown
}

async function apply(args: ToolArguments, context: ToolContext): Promise<Result<string, ToolProblem>> {
  const id = await documentOf(args, context, 'write')
  if (!id.ok) return id
  const command = commandOf(args)
  if (!command.ok) return command
  const { partial, preview: token } = args
  const request = {
    command: command.value,
    ...expectationOf(args),
    ...(partial !== undefined && { partial }),
    ...(token !== undefined && { preview: token }),
  }
  const { result } = await context.service.run(id.value, request, { author: context.principal.name })
  return result.ok ? ok(commandWords(result.value)) : result
}

function expectationOf({ revision, rebase }: ToolArguments): Expectation {
  return { ...(revision !== undefined && { revision }), ...(rebase !== undefined && { rebase }) }
}
