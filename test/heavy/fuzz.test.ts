import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { writeFailures } from '../fuzz/failure-files.ts'
import { replay, runFuzz } from '../fuzz/run-fuzz.ts'
import type { Failure } from '../fuzz/run-fuzz.ts'
import { promise, target } from '../fuzz/target.ts'
import { targets } from '../fuzz/targets.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000 })

const SEED = 20_261_121
const scratch = mkdtempSync(join(tmpdir(), 'fuzz-'))
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

it('no input breaks a promise', () => {
  // Lengths are judged by the clock, which has no place in a test.
  const untimed = targets.filter(({ name }) => name !== 'lengths')
  const runs = Math.ceil(heavy.fuzzRuns / untimed.length)
  const fuzzed = runFuzz(untimed, { seed: SEED, runs, seconds: null })
  expect(fuzzed.flatMap(({ failures }) => failures)).toEqual([])
  expect(fuzzed.map((one) => one.runs)).toEqual(untimed.map(() => runs))
})

const planted = target('planted', 'texts', fc.string({ minLength: 0, maxLength: 80 }), (text) => {
  promise('no text has a q', !text.includes('q'))
  return 'read'
})

it('a planted bug is found, made small, written down and found again', () => {
  const [found] = runFuzz([planted], { seed: SEED, runs: 2000, seconds: null })
  const [failure] = found!.failures
  expect(failure).toMatchObject({
    target: 'planted',
    message: 'BrokenPromise: no text has a q',
    input: '"q"',
  })
  const [written] = writeFailures(scratch, found!.failures)
  const read = JSON.parse(readFileSync(written!.file, 'utf8')) as Failure
  expect(replay([planted], read)).toMatchObject({ input: '"q"' })
  const mended = target('planted', 'texts', fc.string(), () => 'read')
  expect(replay([mended], read)).toBeNull()
  expect(() => replay(targets, read)).toThrow('planted')
})

it('the same seed gives the same inputs, another one others', () => {
  const inputsOf = (seed: number): string[] => {
    const inputs: string[] = []
    const kept = target('kept', 'texts', fc.string(), (text) => {
      inputs.push(text)
      return 'kept'
    })
    runFuzz([kept], { seed, runs: 120, seconds: null })
    return inputs
  }
  expect(inputsOf(1)).toEqual(inputsOf(1))
  expect(inputsOf(1)).not.toEqual(inputsOf(2))
})

it('npm run fuzz tells the seed, writes a summary, and refuses what it does not know', () => {
  const out = join(scratch, 'latest.json')
  const run = (...options: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ['scripts/fuzz.mjs', ...options], { encoding: 'utf8' })
  const done = run('--runs', '5', '--seed', '7', '--target', 'patches', '--out', out)
  expect(done).toMatchObject({ status: 0 })
  expect(done.stdout).toContain('seed 7')
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    seed: 7,
    targets: [{ name: 'patches', runs: 5, broken: 0 }],
  })
  expect(run('--runs', 'many')).toMatchObject({ status: 64 })
  expect(run('--help').stdout).toContain('--replay')
})
