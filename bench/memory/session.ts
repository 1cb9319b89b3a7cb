import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import { expectThat } from '../scenario.ts'
import { slopeOf, usedHeap } from './heap.ts'

export interface SessionMemory {
  readonly commands: number
  readonly heapBefore: number
  readonly heapAfter: number
  readonly bytesPerCommand: number
}

export const MAX_BYTES_PER_COMMAND = 1

/** How long a session is. */
export interface SessionLengths {
  /** Commands until the runtime has compiled what it will, and the caches are full. */
  readonly warmUp: number
  readonly commands: number
  /** Commands between two looks at the heap. */
  readonly step: number
}

const LENGTHS: SessionLengths = { warmUp: 200_000, commands: 300_000, step: 10_000 }
const HISTORY = 200
/** More than the intent cache keeps, so that it is full and turning over. */
const TEXTS = 8000

/** A long session: texts, colours, moves, undo now and then; every command another one than those before. */
export function measureSession(
  core: Core,
  { warmUp, commands, step }: SessionLengths = LENGTHS,
): SessionMemory {
  const session = core
    .createEngine()
    .session(makeDocument(100, 'nested'), { history: { maxEntries: HISTORY } })
  const colors = ['red', 'green', 'blue', 'purple', 'orange'] as const
  const run = (i: number): void => {
    const answer = session.run(commandOf(i, colors))
    expectThat(answer.status === 'applied', `command ${i} to be applied, got ${answer.status}`)
    if (i % 10 === 9) session.undo()
  }
  for (let i = 0; i < warmUp; i++) run(i)
  const points: { x: number; y: number }[] = [{ x: 0, y: usedHeap() }]
  for (let i = 1; i <= commands; i++) {
    run(warmUp + i)
    if (i % step === 0) points.push({ x: i, y: usedHeap() })
  }
  return {
    commands,
    heapBefore: points[0]!.y,
    heapAfter: points.at(-1)!.y,
    bytesPerCommand: slopeOf(points),
  }
}

function commandOf(i: number, colors: readonly string[]): string {
  switch (i % 4) {
    case 0:
      return `change the text of the second text to 'Number ${i % TEXTS}'`
    case 1:
      return `make the third card ${colors[(i >> 2) % colors.length]!}`
    case 2:
      return `move the first button ${i % 8 === 2 ? 'down' : 'up'}`
    default:
      return `make the fourth title ${colors[(i >> 3) % colors.length]!}`
  }
}
