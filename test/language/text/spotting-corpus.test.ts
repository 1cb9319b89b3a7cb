import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesOf } from '../../../src/document/blueprint.ts'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { readTokens } from '../../../src/decompose/text/read-tokens.ts'
import { spotNames } from '../../../src/decompose/text/spot.ts'

const folder = join(import.meta.dirname, '../../../../shared/corpus')

interface Line {
  readonly doc: string
  readonly command: string
}

/** Names that stand in a line as they are on the screen, whatever their case, found by comparing letters alone. */
function standingIn(command: string, names: readonly string[]): { name: string; at: number }[] {
  const line = command.toLowerCase()
  return names.flatMap((name) => {
    const at = line.indexOf(name.toLowerCase())
    const isApart =
      at >= 0 &&
      !/[\p{L}\p{N}_]/u.test(line[at - 1] ?? ' ') &&
      !/[\p{L}\p{N}_]/u.test(line[at + name.length] ?? ' ')
    return isApart ? [{ name, at }] : []
  })
}

describe.each(['public-2', 'public-3'])('%s', (name) => {
  const file = join(folder, `${name}.jsonl`)
  // The lines are kept outside of the project.
  it.skipIf(!existsSync(file))('every text, alternative, placeholder and id in a line is spotted', () => {
    const missed: string[] = []
    const indexes = new Map<string, DocumentIndex>()
    let found = 0
    for (const row of readFileSync(file, 'utf8').split('\n')) {
      if (row === '') continue
      const { doc, command } = JSON.parse(row) as Line
      const index =
        indexes.get(doc) ??
        new DocumentIndex(JSON.parse(readFileSync(join(folder, doc), 'utf8')) as Blueprint)
      indexes.set(doc, index)
      const tokens = readTokens(command)
      const spots = spotNames(tokens, command, index)
      const names = index
        .all()
        .flatMap(({ component }) => namesOf(component))
        .filter(({ source }) => ['text', 'alt', 'placeholder', 'id'].includes(source))
        .map(({ value }) => value)
      for (const { name: said, at } of standingIn(command, [...new Set(names)])) {
        found++
        const isSpotted = spots.some(({ from, to }) => {
          const { start } = tokens[from]!
          return start <= at && at + said.replace(/\W+$/, '').length <= tokens[to - 1]!.end
        })
        if (!isSpotted) missed.push(`${said} in: ${command}`)
      }
    }
    expect(missed).toEqual([])
    expect(found).toBeGreaterThan(100)
  })
})
