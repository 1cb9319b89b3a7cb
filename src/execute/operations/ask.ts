import type { AskStep, Found, Question, Reply } from '../../command/question.ts'
import { propertySpec, textOf, typeOf } from '../../document/blueprint.ts'
import { tokens } from '../../document/native-table.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { referencedToken, resolveToken } from '../../document/token-reference.ts'
import type { Target } from '../../command/target.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'

/** Answers a question about the document; nothing changes. */
export function answerQuestion(run: StepRun, { question }: AskStep): void {
  run.reply = replyTo(run, question)
}

function replyTo(run: StepRun, question: Question): Reply | null {
  switch (question.kind) {
    case 'count': {
      const nodes = nodesOf(run, question.targets)
      const be = nodes.length === 1 ? 'There is 1' : `There are ${nodes.length === 0 ? 'no' : nodes.length}`
      return { text: `${be} ${question.what}.`, found: nodes.map(foundOf) }
    }
    case 'exists': {
      const nodes = nodesOf(run, question.targets)
      const text = nodes.length === 0 ? `No, there is no ${question.what}.` : `Yes: ${listed(nodes)}.`
      return { text, found: nodes.map(foundOf) }
    }
    case 'list': {
      const nodes = nodesOf(run, question.targets)
      const text =
        nodes.length === 0
          ? `There are no ${question.what}.`
          : `${sentence(question.what)}: ${listed(nodes)}.`
      return { text, found: nodes.map(foundOf) }
    }
    case 'contents': {
      const nodes = nodesOf(run, question.targets)
      const inside = nodes.flatMap((node) => node.children)
      const where = nodes.map(({ id }) => `#${id}`).join(', ')
      if (nodes.length === 0) return null
      return {
        text:
          inside.length === 0
            ? `There is nothing in ${where}${ownText(nodes)}.`
            : `In ${where}: ${listed(inside)}.`,
        found: inside.map(foundOf),
      }
    }
    case 'value':
      return valueReply(run, nodesOf(run, question.targets), question.property)
    case 'token': {
      const value = run.transaction.readToken(question.token)
      const { label, kind } = tokens[question.token]
      const text =
        value === undefined || value === null
          ? `The theme states no ${label}.`
          : `The ${label} of the theme is ${valueText(run, value, kind)}.`
      return { text, found: [] }
    }
  }
}

/** None is no error here: that is an answer. */
function nodesOf(run: StepRun, targets: readonly Target[]): readonly TreeNode[] {
  return targets.length === 0 ? [] : run.resolveAll(targets)
}

function foundOf({ id }: TreeNode): Found {
  return { id }
}

const MAX_LISTED = 20

function listed(nodes: readonly TreeNode[]): string {
  const names = nodes.slice(0, MAX_LISTED).map(nameOf)
  if (nodes.length > MAX_LISTED) names.push(`and ${nodes.length - MAX_LISTED} more`)
  return names.join(', ')
}

const MAX_QUOTED = 40

function nameOf({ id, component }: TreeNode): string {
  const text = textOf(component) ?? ''
  const quoted = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text
  return `#${id} (${typeOf(component).replaceAll('_', ' ')}${quoted === '' ? '' : ` ${JSON.stringify(quoted)}`})`
}

function ownText(nodes: readonly TreeNode[]): string {
  const texts = nodes.flatMap(({ component }) => textOf(component) ?? [])
  return texts.length === 0 ? '' : ` but its text, ${texts.map((text) => JSON.stringify(text)).join(', ')}`
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function valueReply(run: StepRun, nodes: readonly TreeNode[], property: PropertyName): Reply | null {
  if (nodes.length === 0) return null
  const sentences: string[] = []
  const found: Found[] = []
  for (const node of nodes) {
    const value = run.transaction.read(node, property) ?? undefined
    sentences.push(sentenceFor(run, node, property, value))
    found.push(value === undefined ? { id: node.id, property } : { id: node.id, property, value })
  }
  return { text: sentences.join(' '), found }
}

function sentenceFor(run: StepRun, node: TreeNode, property: PropertyName, value: unknown): string {
  const { label, kind } = propertySpec(property)
  if (property === 'hidden') return `#${node.id} is ${value === true ? 'hidden' : 'shown'}.`
  if (value !== undefined) return `The ${label} of #${node.id} is ${valueText(run, value, kind)}.`
  const holder = INHERITED.has(property) ? holderOf(run, node, property) : null
  if (holder === null) return `#${node.id} states no ${label}.`
  const above = run.transaction.read(holder, property)
  return `#${node.id} states no ${label}; #${holder.id}, which holds it, has ${valueText(run, above, kind)}.`
}

/** What shows through or is handed down: letters by inheritance (CSS), backgrounds because nothing covers them. */
const INHERITED: ReadonlySet<PropertyName> = new Set([
  'background',
  'textColor',
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'lineHeight',
  'letterSpacing',
  'textAlign',
])

function holderOf(run: StepRun, node: TreeNode, property: PropertyName): TreeNode | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    const value = run.transaction.read(at, property)
    if (value !== undefined && value !== null) return at
  }
  return null
}

/** A value as it is stored, with its unit; what stands for a token, with what that is. */
function valueText(run: StepRun, value: unknown, kind: string): string {
  if (typeof value === 'number') return kind === 'length' ? `${value}px` : String(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  const path = referencedToken(value)
  const resolved = path === null ? undefined : resolveToken(run.transaction.index.root, path)
  if (typeof resolved === 'string' || typeof resolved === 'number') return `${value} (${resolved})`
  return kind === 'text' ? JSON.stringify(value) : value
}
