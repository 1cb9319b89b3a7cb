import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tokenFields, visualFields } from '../src/document/native-table.ts'
import {
  findHostViolations,
  findLayerViolations,
  findLengthViolations,
  findNameViolations,
  findNativeKeyViolations,
  findNeedlessTables,
  findRoomViolations,
} from './architecture/rules.ts'
import { rooms } from './architecture/rooms.ts'
import { readSourceFiles } from './architecture/source-file.ts'
import { packageRoot } from './support/spawn-blueprint.ts'

/** Vocabularies and tables, whose length is their content: the only files that may pass 300 lines. */
const TABLES: readonly string[] = ['src/document/native-table.ts']

const sources = [
  ...readSourceFiles('src'),
  ...readdirSync(`${packageRoot}packages`).flatMap((name) => readSourceFiles(`packages/${name}/src`)),
]
const ownFiles = [...sources, ...readSourceFiles('bench')]

/** Keys with an underscore are nothing but keys; words like `width` or `padding` are properties' names as well. */
const nativeKeys = [
  ...Object.keys(visualFields),
  ...Object.keys(tokenFields),
  'screen_id',
  'screen_type',
].filter((key) => key.includes('_'))

test('there is something to look at', () => {
  expect(sources.map((file) => file.path)).toContain('packages/files/src/node/files.ts')
  expect(sources.flatMap((file) => file.importedPackages)).toContain('write-file-atomic')
  expect(nativeKeys).toContain('bg_color')
})

test('every room imports what it may, and nothing else', () => {
  expect(findRoomViolations(sources)).toEqual([])
})

test('what a room may import stands before it', () => {
  const paths = rooms.map(({ path }) => path)
  for (const { path, mayImport } of rooms)
    for (const other of mayImport.filter((name) => name.startsWith('packages/')))
      expect(paths.slice(0, paths.indexOf(path))).toContain(other)
})

test('layers of the engine import downward, and no stage knows another', () => {
  expect(findLayerViolations(sources)).toEqual([])
})

test('no file is too long', () => {
  // What a script writes is as long as it is.
  const written = ownFiles.filter(({ path }) => !path.endsWith('.generated.ts'))
  expect(findLengthViolations(written, TABLES)).toEqual([])
  expect(findNeedlessTables(ownFiles, TABLES)).toEqual([])
})

test('a test that replaces modules says so in its name, and has its modules to itself', () => {
  const names = readdirSync(`${packageRoot}test`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  )
  const replacing = names.filter((name) =>
    /\bvi\.(?:mock|doMock|resetModules)\(/.test(readFileSync(`${packageRoot}test/${name}`, 'utf8')),
  )
  expect(replacing).not.toEqual([])
  expect(replacing.filter((name) => !name.endsWith('.mocking.test.ts'))).toEqual([])
})

test('files are in kebab-case and named for their content', () => {
  expect(findNameViolations(ownFiles)).toEqual([])
})

test('the native document’s keys stay in the document layer, but for the dialects, which make such documents', () => {
  const others = sources.filter(({ path }) => !path.startsWith('packages/dialects/'))
  expect(findNativeKeyViolations(others, nativeKeys)).toEqual([])
})

test('the engine reads no clock, no chance and no outside world', () => {
  expect(findHostViolations(sources)).toEqual([])
})
