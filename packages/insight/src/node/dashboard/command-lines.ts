import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CommandRecord } from '@blueprint-engine/telemetry'

/** A line longer than this is no record. */
const MAX_LINE_LENGTH = 100_000
const OUTCOMES: ReadonlySet<unknown> = new Set(['applied', 'partial', 'clarify', 'rejected', 'answered'])
const STAGES = ['decompose', 'execute', 'verify', 'serialize', 'total'] as const

/**
 * The records of a metrics file, line by line in constant memory; null stands for a line that is none.
 *
 * @throws the error of the file system where the file cannot be read
 */
export async function* readCommandLines(path: string): AsyncGenerator<CommandRecord | null> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
  for await (const line of lines) if (line.trim() !== '') yield parseRecord(line)
}

function parseRecord(line: string): CommandRecord | null {
  if (line.length > MAX_LINE_LENGTH) return null
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  if (!isObject(value)) return null
  const { time, outcome, timings, intents, issues, command, cache } = value
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time)) || !OUTCOMES.has(outcome)) return null
  if (!isObject(timings) || !STAGES.every((stage) => isTime(timings[stage]))) return null
  if (!isStrings(intents) || !isStrings(issues) || (command !== null && typeof command !== 'string'))
    return null
  if (cache !== 'hit' && cache !== 'miss' && cache !== 'off') return null
  // Every field that is read has been looked at.
  return value as unknown as CommandRecord
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 1000 && value.every((entry) => typeof entry === 'string')
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
