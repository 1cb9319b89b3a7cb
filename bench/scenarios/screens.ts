// Real screens, where they are at hand: one JSON document per line, given by `--screens`.
import { existsSync, readFileSync } from 'node:fs'
import type { Blueprint } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { expectThat } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'

/** Commands for whatever is on a screen; each screen gets the first one that it has a component for. */
const COMMANDS = [
  'make the first button red',
  "change the first text to 'Hello'",
  'hide the first icon',
  'make the first image a bit larger',
]
/** Fewer would say nothing about real screens. */
const LEAST_APPLIED = 100

interface Job {
  readonly blueprint: Blueprint
  readonly command: string
}

function readScreens(file: string): Blueprint[] | string {
  if (!existsSync(file)) return `there are no real screens at ${file}`
  const lines = readFileSync(file, 'utf8').split('\n')
  // The engine validates what it is given.
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Blueprint)
}

function jobsFor(core: Core, screens: readonly Blueprint[]): Job[] {
  const engine = core.createEngine()
  const jobs = screens.flatMap((blueprint) => {
    const command = COMMANDS.find((text) => {
      const { status, patches } = engine.run(blueprint, text)
      return status === 'applied' && patches.length > 0
    })
    return command === undefined ? [] : [{ blueprint, command }]
  })
  expectThat(
    jobs.length >= LEAST_APPLIED,
    `${LEAST_APPLIED} screens with an applied command, got ${jobs.length}`,
  )
  return jobs
}

function prepareScreens(core: Core, file: string, isFresh: boolean): Prepared | string {
  const screens = readScreens(file)
  if (typeof screens === 'string') return screens
  const jobs = jobsFor(core, screens)
  const engine = core.createEngine()
  for (const { blueprint, command } of jobs) engine.run(blueprint, command)
  let at = 0
  let job = jobs[0]!
  return {
    before: () => {
      job = jobs[at]!
      at = (at + 1) % jobs.length
      if (isFresh) job = { ...job, blueprint: structuredClone(job.blueprint) }
    },
    run: () => engine.run(job.blueprint, job.command),
  }
}

export function screenScenarios(file: string): readonly Scenario[] {
  return [
    { name: 'total/real-screens-known@real', prepare: (core) => prepareScreens(core, file, false) },
    { name: 'total/real-screens-first-sight@real', prepare: (core) => prepareScreens(core, file, true) },
  ]
}
