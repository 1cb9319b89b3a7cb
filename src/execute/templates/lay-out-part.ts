import type { Box } from '../../document/blueprint.ts'
import { roundPx } from '../layout/geometry.ts'
import { defaultSize, textWidth } from '../operations/defaults.ts'

/** A new component and what it holds, as far as its size depends on it. */
export interface SizedPart {
  readonly type: string
  readonly text: string
  readonly fontSize: number
  readonly padding: number
  readonly children: readonly SizedPart[]
  readonly layout: 'row' | 'column' | 'grid'
  readonly columns: number
}

/** The box of a part and those of what it holds. */
export interface LaidOut {
  readonly box: Box
  readonly children: readonly LaidOut[]
}

/** CSS's "normal" line height, about. */
const LINE = 1.4

/** Gives a part, and what it holds, boxes of a width; as high as that needs. O(parts). */
export function layOutPart(part: SizedPart, x: number, y: number, width: number, gap: number): LaidOut {
  if (part.children.length === 0) return { box: [x, y, width, leafHeight(part, width)], children: [] }
  const inset = Math.min(part.padding, width / 4)
  const inner = width - 2 * inset
  const columns = part.layout === 'column' ? 1 : Math.min(part.columns, part.children.length)
  const column = (inner - gap * (columns - 1)) / columns
  const children: LaidOut[] = []
  let top = y + inset
  let bottom = top
  part.children.forEach((child, i) => {
    const at = i % columns
    if (at === 0 && i > 0) top = bottom + gap
    const wide = Math.max(1, Math.min(column, naturalWidth(child, column)))
    const laid = layOutPart(child, roundPx(x + inset + at * (column + gap)), top, roundPx(wide), gap)
    children.push(laid)
    bottom = Math.max(bottom, laid.box[1] + laid.box[3])
  })
  return { box: [x, y, width, roundPx(bottom + inset - y)], children }
}

function naturalWidth({ type, text, fontSize, children }: SizedPart, column: number): number {
  const { width } = defaultSize(type)
  if (width === 'column' || children.length > 0) return column
  return width === 'text' ? textWidth(text, fontSize, type) : width
}

/** What a component of its type has, more where its text takes several lines. */
function leafHeight({ type, text, fontSize }: SizedPart, width: number): number {
  const { height } = defaultSize(type)
  if (text === '') return height
  const lines = Math.ceil(textWidth(text, fontSize, 'link') / Math.max(1, width))
  return Math.max(height, Math.ceil(lines * fontSize * LINE))
}
