import { readFileSync } from 'node:fs'

/** The version of this program, which is that of everything it comes with. */
export function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  // The package's own file.
  return (JSON.parse(text) as { readonly version: string }).version
}
