// What packing does to the trace of a command of five steps: time, and bytes.
import type { Trace } from '../../src/index.ts'
import type { Comparison } from '../alternate.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import { expectThat, readThrough } from '../scenario.ts'
import { stepsCommand } from '../steps-command.ts'

export const TRACE_STEPS = [1, 5, 50] as const

function traceOf(core: Core, steps: number): Trace {
  const { trace } = core.createEngine().run(makeDocument(100, 'nested'), stepsCommand(steps, 100))
  const packed = JSON.stringify(core.packTrace(trace))
  const back = core.unpackTrace(JSON.parse(packed) as ReturnType<typeof core.packTrace>)
  expectThat(JSON.stringify(back) === JSON.stringify(trace), 'the trace to come back from its packed form')
  return trace
}

/** Bytes of the plain and of the packed text. */
export function traceBytes(core: Core, steps: number): { readonly plain: number; readonly packed: number } {
  const trace = traceOf(core, steps)
  return {
    plain: Buffer.byteLength(JSON.stringify(trace)),
    packed: Buffer.byteLength(JSON.stringify(core.packTrace(trace))),
  }
}

export const traceComparisons: readonly Comparison[] = TRACE_STEPS.map((steps): Comparison => ({
  name: `serialize/trace-${steps}-steps@100`,
  variants: [
    {
      name: 'JSON.stringify',
      prepare: (core) => {
        const trace = traceOf(core, steps)
        return {
          run: () => {
            readThrough(JSON.stringify(trace))
          },
        }
      },
    },
    {
      name: 'packed',
      prepare: (core) => {
        const trace = traceOf(core, steps)
        return {
          run: () => {
            readThrough(JSON.stringify(core.packTrace(trace)))
          },
        }
      },
    },
  ],
}))
