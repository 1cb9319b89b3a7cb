import { createEngine } from '../../src/index.ts'
import type { EngineOptions } from '../../src/index.ts'
import { injectIntoOther, others } from './inject-others.ts'
import { injectIntoRun, injectIntoText, stagedSession } from './inject.ts'
import type { Injected } from './inject.ts'
import { callsDuring } from './plant.ts'
import type { Seam } from './plant.ts'
import { ALL_RULES, sentenceScenes, stepScenes } from './scenes.ts'
import type { Scene } from './scenes.ts'
import { builtinSeams, familySeams, operationSeams, ruleSeams, stageSeams } from './seams.ts'

/** What was planted in one kind of places, and what came of it. */
export interface FaultGroup {
  readonly group: string
  /** Methods in which a fault was planted and happened. */
  readonly reached: readonly string[]
  /** Faults that happened. */
  readonly injected: number
  /** Those after which the answer said `internal`; after the others it was as without the fault. */
  readonly told: number
  readonly broken: readonly string[]
}

/** In how many scenes a method throws, and at how many of its calls in each, one after the other. */
export interface FaultNumbers {
  /** Scenes in which the same method throws, of those that call it. */
  readonly scenes: number
  readonly callsOfRegistered: number
  readonly callsOfStages: number
  readonly callsOfBuiltins: number
}

const all: readonly Scene[] = [...stepScenes.values(), ...sentenceScenes]

type Most = readonly [scenes: number, calls: number]

type Inject = (scene: Scene, seam: Seam, at: number) => Injected

class Tally {
  readonly #reached = new Set<string>()
  readonly #broken: string[] = []
  #injected = 0
  #told = 0

  /** False if the method is not called. Throws at the first call, then at ever later ones, as long as there are calls and `most` is not used up. */
  sweep(scene: Scene, seam: Seam, most: number, inject: Inject): boolean {
    for (let i = 0, at = 1; i < most; i++, at += Math.ceil(at / 2)) {
      const { isReached, isTold, broken } = inject(scene, seam, at)
      if (!isReached) return i > 0
      this.#reached.add(seam.name)
      this.#injected++
      if (isTold) this.#told++
      this.#broken.push(...broken)
    }
    return true
  }

  /** In as many of the scenes, the first of those in which the method is called. */
  sweepAll(scenes: readonly Scene[], seams: readonly Seam[], [most, calls]: Most, inject: Inject): this {
    for (const seam of seams) {
      let left = most
      for (const scene of scenes) {
        if (left === 0) break
        if (!isCalled(scene, seam)) continue
        if (this.sweep(scene, seam, calls, inject)) left--
      }
    }
    return this
  }

  group(group: string): FaultGroup {
    return {
      group,
      reached: [...this.#reached],
      injected: this.#injected,
      told: this.#told,
      broken: this.#broken,
    }
  }
}

const registered: readonly Seam[] = [...familySeams, ...ruleSeams, ...stageSeams]
const known = new Map<Scene, ReadonlyMap<Seam, number>>()

/** Whether a scene's command calls a method, as far as that is looked up beforehand: trying would cost a session each. */
function isCalled(scene: Scene, seam: Seam): boolean {
  let calls = known.get(scene)
  if (calls === undefined) {
    const session = stagedSession(scene, createEngine(ALL_RULES))
    calls = callsDuring(registered, () => void session.run(scene.command))
    known.set(scene, calls)
  }
  return calls.get(seam) !== 0
}

/** Every fault of every kind, one after the other, each in an engine of its own. */
export function runFaults(numbers: FaultNumbers): readonly FaultGroup[] {
  const { scenes, callsOfRegistered, callsOfStages, callsOfBuiltins } = numbers
  const onLines: Most = [scenes, callsOfBuiltins]
  const operations = new Tally()
  for (const seam of operationSeams)
    operations.sweep(stepScenes.get(seam.key)!, seam, callsOfRegistered, injectIntoRun)
  return [
    operations.group('operations'),
    new Tally()
      .sweepAll(all, familySeams, [scenes, callsOfRegistered], injectIntoRun)
      .group('families of intents'),
    new Tally().sweepAll(all, ruleSeams, [scenes, callsOfRegistered], injectIntoRun).group('rules'),
    new Tally()
      .sweepAll(all, stageSeams, [scenes, callsOfStages], injectIntoRun)
      .group('methods of the stages'),
    new Tally()
      .sweepAll(sentenceScenes, builtinSeams, onLines, (scene, seam, at) =>
        injectIntoRun(scene, seam, at, { by: 'engine' }),
      )
      .group('any line of a command'),
    new Tally().sweepAll(sentenceScenes, builtinSeams, onLines, injectIntoText).group('any line of the text'),
    ...others.map((other) =>
      new Tally()
        .sweepAll(sentenceScenes, builtinSeams, onLines, (scene, seam, at) =>
          injectIntoOther(other, scene, seam, at),
        )
        .group(`any line of ${other.name}`),
    ),
    clockAndObservers(callsOfStages),
  ]
}

/** What is given to the engine from outside: it must not even show in the answer. */
function clockAndObservers(most: number): FaultGroup {
  const tally = new Tally()
  const clock = { now: () => 1 }
  const nothing = (): void => undefined
  const observer = { command: nothing, batch: nothing, history: nothing }
  const settings: readonly { readonly options: EngineOptions; readonly seams: readonly Seam[] }[] = [
    { options: { clock }, seams: [{ name: 'clock', holder: clock, key: 'now' }] },
    {
      options: { observers: [observer] },
      seams: [{ name: 'observer, command', holder: observer, key: 'command' }],
    },
  ]
  for (const { options, seams } of settings)
    for (const seam of seams)
      for (const scene of sentenceScenes)
        tally.sweep(scene, seam, most, (scene, seam, at) => {
          const injected = injectIntoRun(scene, seam, at, { options })
          return injected.isTold
            ? { ...injected, broken: [...injected.broken, `${seam.name} shows in the answer`] }
            : injected
        })
  return tally.group('clock and observers')
}
