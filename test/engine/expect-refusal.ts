import { expect } from 'vitest'
import type { Answer, Blueprint, Engine, Issue, IssueCode } from '../../src/index.ts'

/** An issue that a person can do something with: its own code, a stage, a whole sentence. */
export function expectClear(issues: readonly Issue[], codes: readonly IssueCode[] | null = null): void {
  expect(issues).not.toEqual([])
  for (const { code, severity, message, stage } of issues) {
    expect(code).not.toBe('internal')
    expect(['error', 'warning', 'note']).toContain(severity)
    expect(['input', 'decompose', 'execute', 'verify', 'serialize']).toContain(stage)
    expect(message.length).toBeGreaterThan(10)
  }
  if (codes !== null)
    expect([
      ...new Set(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
    ]).toEqual(codes)
}

/** A refused answer gives the input itself back, and all of it can be read. */
export function expectRefused(
  answer: Answer,
  input: unknown,
  codes: readonly IssueCode[] | null = null,
): void {
  expect(answer.status).toBe('rejected')
  expect(answer.blueprint).toBe(input)
  expect({ ...answer, patches: answer.patches, inverse: answer.inverse }).toMatchObject({
    patches: [],
    inverse: [],
    changed: [],
  })
  expect(JSON.parse(answer.delta)).toEqual({ patches: [], changed: [], status: 'rejected' })
  expect(typeof answer.json).toBe('string')
  expect(answer.trace.clauses).toBeInstanceOf(Array)
  expectClear(answer.issues, codes)
}

/** Everything that an engine can be asked about a document, none of which may throw. */
export function askAll(engine: Engine, document: unknown, command: unknown): Answer {
  // What comes in from outside has any type.
  const [blueprint, words] = [document as Blueprint, command as string]
  const answer = engine.run(blueprint, words)
  engine.run(blueprint, words, { partial: true })
  expect(['applied', 'clarify', 'rejected']).toContain(engine.plan(blueprint, words).status)
  expect(engine.find(blueprint, words)).toBeInstanceOf(Array)
  expect(engine.verify(blueprint).issues).toBeInstanceOf(Array)
  const session = engine.session(blueprint)
  expect(session.run(words).status).toBe(answer.status)
  expect(session.undo()).toBe(answer.patches.length > 0)
  expect(session.canUndo).toBe(false)
  expect(engine.batch(blueprint, [words]).status).toBe(answer.status === 'applied' ? 'applied' : 'rejected')
  return answer
}
