import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  interface ProvidedContext {
    propertySeed: number
  }
}

const FIXED_SEED = 20_260_101

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    provide: { propertySeed: Number(process.env['FC_SEED'] ?? FIXED_SEED) },
    sequence: { seed: FIXED_SEED },
    environment: 'node',
    pool: 'threads',
    restoreMocks: true,
    testTimeout: 20_000,
    // CI adds `--reporter=json --outputFile.json=FILE`.
    reporters: ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
    },
  },
})
