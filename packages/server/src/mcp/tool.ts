import type { Grammar } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { mayRead, mayWrite } from '../access/principal.ts'
import type { Principal } from '../access/principal.ts'
import type { Command } from '../format/document-format.ts'
import type { DocumentService } from '../service/document-service.ts'
import type { Problem } from '../service/problem.ts'
import type { Awaitable } from '../store/revision-store.ts'

/** What tools work with. */
export interface ToolContext {
  readonly service: DocumentService
  readonly principal: Principal
  /** What can be said; made when it is first asked for. */
  readonly grammar: () => Grammar
}

/** The arguments of all tools; the schema of each says which of them it takes. */
export interface ToolArguments {
  readonly document?: string
  readonly command?: string
  readonly steps?: Command
  readonly commands?: readonly Command[]
  readonly revision?: number
  readonly rebase?: boolean
  readonly preview?: string
  readonly partial?: boolean
  readonly atomic?: boolean
  readonly phrase?: string
  readonly under?: string
  readonly full?: boolean
  readonly topic?: string
  readonly limit?: number
}

/** What stands in the way of a tool, beside the problems of the service. */
export type ToolProblem = Pick<Problem, 'detail' | 'issues'> & { readonly kind: string }

export interface Tool {
  readonly name: string
  readonly description: string
  /** Its arguments as JSON Schema: properties and which are needed. */
  readonly properties: { readonly [name: string]: object }
  readonly required?: readonly string[]
  readonly changes: boolean
  readonly run: (args: ToolArguments, context: ToolContext) => Awaitable<Result<string, ToolProblem>>
}

/** The document that a tool is called for; with a single one there is no need to name it. */
export async function documentOf(
  { document }: ToolArguments,
  { service, principal }: ToolContext,
  use: 'read' | 'write',
): Promise<Result<string, ToolProblem>> {
  const id = document ?? (await onlyDocument(service))
  if (id === null) return fail({ kind: 'invalid', detail: 'say which document; "list" tells what there is' })
  if (use === 'read' ? mayRead(principal, id) : mayWrite(principal, id)) return ok(id)
  return fail({
    kind: 'forbidden',
    detail: `the token does not allow to ${use} document ${JSON.stringify(id)}`,
  })
}

async function onlyDocument(service: DocumentService): Promise<string | null> {
  const [first, second] = await service.documents({ after: '', limit: 2 })
  return first !== undefined && second === undefined ? first.id : null
}

/** The sentence or the steps. */
export function commandOf({ command, steps }: ToolArguments): Result<Command, ToolProblem> {
  if (command !== undefined && steps === undefined) return ok(command)
  if (steps !== undefined && command === undefined) return ok(steps)
  return fail({ kind: 'invalid', detail: 'give either a command or steps' })
}
