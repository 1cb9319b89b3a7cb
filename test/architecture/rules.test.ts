import { describe, expect, test } from 'vitest'
import {
  findHostViolations,
  findLayerViolations,
  findLengthViolations,
  findNameViolations,
  findNativeKeyViolations,
  findNeedlessTables,
  findRoomViolations,
} from './rules.ts'
import { parseSourceFile } from './source-file.ts'

const KEYS = ['bg_color', 'text_color']

function file(path: string, text = '') {
  return [parseSourceFile(path, text)]
}

describe('parseSourceFile', () => {
  test('finds every form of import, and nothing in comments or strings', () => {
    const [parsed] = file(
      'src/engine/engine.ts',
      `import { a } from '../base/a.ts'
       import type { B } from '../base/b.ts'
       import './side-effect.ts'
       export * from '../document/c.ts'
       export { d } from 'immer'
       const e = import('../verify/e.ts')
       const f = import(\`../verify/f.ts\`)
       type G = import('../verify/g.ts').G
       // import '../cli/no.ts'
       const text = "import x from '../cli/no.ts'"`,
    )
    expect(parsed?.importedPackages).toEqual(['immer'])
    expect(parsed?.importedFiles).toEqual([
      'src/base/a.ts',
      'src/base/b.ts',
      'src/engine/side-effect.ts',
      'src/document/c.ts',
      'src/verify/e.ts',
      'src/verify/f.ts',
      'src/verify/g.ts',
    ])
  })

  test.each([
    ['', 0],
    ['a\n', 1],
    ['a\nb', 2],
  ])('counts the lines of %j', (text, count) => {
    expect(file('src/index.ts', text)[0]?.lineCount).toBe(count)
  })
})

describe('rooms', () => {
  test.each([
    ['src/engine/engine.ts', '../../packages/files/src/node/files.ts'],
    ['src/index.ts', '../test/setup.ts'],
    ['src/document/history.ts', 'immer'],
    ['src/engine/engine.ts', 'lru-cache'],
    ['src/serialize/delta-text.ts', 'fast-json-stringify'],
    ['src/engine/engine.ts', 'node:fs'],
    ['src/engine/engine.ts', '@blueprint-engine/files'],
    ['packages/files/src/node/files.ts', 'culori/fn'],
    ['packages/files/src/node/files.ts', '../../../cli/src/main.ts'],
    ['packages/files/src/node/files.ts', '@blueprint-engine/cli'],
    ['packages/batches/src/pure/report.ts', 'node:path'],
    ['packages/batches/src/pure/report.ts', '../node/drive.ts'],
    ['packages/batches/src/pure/report.ts', '@blueprint-engine/insight/node'],
    ['packages/insight/src/pure/metrics/trend.ts', '@blueprint-engine/batches'],
    ['packages/cli/src/main.ts', '../../batches/src/node/drive.ts'],
    ['packages/cli/src/main.ts', 'left-pad'],
    ['packages/cli/src/main.ts', '@scope/left-pad/part'],
  ])('%s may not import %s', (path, target) => {
    expect(findRoomViolations(file(path, `import type { x } from '${target}'`))).toHaveLength(1)
  })

  test.each([
    ['src/document/change.ts', 'immer'],
    ['src/decompose/intent-cache.ts', 'lru-cache'],
    ['src/document/colour.ts', 'culori/fn'],
    ['packages/cli/src/main.ts', 'node:process'],
    ['packages/cli/src/main.ts', 'commander'],
    ['packages/cli/src/run.ts', './main.ts'],
    ['packages/batches/src/node/drive.ts', '../pure/report.ts'],
    ['packages/batches/src/node/drive.ts', 'blueprint-command-engine'],
  ])('%s may import %s', (path, target) => {
    expect(findRoomViolations(file(path, `import { x } from '${target}'`))).toEqual([])
  })

  test('a file in no room is refused', () => {
    expect(findRoomViolations(file('packages/web/src/page.ts'))).toHaveLength(1)
  })
})

describe('layers of the engine', () => {
  test.each([
    ['base', '../document/change.ts'],
    ['document', '../command/step.ts'],
    ['command', '../decompose/clauses.ts'],
    ['decompose', '../execute/executor.ts'],
    ['verify', '../serialize/answer.ts'],
    ['execute', '../engine/engine.ts'],
    ['engine', '../index.ts'],
    ['engine', '../elsewhere/x.ts'],
  ])('%s may not import %s', (layer, target) => {
    expect(findLayerViolations(file(`src/${layer}/x.ts`, `export * from '${target}'`))).toHaveLength(1)
  })

  test.each([
    ['document', '../base/result.ts'],
    ['decompose', './intents/colour.ts'],
    ['decompose', '../command/step.ts'],
    ['engine', '../verify/verify.ts'],
  ])('%s may import %s', (layer, target) => {
    expect(findLayerViolations(file(`src/${layer}/x.ts`, `export * from '${target}'`))).toEqual([])
  })

  test('the barrel may import every layer, and nothing outside the engine is a layer', () => {
    expect(findLayerViolations(file('src/index.ts', `export * from './engine/engine.ts'`))).toEqual([])
    expect(
      findLayerViolations(file('packages/cli/src/main.ts', `import 'blueprint-command-engine/base'`)),
    ).toEqual([])
  })

  test('a new folder must be given its place', () => {
    expect(findLayerViolations(file('src/extras/x.ts'))).toHaveLength(1)
  })

  test('layers in a deeper folder count as well', () => {
    const text = `import { x } from '../../execute/executor.ts'`
    expect(findLayerViolations(file('src/decompose/intents/move.ts', text))).toHaveLength(1)
  })
})

describe('length', () => {
  const long = 'x\n'.repeat(301)
  const path = 'src/decompose/lexicon.ts'

  test('301 lines are too many, 300 are not, a listed table may have more', () => {
    expect(findLengthViolations(file(path, long), [])).toHaveLength(1)
    expect(findLengthViolations(file(path, 'x\n'.repeat(300)), [])).toEqual([])
    expect(findLengthViolations(file(path, long), [path])).toEqual([])
  })

  test('a table that is missing or short must leave the list', () => {
    expect(findNeedlessTables(file(path, long), [path])).toEqual([])
    expect(findNeedlessTables(file(path, 'x\n'), [path])).toHaveLength(1)
    expect(findNeedlessTables([], [path])).toHaveLength(1)
  })
})

describe('names', () => {
  test.each([
    'src/base/utils.ts',
    'src/base/string-utils.ts',
    'src/types.ts',
    'src/helpers/text.ts',
    'src/engine/session-manager.ts',
    'src/engine/misc.ts',
    'src/engine/componentIndex.ts',
    'src/engine/component.index.ts',
  ])('%s is refused', (path) => {
    expect(findNameViolations(file(path))).toHaveLength(1)
  })

  test.each([
    'src/document/component-index.ts',
    'packages/cli/src/main.ts',
    'src/base/typed-table.ts',
    'src/serialize/delta-serializer.generated.ts',
  ])('%s is accepted', (path) => {
    expect(findNameViolations(file(path))).toEqual([])
  })
})

describe('native keys', () => {
  const path = 'src/execute/colour.ts'

  test.each([
    'x.bbox',
    'x?.visual',
    'x.visual.width',
    `x['bbox']`,
    `x['visual']`,
    'const { bbox } = x',
    'const { visual: look } = x',
    'const y = { bg_color: 1 }',
    'interface Y { text_color: string }',
    `type Y = X['visual']`,
    `const key = 'bg_color'`,
    'const path = `/components/${i}/visual/width`',
    `const path = '/components/0/visual'`,
    `const path = '/components/0/bbox/2'`,
    `type Y = 'text_color' | 'other'`,
  ])('%s is refused', (text) => {
    expect(findNativeKeyViolations(file(path, text), KEYS)).not.toEqual([])
  })

  test.each([
    'const visual = 1',
    '// x.bbox and bg_color',
    `const word = 'visual'`,
    `const word = 'the visual hierarchy'`,
    'x.visualWeight',
    `const name = 'my_bg_color_2'`,
    'x.background',
  ])('%s is accepted', (text) => {
    expect(findNativeKeyViolations(file(path, text), KEYS)).toEqual([])
  })

  test('the document layer may use them', () => {
    expect(findNativeKeyViolations(file('src/document/blueprint.ts', 'x.bbox'), KEYS)).toEqual([])
  })
})

describe('host', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'globalThis.performance',
    'console.log(1)',
    'x instanceof new Date()',
  ])('%s is refused in the engine', (text) => {
    expect(findHostViolations(file('src/engine/engine.ts', text))).toHaveLength(1)
    expect(findHostViolations(file('packages/cli/src/system-clock.ts', text))).toEqual([])
    expect(findHostViolations(file('src/base/clock.ts', text))).toEqual([])
  })

  test.each(['clock.performance()', 'Math.max(1, 2)', '// Date.now()', 'x instanceof Date'])(
    '%s is accepted',
    (text) => {
      expect(findHostViolations(file('src/engine/engine.ts', text))).toEqual([])
    },
  )
})
