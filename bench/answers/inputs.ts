import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type { Blueprint } from '../../src/index.ts'
import { changedText, byteChanges } from '../../test/fuzz/byte-changes.ts'
import { anyCase, caseAt, sentences } from '../../test/fuzz/samples.ts'
import { corpusFile, ownCorpus } from '../../test/support/corpus-case.ts'

/** Commands that are run on one document, one after another, each on the document as it was. */
export interface Input {
  readonly name: string
  readonly document: Blueprint
  readonly commands: readonly string[]
}

export interface Group {
  readonly name: string
  readonly inputs: readonly Input[]
}

/** Ten commands that mean something on most phone screens. */
const ON_SCREENS: readonly string[] = [
  'make the first text red',
  'make all icons bigger',
  'delete the first text',
  'hide the last icon',
  'duplicate the first button',
  'swap the first text and the last text',
  'add a button that says "Go" below the first text',
  'move the first icon to the top',
  'make everything smaller',
  'wrap the first text in a card',
]

const SHARED_CORPORA = ['public.jsonl', 'public-2.jsonl', 'public-3.jsonl']
const FUZZ_SEED = 20_261_121

/**
 * Everything that two builds are compared on. What lies beside the repository is left out where it is missing.
 *
 * @param screensFile real screens, one JSON document per line
 * @param fuzzInputs how many inputs of each kind the fuzzer makes, always from the same seed
 */
export function inputGroups(screensFile: string, fuzzInputs: number): readonly Group[] {
  const root = pathToFileURL(`${process.cwd()}/`)
  const shared = SHARED_CORPORA.map((name) => new URL(`../shared/corpus/${name}`, root))
  const corpora = [
    ...ownCorpus(new URL('test/corpus/', root)),
    ...shared.filter((file) => existsSync(file)).map((file) => corpusFile(file)),
  ]
  return [
    ...corpora.map(({ name, cases, document }) => ({
      name: `corpus ${name}`,
      inputs: cases.map((kase) => ({ name: kase.id, document: document(kase), commands: [kase.command] })),
    })),
    ...(existsSync(screensFile) ? [{ name: 'real screens', inputs: screens(screensFile) }] : []),
    { name: 'fuzz: sentences on random documents', inputs: randomSentences(fuzzInputs) },
    { name: 'fuzz: damaged commands of the corpus', inputs: damagedCommands(fuzzInputs) },
  ]
}

function screens(file: string): readonly Input[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line, i) => ({
    name: `screen ${i}`,
    document: JSON.parse(line) as Blueprint,
    commands: ON_SCREENS,
  }))
}

function randomSentences(count: number): readonly Input[] {
  return fc
    .sample(sentences, { numRuns: count, seed: FUZZ_SEED })
    .map(({ document, command }, i) => ({ name: `sentence ${i}`, document, commands: [command] }))
}

function damagedCommands(count: number): readonly Input[] {
  const damage = fc.record({ from: anyCase, changes: byteChanges, other: anyCase })
  return fc.sample(damage, { numRuns: count, seed: FUZZ_SEED }).map(({ from, changes, other }, i) => ({
    name: `damaged ${i}`,
    document: caseAt(from).document,
    commands: [changedText(caseAt(from).command, changes, caseAt(other).command)],
  }))
}
