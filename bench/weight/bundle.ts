import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

export interface BundleSize {
  readonly minifiedBytes: number
  readonly brotliBytes: number
}

/** What a browser would load: the engine's built entry and all it imports, as one minified module. */
export async function measureBundle(): Promise<BundleSize> {
  const { outputFiles } = await build({
    entryPoints: ['dist/index.js'],
    outdir: '.build/browser',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  })
  const code = outputFiles[0]!.contents
  const packed = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return { minifiedBytes: code.length, brotliBytes: packed.length }
}
