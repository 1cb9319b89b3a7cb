import { expect, test } from 'vitest'
import { complete, readMetaLine } from '../../src/repl/meta-commands.ts'

test.each([
  [':undo', { name: ':undo', argument: '' }],
  [':rollback  before colors ', { name: ':rollback', argument: 'before colors' }],
  [':u', { name: ':undo', argument: '' }],
  [':roll 2', { name: ':rollback', argument: '2' }],
  [':h', { name: null, near: [':history', ':help'] }],
  [':redo!', { name: null, near: [] }],
])('%s', (line, meta) => {
  expect(readMetaLine(line)).toEqual(meta)
})

const IDS = ['hero', 'hero_title', 'footer']
test.each([
  [':h', [':history', ':help'], ':h'],
  [':undo', [':undo'], ':undo'],
  [':find h', [], ':find h'],
  ['delete #he', ['#hero', '#hero_title'], '#he'],
  ['swap #hero and #f', ['#footer'], '#f'],
  ['delete #hero and', [], 'delete #hero and'],
  ['make it red', [], 'make it red'],
])('completes %j', (line, hits, part) => {
  expect(complete(line, IDS)).toEqual([hits, part])
})
