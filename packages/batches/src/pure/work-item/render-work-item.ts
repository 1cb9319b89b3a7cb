import { labelOf } from '../plan/field-names.ts'
import type { FieldName } from '../plan/field-names.ts'
import { hoursText } from '../plan/hours.ts'
import type { Phase } from '../plan/plan.ts'
import { itemFileName } from './item-id.ts'
import { writtenText } from './update-front-matter.ts'

/** What a work item is made of, besides its phase. */
export interface ItemSource {
  readonly id: string
  readonly batchId: string
  readonly stage: number
  readonly order: number
  readonly phase: Phase
  /** Ids of the items of the phases that this one depends on. */
  readonly dependencies: readonly string[]
  /** Name of the plan's file. */
  readonly planFile: string
}

export interface RenderedItem {
  readonly file: string
  readonly text: string
  readonly frontMatter: string
  readonly body: string
  readonly planHash: string
}

/**
 * The text of a work item for a phase of a plan: the same phase always gives the same text.
 *
 * @param hash a fingerprint of a text, as short as it may be told apart
 */
export function renderWorkItem(source: ItemSource, hash: (text: string) => string): RenderedItem {
  const body = bodyOf(source)
  // Everything that the item takes from the plan, its place in the batch included.
  const planHash = hash(
    JSON.stringify([source.phase.source, source.id, source.dependencies, source.stage, source.order]),
  )
  const frontMatter = frontMatterOf(source, planHash, hash(body))
  return {
    file: itemFileName(source.id, source.phase.title),
    text: `---\n${frontMatter}---\n${body}`,
    frontMatter,
    body,
    planHash,
  }
}

function frontMatterOf(
  { id, batchId, stage, order, phase, dependencies }: ItemSource,
  plan: string,
  body: string,
): string {
  const isBlueprint = phase.blueprint !== null
  const gates = phase.gates.flatMap(({ command }) => (command === null ? [] : [command]))
  const lines = [
    `prp_id: ${id}`,
    `title: ${writtenText(phase.title)}`,
    'status: pending',
    'type: feature',
    `complexity: ${phase.complexity}`,
    `estimated_hours: ${hoursText(phase.hours)}`,
    'priority: medium',
    `dependencies: [${dependencies.join(', ')}]`,
    `batch_id: ${batchId}`,
    `stage: ${stage}`,
    `order: ${order}`,
    ...listLines(
      'files_modified',
      phase.files.map(({ text }) => text),
    ),
    `executor: ${isBlueprint ? 'blueprint' : 'agent'}`,
    ...(phase.blueprint === null ? [] : [`blueprint: ${writtenText(phase.blueprint)}`]),
    ...(isBlueprint ? listLines('commands', phase.commands) : []),
    ...(gates.length === 0 ? [] : listLines('gates', gates)),
    `generated: { phase: ${phase.number}, plan: ${JSON.stringify(plan)}, body: ${JSON.stringify(body)} }`,
  ]
  return `${lines.join('\n')}\n`
}

function listLines(name: string, values: readonly string[]): string[] {
  return values.length === 0
    ? [`${name}: []`]
    : [`${name}:`, ...values.map((value) => `  - ${writtenText(value)}`)]
}

function bodyOf({ id, phase, dependencies, planFile }: ItemSource): string {
  const why = phase.dependencies.flatMap(({ reason }, i) =>
    reason === null ? [] : [`- ${dependencies[i] ?? ''}: ${reason}`],
  )
  const parts = [
    `\n# ${id}: ${phase.title}\n`,
    `From phase ${phase.number} of ${planFile}.\n`,
    field('goal', [phase.goal]),
    field('hours', [hoursText(phase.hours)]),
    field('complexity', [phase.complexity]),
    field(
      'files',
      phase.files.map(({ text, isNew }) => `- \`${text}\`${isNew ? ' (new)' : ''}`),
    ),
    field('dependencies', dependencies.length === 0 ? ['None'] : [dependencies.join(', ')]),
    why.length === 0 ? '' : `${why.join('\n')}\n`,
    phase.blueprint === null ? '' : field('blueprint', [phase.blueprint]),
    field(
      'commands',
      phase.commands.map((command, i) => `${i + 1}. ${command}`),
    ),
    field(
      'steps',
      phase.steps.map((step, i) => `${i + 1}. ${step.replaceAll('\n', '\n   ')}`),
    ),
    field(
      'gates',
      phase.gates.map(({ text }) => `- [ ] ${text.replaceAll('\n', '\n  ')}`),
    ),
    field('conflictNotes', phase.conflictNotes === null ? [] : [phase.conflictNotes]),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** `**Label**: text`, or the label above a list; nothing where there is nothing to say, but for files. */
function field(name: FieldName, lines: readonly string[]): string {
  if (lines.length === 0) return name === 'files' ? `**${labelOf(name)}**: None\n` : ''
  const isList = /^(?:- |\d+\. )/.test(lines[0]!)
  return `**${labelOf(name)}**:${isList ? '\n' : ' '}${lines.join('\n')}\n`
}
