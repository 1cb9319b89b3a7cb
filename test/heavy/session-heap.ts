// A long session in a process of its own, where nobody else's garbage is counted. Prints its measurement as JSON.
//   node --expose-gc THE_BUNDLE '{"warmUp":...,"commands":...,"step":...}' [leak]
import { measureSession } from '../../bench/memory/session.ts'
import type { Core } from '../../bench/core.ts'
import * as core from '../../src/index.ts'
import { readCommand } from '../../src/decompose/read-command.ts'

const [, , lengths, fault] = process.argv
const sound: Core = { ...core, readCommand }
/** Keeps the text of every delta, as a cache without a bound would. */
const kept: string[] = []
const leaking: Core = {
  ...sound,
  createEngine: (options) =>
    sound.createEngine({
      ...options,
      observers: [{ command: ({ answer }) => void kept.push(answer.delta) }],
    }),
}
// Written by the test that starts this.
const numbers = JSON.parse(lengths!) as Parameters<typeof measureSession>[1]
process.stdout.write(JSON.stringify(measureSession(fault === 'leak' ? leaking : sound, numbers)))
