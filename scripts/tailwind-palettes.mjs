// Writes the palettes of Tailwind CSS 3 and 4 as a table for the HTML dialect, from the packages themselves.
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

const require = createRequire(import.meta.url)
const FAMILIES =
  'slate gray zinc neutral stone red orange amber yellow lime green emerald teal cyan sky blue indigo violet purple fuchsia pink rose'.split(
    ' ',
  )
const SHADES = ['50', '100', '200', '300', '400', '500', '600', '700', '800', '900', '950']

/** @typedef {Record<string, Record<string, string>>} Colors */

const FOUR = 'tailwindcss/colors'
const three = /** @type {Colors} */ (require('tailwindcss-v3/colors'))
const four = /** @type {Colors} */ (/** @type {unknown} */ ((await import(FOUR)).default))
/**
 * @param {Colors} colors
 * @param {string[]} families
 */
const table = (colors, families) =>
  Object.fromEntries(families.map((family) => [family, SHADES.map((shade) => colors[family]?.[shade])]))
const more = ['mauve', 'olive', 'mist', 'taupe'].filter((family) => four[family] !== undefined)

const text = `/** Made by scripts/tailwind-palettes.mjs from tailwindcss 3.4.19 and 4.3.5 (MIT): do not edit. */
export const SHADES: readonly string[] = ${JSON.stringify(SHADES)}

/** The colours of each family, by shade. */
export type Palette = { readonly [family: string]: readonly string[] }

export const palette3: Palette = ${JSON.stringify(table(three, FAMILIES), null, 2)}

export const palette4: Palette = ${JSON.stringify(table(four, [...FAMILIES, ...more]), null, 2)}
`
writeFileSync(new URL('../packages/dialects/src/html/tailwind/palettes.generated.ts', import.meta.url), text)
