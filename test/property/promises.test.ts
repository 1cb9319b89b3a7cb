import { isDeepStrictEqual } from 'node:util'
import { expect, it, vi } from 'vitest'
import { applyPatch, createEngine, packTrace, TOKENS_ID, unpackTrace } from '../../src/index.ts'
import type { Blueprint, Component } from '../../src/index.ts'
import { deepFreeze } from '../document/arbitrary-blueprint.ts'
import { allOf } from '../support/documents.ts'
import { patchedCopy } from '../support/json-patch.ts'
import { factOf, newIssues } from './new-issues.ts'
import type { Verified } from './new-issues.ts'
import { contentOf, forSamples } from './samples.ts'

// A thousand commands are a second's work, or several on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine()

it('the input is never changed, and need not be changeable', () => {
  forSamples(({ document, command }) => {
    const copy = structuredClone(document)
    const answer = engine.run(deepFreeze(document), command)
    expect(answer.issues.filter(({ code }) => code === 'internal')).toEqual([])
    engine.plan(document, command)
    engine.find(document, command)
    engine.verify(document)
    expect(isDeepStrictEqual(document, copy)).toBe(true)
    expect(JSON.stringify(document)).toBe(JSON.stringify(copy))
  })
})

/** Ids of the components on the way to any of these. */
function holdersOf(document: Blueprint, ids: ReadonlySet<string>): ReadonlySet<string> {
  const holders = new Set<string>()
  const visit = (list: readonly Component[]): boolean => {
    let found = false
    for (const { id, children } of list) {
      const isInside = visit(children ?? [])
      if (isInside) holders.add(id)
      found = isInside || ids.has(id) || found
    }
    return found
  }
  visit(document.components)
  return holders
}

it('the result shares every untouched part with the input, and `changed` names the rest', () => {
  forSamples(({ document, command }) => {
    const { blueprint, changed } = engine.run(document, command)
    const told = new Map(changed.map(({ id, properties }) => [id, properties]))
    const ids = new Set(told.keys())
    const holders = new Set([...holdersOf(document, ids), ...holdersOf(blueprint, ids)])
    const before = new Map(allOf(document).map((component) => [component.id, component]))
    const after = new Map(allOf(blueprint).map((component) => [component.id, component]))
    for (const [id, component] of after) {
      if (ids.has(id) || holders.has(id)) continue
      const was = before.get(id)
      if (was === undefined) expect([...ids].some((made) => told.get(made)!.includes('created'))).toBe(true)
      else expect(was === component, `${id} is another object`).toBe(true)
    }
    for (const id of before.keys())
      if (!after.has(id)) expect(told.get(id) ?? `${id} is gone`).toContain('removed')
    for (const key of Object.keys(document)) {
      if (key === 'components' && [...ids].some((id) => id !== TOKENS_ID)) continue
      if (key === 'tokens' && ids.has(TOKENS_ID)) continue
      expect(blueprint[key] === document[key], `${key} is another object`).toBe(true)
    }
    expect(Object.keys(blueprint)).toEqual(Object.keys(document))
  })
})

it('`changed` names nothing that is as it was', () => {
  forSamples(({ document, command }) => {
    const { blueprint, changed } = engine.run(document, command)
    const before = new Map(allOf(document).map((component) => [component.id, component]))
    const after = new Map(allOf(blueprint).map((component) => [component.id, component]))
    for (const { id, properties } of changed) {
      expect(properties).not.toEqual([])
      if (properties.includes('created') || properties.includes('removed') || id === TOKENS_ID) continue
      if (properties.includes('order') || properties.includes('parent')) continue
      expect(isDeepStrictEqual(before.get(id), after.get(id)), id).toBe(false)
    }
  })
})

it('the same input gives the same answer: warm, cold, without a cache, in another engine', () => {
  const uncached = createEngine({ intentCache: 0 })
  forSamples(({ document, command }) => {
    const first = contentOf(engine.run(document, command))
    const others = [
      engine.run(document, command),
      engine.run(structuredClone(document), command),
      uncached.run(structuredClone(document), command),
      createEngine().run(structuredClone(document), command),
    ]
    for (const answer of others) expect(isDeepStrictEqual(contentOf(answer), first)).toBe(true)
  })
})

it('the patches make the result, the inverse makes the input again, to the byte', () => {
  forSamples(({ document, command }) => {
    const { blueprint, patches, inverse } = engine.run(document, command)
    for (const apply of [applyPatch, patchedCopy<Blueprint>]) {
      expect(isDeepStrictEqual(apply(document, patches), blueprint)).toBe(true)
      const back = apply(blueprint, inverse)
      expect(isDeepStrictEqual(back, document)).toBe(true)
      expect(JSON.stringify(back)).toBe(JSON.stringify(document))
    }
    const sent = JSON.parse(JSON.stringify({ patches, inverse })) as {
      patches: typeof patches
      inverse: typeof inverse
    }
    expect(sent).toEqual({ patches, inverse })
  })
})

it('a refused command leaves everything as it was', () => {
  forSamples(({ document, command }) => {
    const { status, blueprint, patches, inverse, changed, issues, steps } = engine.run(document, command)
    if (status === 'applied') {
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
      if (patches.length === 0) expect(blueprint).toBe(document)
      return
    }
    expect(['rejected', 'clarify']).toContain(status)
    expect(blueprint === document).toBe(true)
    expect({ patches, inverse, changed }).toEqual({ patches: [], inverse: [], changed: [] })
    expect(issues.filter(({ severity }) => severity === 'error')).not.toEqual([])
    expect(steps.filter((step) => step.status === 'applied')).toEqual([])
  })
})

it('what is applied in part holds all promises of what is applied', () => {
  forSamples(({ document, command }) => {
    const text = JSON.stringify(document)
    const { status, blueprint, json, delta, patches, inverse, issues, steps } = engine.run(
      document,
      command,
      { partial: true },
    )
    expect(JSON.stringify(document)).toBe(text)
    expect(json).toBe(JSON.stringify(blueprint))
    expect(JSON.parse(delta)).toMatchObject({ status })
    expect(JSON.stringify(patchedCopy(document, patches))).toBe(json)
    expect(JSON.stringify(patchedCopy(blueprint, inverse))).toBe(text)
    const strict = engine.run(document, command)
    if (strict.status === 'applied') expect([status, json]).toEqual(['applied', strict.json])
    // What is unclear alone can be a consequence of what failed before it.
    else
      expect(
        strict.status === 'clarify' ? ['partial', 'clarify', 'rejected'] : ['partial', 'rejected'],
      ).toContain(status)
    if (status !== 'partial') return
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true)
    expect(steps.map((step) => step.status)).toContain('failed')
  })
})

it('verifying what a command could affect finds what verifying all of it finds', () => {
  forSamples(({ document, command }) => {
    const { status, blueprint, issues } = engine.run(document, command)
    if (status !== 'applied') return
    const reported = new Set(issues.filter(({ stage }) => stage === 'verify').map(factOf))
    const verified = (document: Blueprint): Verified => ({ document, issues: engine.verify(document).issues })
    const { worse, atLeastAsBad } = newIssues(verified(document), verified(structuredClone(blueprint)))
    expect([...reported]).toEqual(expect.arrayContaining(worse.map(factOf)))
    expect(atLeastAsBad.map(factOf)).toEqual(expect.arrayContaining([...reported]))
  })
})

it('json is JSON.stringify(blueprint), delta is JSON of patches, changed and status', () => {
  forSamples(({ document, command }) => {
    const { blueprint, json, delta, patches, changed, status } = engine.run(document, command)
    expect(json).toBe(JSON.stringify(blueprint))
    expect(JSON.parse(delta)).toEqual(JSON.parse(JSON.stringify({ patches, changed, status })))
  })
})

it('a trace is packed and unpacked without loss', () => {
  forSamples(({ document, command }) => {
    const { trace } = engine.run(document, command)
    expect(trace.command).toBe(command)
    expect(unpackTrace(packTrace(trace))).toStrictEqual(trace)
    expect(
      unpackTrace(JSON.parse(JSON.stringify(packTrace(trace))) as ReturnType<typeof packTrace>),
    ).toStrictEqual(trace)
  })
})

it('the times of the stages are not negative, and their sum is not above the total', () => {
  // A clock that goes on by one whenever it is looked at: no time of the host's comes in.
  let now = 0
  const timed = createEngine({ clock: { now: () => now++ } })
  forSamples(({ document, command }) => {
    const { decompose, execute, verify, serialize, total } = timed.run(document, command).timings
    for (const time of [decompose, execute, verify, serialize, total]) expect(time).toBeGreaterThanOrEqual(0)
    expect(decompose + execute + verify + serialize).toBeLessThanOrEqual(total)
  })
})

it('the steps of an applied command, sent as data, do the same', () => {
  forSamples(({ document, command }) => {
    const { status, steps, json, changed } = engine.run(document, command)
    if (status !== 'applied') return
    const sent = steps.flatMap(({ parameters }) => parameters)
    const answer = engine.run(structuredClone(document), JSON.parse(JSON.stringify(sent)) as typeof sent)
    expect(answer.status).toBe('applied')
    expect(answer.json).toBe(json)
    expect(answer.changed).toEqual(changed)
  })
})

it('a plan tells the steps that running takes, and does nothing', () => {
  forSamples(({ document, command }) => {
    const text = JSON.stringify(document)
    const { status, steps, confidence } = engine.plan(document, command)
    expect(JSON.stringify(document)).toBe(text)
    const answer = engine.run(document, command)
    expect(
      isDeepStrictEqual(contentOf(answer), contentOf(createEngine().run(structuredClone(document), command))),
    ).toBe(true)
    if (answer.status !== 'applied') return
    expect({ status, confidence }).toEqual({ status: 'applied', confidence: answer.confidence })
    expect(steps).toEqual(answer.steps)
  })
})

it('what is found for a phrase is there, best first', () => {
  forSamples(({ document, command }) => {
    const ids = new Set(allOf(document).map(({ id }) => id))
    let last = 1
    for (const { id, score, why } of engine.find(document, command)) {
      expect(ids).toContain(id)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(last)
      expect(why).not.toBe('')
      last = score
    }
  })
})
