import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import type { BenchRun } from '../pure/bench-history.ts'

export interface ReadRuns {
  readonly runs: readonly BenchRun[]
  /** Files that hold no run, each with the reason. */
  readonly problems: readonly string[]
}

/**
 * Reads the results that the bench wrote: files as named, and of a folder every `.json` in it.
 *
 * @throws the error of the file system where a folder cannot be listed
 */
export async function readRuns(paths: readonly string[]): Promise<ReadRuns> {
  const runs: BenchRun[] = []
  const problems: string[] = []
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const text = await readTextFile(file)
      const run = text.ok ? parseRun(file, text.value) : describeFileIssue(text.error)
      if (typeof run === 'string') problems.push(run)
      else runs.push(run)
    }
  }
  return { runs, problems }
}

async function filesOf(path: string): Promise<readonly string[]> {
  try {
    const names = await readdir(path)
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(path, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path]
    throw error
  }
}

function parseRun(file: string, text: string): BenchRun | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return `${file} is no JSON`
  }
  const problem = `${file} holds no results of the bench: expected environment { commit, date } and scenarios`
  if (!isObject(value)) return problem
  const { environment, scenarios } = value
  if (!isObject(environment) || !Array.isArray(scenarios)) return problem
  const { commit, date } = environment
  if (typeof commit !== 'string' || typeof date !== 'string') return problem
  const medians: Record<string, number> = Object.create(null) as Record<string, number>
  for (const scenario of scenarios) {
    if (!isObject(scenario) || typeof scenario['name'] !== 'string' || !isObject(scenario['total']))
      return problem
    const { p50 } = scenario['total']
    if (typeof p50 !== 'number' || !(p50 > 0)) return problem
    medians[scenario['name']] = p50
  }
  return { file, commit, date, medians }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
