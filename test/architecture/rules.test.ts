import { describe, expect, test } from 'vitest'
import {
  findHostViolations,
  findLayerViolations,
  findLengthViolations,
  findNameViolations,
  findNativeKeyViolations,
  findNeedlessTables,
  findPackageViolations,
  findZoneViolations,
} from './rules.ts'
import { parseSourceFile } from './source-file.ts'

const KEYS = ['bg_color', 'text_color']

function file(path: string, text = '') {
  return [parseSourceFile(path, text)]
}

describe('parseSourceFile', () => {
  test('finds every form of import, and nothing in comments or strings', () => {
    const [parsed] = file(
      'src/core/engine/engine.ts',
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
      'src/core/base/a.ts',
      'src/core/base/b.ts',
      'src/core/engine/side-effect.ts',
      'src/core/document/c.ts',
      'src/core/verify/e.ts',
      'src/core/verify/f.ts',
      'src/core/verify/g.ts',
    ])
  })

  test.each([
    ['', 0],
    ['a\n', 1],
    ['a\nb', 2],
  ])('counts the lines of %j', (text, count) => {
    expect(file('src/core/index.ts', text)[0]?.lineCount).toBe(count)
  })
})

describe('zones', () => {
  test.each([
    ['src/core/engine/engine.ts', '../../node/files.ts'],
    ['src/core/index.ts', '../cli/main.ts'],
    ['src/core/index.ts', '../orchestrator/plan.ts'],
    ['src/node/files.ts', '../cli/main.ts'],
    ['src/core/index.ts', '../../test/setup.ts'],
    ['src/core/index.ts', '../../scripts/run.mjs'],
  ])('%s may not import %s', (path, target) => {
    expect(findZoneViolations(file(path, `import type { x } from '${target}'`))).toHaveLength(1)
  })

  test.each([
    ['src/cli/main.ts', '../node/files.ts'],
    ['src/cli/main.ts', '../core/index.ts'],
    ['src/node/files.ts', '../core/index.ts'],
    ['src/cli/run.ts', './main.ts'],
  ])('%s may import %s', (path, target) => {
    expect(findZoneViolations(file(path, `import { x } from '${target}'`))).toEqual([])
  })

  test('a file in no zone is refused', () => {
    expect(findZoneViolations(file('src/web/page.ts'))).toHaveLength(1)
  })
})

describe('layers of the core', () => {
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
    expect(findLayerViolations(file(`src/core/${layer}/x.ts`, `export * from '${target}'`))).toHaveLength(1)
  })

  test.each([
    ['document', '../base/result.ts'],
    ['decompose', './intents/colour.ts'],
    ['decompose', '../command/step.ts'],
    ['engine', '../verify/verify.ts'],
  ])('%s may import %s', (layer, target) => {
    expect(findLayerViolations(file(`src/core/${layer}/x.ts`, `export * from '${target}'`))).toEqual([])
  })

  test('the barrel may import every layer, and nothing outside the core is a layer', () => {
    expect(findLayerViolations(file('src/core/index.ts', `export * from './engine/engine.ts'`))).toEqual([])
    expect(findLayerViolations(file('src/cli/main.ts', `import '../core/base/result.ts'`))).toEqual([])
  })

  test('a new folder must be given its place', () => {
    expect(findLayerViolations(file('src/core/extras/x.ts'))).toHaveLength(1)
  })

  test('layers in a deeper folder count as well', () => {
    const text = `import { x } from '../../execute/executor.ts'`
    expect(findLayerViolations(file('src/core/decompose/intents/move.ts', text))).toHaveLength(1)
  })
})

describe('packages', () => {
  test.each([
    ['src/core/document/history.ts', 'immer'],
    ['src/core/engine/engine.ts', 'lru-cache'],
    ['src/core/serialize/delta-text.ts', 'fast-json-stringify'],
    ['src/node/files.ts', 'culori/fn'],
    ['src/core/engine/engine.ts', 'node:fs'],
    ['src/cli/main.ts', 'left-pad'],
    ['src/cli/main.ts', '@scope/left-pad/part'],
  ])('%s may not import %s', (path, name) => {
    expect(findPackageViolations(file(path, `import type { x } from '${name}'`))).toHaveLength(1)
  })

  test.each([
    ['src/core/document/change.ts', 'immer'],
    ['src/core/decompose/intent-cache.ts', 'lru-cache'],
    ['src/core/document/colour.ts', 'culori/fn'],
    ['src/cli/main.ts', 'node:process'],
    ['src/cli/main.ts', 'commander'],
  ])('%s may import %s', (path, name) => {
    expect(findPackageViolations(file(path, `import { x } from '${name}'`))).toEqual([])
  })
})

describe('length', () => {
  const long = 'x\n'.repeat(301)
  const path = 'src/core/decompose/lexicon.ts'

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
    'src/core/base/utils.ts',
    'src/core/base/string-utils.ts',
    'src/core/types.ts',
    'src/core/helpers/text.ts',
    'src/core/engine/session-manager.ts',
    'src/core/engine/misc.ts',
    'src/core/engine/componentIndex.ts',
    'src/core/engine/component.index.ts',
  ])('%s is refused', (path) => {
    expect(findNameViolations(file(path))).toHaveLength(1)
  })

  test.each([
    'src/core/document/component-index.ts',
    'src/cli/main.ts',
    'src/core/base/typed-table.ts',
    'src/core/serialize/delta-serializer.generated.ts',
  ])('%s is accepted', (path) => {
    expect(findNameViolations(file(path))).toEqual([])
  })
})

describe('native keys', () => {
  const path = 'src/core/execute/colour.ts'

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
    expect(findNativeKeyViolations(file('src/core/document/blueprint.ts', 'x.bbox'), KEYS)).toEqual([])
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
  ])('%s is refused in the core', (text) => {
    expect(findHostViolations(file('src/core/engine/engine.ts', text))).toHaveLength(1)
    expect(findHostViolations(file('src/node/system-clock.ts', text))).toEqual([])
    expect(findHostViolations(file('src/core/base/clock.ts', text))).toEqual([])
  })

  test.each(['clock.performance()', 'Math.max(1, 2)', '// Date.now()', 'x instanceof Date'])(
    '%s is accepted',
    (text) => {
      expect(findHostViolations(file('src/core/engine/engine.ts', text))).toEqual([])
    },
  )
})
