import { componentsOf } from '../document/blueprint.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { concat, objectPieces, rememberedText } from './component-text.ts'

/**
 * The JSON text of a document, equal to `JSON.stringify(blueprint)` to the byte. The texts of components and of runs of
 * about 64 siblings are kept as long as the components live, so a version of a known document costs what changed:
 * O(c x 64 + n / 64) pieces for c changed components among n. The pieces are only concatenated; the runtime copies
 * them into one flat text when that is first written or read through.
 *
 * Objects are taken as immutable, as everywhere in the engine: a document that is changed in place keeps its old text.
 *
 * @example blueprintText({ components: [{ id: 'a', type: 'text' }] }) // '{"components":[{"id":"a","type":"text"}]}'
 */
export function blueprintText(blueprint: Blueprint): string {
  return concat(objectPieces(blueprint, componentsOf(blueprint), rememberedText))
}
