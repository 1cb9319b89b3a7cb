import type { Issue } from '../command/issue.ts'
import { namesOf } from '../document/blueprint.ts'
import type { Change } from '../document/change.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { Limits } from './options.ts'

/** What of a change passes the limits that a document has to keep, so that every result is rolled back in. O(touched). */
export function limitIssues(change: Change, { maxTextLength, maxDepth }: Limits): readonly Issue[] {
  const issues: Issue[] = []
  for (const { node, before, after, parentBefore } of change.touched) {
    if (after === null) continue
    const long = namesOf(after).find(({ value }) => value.length > maxTextLength)
    if (long !== undefined)
      issues.push(
        refusal(
          'text-too-long',
          node,
          `a ${long.source} of at most ${maxTextLength} characters, got ${long.value.length}`,
        ),
      )
    if (before !== null && parentBefore === node.parent) continue
    const depth = levelOf(node) + heightOf(node)
    if (depth > maxDepth)
      issues.push(
        refusal('document-too-deep', node, `at most ${maxDepth} levels of components, got ${depth}`),
      )
  }
  return issues
}

function refusal(code: 'text-too-long' | 'document-too-deep', node: TreeNode, expected: string): Issue {
  return {
    code,
    severity: 'error',
    stage: 'execute',
    id: node.id,
    message: `#${node.id}: expected ${expected}`,
  }
}

/** Components that hold this one. */
function levelOf(node: TreeNode): number {
  let level = 0
  for (let parent = node.parent; parent !== null; parent = parent.parent) level++
  return level
}

/** Levels from this component down to the lowest in it, itself included. */
function heightOf(node: TreeNode): number {
  let height = 0
  for (const child of node.children) height = Math.max(height, heightOf(child))
  return height + 1
}
