import type { Trace, TraceClause, TraceReference, TraceRule, TraceStep } from '../command/trace.ts'
import { TraceReader } from './trace-reader.ts'
import { TraceWriter } from './trace-writer.ts'

/**
 * A trace as JSON with each text once: its version, the texts in the order of first use, and one flat list in which a
 * text is its index and a list begins with its length.
 */
export type PackedTrace = readonly [version: 2, texts: readonly string[], data: readonly (number | string)[]]

/**
 * The compact form of a trace; {@link unpackTrace} gives it back without loss. O(length).
 *
 * @example unpackTrace(JSON.parse(JSON.stringify(packTrace(trace)))) // deep equal to trace
 */
export function packTrace(trace: Trace): PackedTrace {
  const out = new TraceWriter()
  out.text(trace.command)
  out.list(trace.corrections, ({ from, to, kind }) => {
    out.text(from)
    out.text(to)
    out.text(kind)
  })
  out.list(trace.clauses, (clause) => writeClause(out, clause, trace.command))
  out.list(trace.steps, (step) => {
    out.text(step.kind)
    out.list(step.targets, (id) => out.text(id))
    out.list(step.notes, (note) => out.text(note))
  })
  out.list(trace.rules, (rule) => {
    out.text(rule.rule)
    out.text(rule.level)
    out.number(rule.found)
  })
  const { decompose, execute, verify, serialize, total } = trace.timings
  for (const time of [decompose, execute, verify, serialize, total]) out.number(time)
  return [2, out.texts, out.data]
}

function writeClause(out: TraceWriter, clause: TraceClause, command: string): void {
  const { start, end } = clause.span
  out.number(start)
  out.number(end)
  if (command.slice(start, end) === clause.text) out.mark(SLICE)
  else out.text(clause.text)
  out.list(clause.readings, (reading) => {
    out.text(reading.family)
    out.mark(reading.accepted ? 1 : 0)
    out.text(reading.reason)
  })
  out.list(clause.references, (reference) => {
    out.text(reference.phrase)
    out.list(reference.candidates, (candidate) => {
      out.text(candidate.id)
      out.number(candidate.score)
      out.text(candidate.why)
    })
    out.list(reference.chosen, (id) => out.text(id))
  })
}

/** In place of a clause's text: the part of the command at its span. */
const SLICE = -1

/**
 * The trace that was packed.
 *
 * @throws TypeError when the data is not what {@link packTrace} makes; says what was expected and at which place.
 */
export function unpackTrace(packed: PackedTrace): Trace {
  const source = new TraceReader(packed)
  const command = source.text()
  const trace: Trace = {
    command,
    corrections: source.list(() => ({ from: source.text(), to: source.text(), kind: source.text() })),
    clauses: source.list(() => readClause(source, command)),
    steps: source.list(() => readStep(source)),
    rules: source.list(() => readRule(source)),
    timings: {
      decompose: source.number(),
      execute: source.number(),
      verify: source.number(),
      serialize: source.number(),
      total: source.number(),
    },
  }
  source.end()
  return trace
}

function readClause(source: TraceReader, command: string): TraceClause {
  const start = source.number()
  const end = source.number()
  return {
    text: source.takes(SLICE) ? command.slice(start, end) : source.text(),
    span: { start, end },
    readings: source.list(() => ({ family: source.text(), accepted: source.flag(), reason: source.text() })),
    references: source.list(() => readReference(source)),
  }
}

function readReference(source: TraceReader): TraceReference {
  return {
    phrase: source.text(),
    candidates: source.list(() => ({ id: source.text(), score: source.number(), why: source.text() })),
    chosen: source.list(() => source.text()),
  }
}

function readStep(source: TraceReader): TraceStep {
  return {
    kind: source.text(),
    targets: source.list(() => source.text()),
    notes: source.list(() => source.text()),
  }
}

function readRule(source: TraceReader): TraceRule {
  return { rule: source.text(), level: source.text(), found: source.number() }
}
