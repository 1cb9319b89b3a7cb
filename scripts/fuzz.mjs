// `npm run fuzz [-- OPTIONS]`: bundles test/fuzz with the sources that it imports (Node 20 runs no TypeScript), and runs it.
import { build } from 'esbuild'
import { ensureInstalled } from './ensure.mjs'
import { root, runNode } from './run.mjs'

const SCRIPT = '.build/fuzz/fuzz.mjs'

await ensureInstalled()
await build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/main.ts'],
  outfile: SCRIPT,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.exitCode = await runNode(SCRIPT, process.argv.slice(2))
