import { unreachable } from 'blueprint-command-engine/base'
import type { Patch } from 'blueprint-command-engine'
import { cut, printable } from './printable.ts'
import { plain } from './values.ts'
import { firstLines } from './view.ts'
import type { View } from './view.ts'

const MAX_PATCHES = 12

/** One line for each operation of a JSON Patch. */
export function renderPatches(view: View, patches: readonly Patch[]): string[] {
  return firstLines(
    view,
    patches.map((patch) => patchLine(view, patch)),
    MAX_PATCHES,
    '--json lists all',
  )
}

function patchLine(view: View, patch: Patch): string {
  const verb = view.palette.faint(patch.op.padEnd(7))
  const path = pathText(patch.path)
  switch (patch.op) {
    case 'add':
    case 'replace':
    case 'test': {
      const room = Math.max(16, view.columns - path.length - 14)
      const value = typeof patch.value === 'string' ? JSON.stringify(patch.value) : patch.value
      return `${verb} ${path}  ${plain(value, room)}`
    }
    case 'remove':
      return `${verb} ${path}`
    case 'move':
    case 'copy':
      return `${verb} ${pathText(patch.from)} → ${path}`
    default:
      return unreachable(patch)
  }
}

function pathText(path: string): string {
  return cut(printable(path), 90)
}
