import { readFileSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  interface ProvidedContext {
    propertySeed: number
  }
}

const FIXED_SEED = 20_260_101

/**
 * Packages name one another as any user does. In tests that means their sources, never a build that may be old: each entry
 * of a package's `exports` is mapped from dist/ to src/.
 */
function sourcesOf(folder: string): { readonly find: RegExp; readonly replacement: string }[] {
  const read = readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8')
  // The repository's own file.
  const { name, exports = {} } = JSON.parse(read) as PackageFile
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (typeof target === 'string') return []
    const source = target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts')
    const replacement = fileURLToPath(new URL(`${folder}${source}`, import.meta.url))
    return [{ find: new RegExp(`^${name}${entry.slice(1)}$`), replacement }]
  })
}

interface PackageFile {
  readonly name: string
  readonly exports?: { readonly [entry: string]: string | { readonly default: string } }
}

const packages = readdirSync(new URL('packages/', import.meta.url)).map((name) => `packages/${name}/`)

/** What only computes shares its modules: loading the engine anew for each file takes as long as its tests. */
const TOGETHER = ['test/**/*.test.ts', 'packages/*/test/pure/**/*.test.ts']
/** Whatever replaces modules, measures the heap, or starts processes and servers has its modules to itself. */
const ALONE = ['**/*.mocking.test.ts', 'test/heavy/**/*.test.ts']
const APART = ['packages/*/test/!(pure)/**/*.test.ts', 'packages/*/test/*.test.ts', ...ALONE]

export default defineConfig({
  resolve: { alias: ['', ...packages].flatMap(sourcesOf) },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: TOGETHER,
          exclude: [...ALONE, '**/node_modules/**'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
    setupFiles: ['test/setup.ts'],
    provide: { propertySeed: Number(process.env['FC_SEED'] ?? FIXED_SEED) },
    sequence: { seed: FIXED_SEED },
    environment: 'node',
    pool: 'threads',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    testTimeout: 20_000,
    // CI adds `--reporter=json --outputFile.json=FILE`.
    reporters: ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'packages/*/src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
    },
  },
})
