// What a browser would load: the package's main entry as one minified module, in .build/browser/.
import { build } from 'esbuild'

await build({
  entryPoints: ['dist/core/index.js'],
  outfile: '.build/browser/blueprint.js',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
})
