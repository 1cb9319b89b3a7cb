import { expect, test } from 'vitest'
import { tokenFields, visualFields } from '../src/core/document/native-table.ts'
import {
  findHostViolations,
  findLayerViolations,
  findLengthViolations,
  findNameViolations,
  findNativeKeyViolations,
  findNeedlessTables,
  findPackageViolations,
  findZoneViolations,
} from './architecture/rules.ts'
import { readSourceFiles } from './architecture/source-file.ts'

/** Vocabularies and tables, whose length is their content: the only files that may pass 300 lines. */
const TABLES: readonly string[] = []

const sources = readSourceFiles('src')
const ownFiles = [...sources, ...readSourceFiles('bench')]

/** Keys with an underscore are nothing but keys; words like `width` or `padding` are properties' names as well. */
const nativeKeys = [
  ...Object.keys(visualFields),
  ...Object.keys(tokenFields),
  'screen_id',
  'screen_type',
].filter((key) => key.includes('_'))

test('there is something to look at', () => {
  expect(sources.map((file) => file.path)).toContain('src/node/files.ts')
  expect(sources.flatMap((file) => file.importedPackages)).toContain('write-file-atomic')
  expect(nativeKeys).toContain('bg_color')
})

test('zones import downward: core < orchestrator < node < cli', () => {
  expect(findZoneViolations(sources)).toEqual([])
})

test('layers of the core import downward, and no stage knows another', () => {
  expect(findLayerViolations(sources)).toEqual([])
})

test('every package is imported at its one place', () => {
  expect(findPackageViolations(sources)).toEqual([])
})

test('no file is too long', () => {
  expect(findLengthViolations(ownFiles, TABLES)).toEqual([])
  expect(findNeedlessTables(ownFiles, TABLES)).toEqual([])
})

test('files are in kebab-case and named for their content', () => {
  expect(findNameViolations(ownFiles)).toEqual([])
})

test('the native document’s keys stay in the document layer', () => {
  expect(findNativeKeyViolations(sources, nativeKeys)).toEqual([])
})

test('the core reads no clock, no chance and no outside world', () => {
  expect(findHostViolations(sources)).toEqual([])
})
