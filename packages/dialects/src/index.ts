import type { Dialect } from 'blueprint-command-engine'
import { jsonRender } from './json-render/json-render.ts'
import { a2ui } from './a2ui/a2ui.ts'
import { html } from './html/page-lens.ts'
import { puck } from './puck/puck.ts'
import { adaptiveCards } from './adaptive-cards/adaptive-cards.ts'

export { jsonRender } from './json-render/json-render.ts'
export { a2ui } from './a2ui/a2ui.ts'
export { html } from './html/page-lens.ts'
export { puck } from './puck/puck.ts'
export { defineDialect } from './define-dialect.ts'
export type { DialectDefinition, PropertyDefinition, TypeDefinition } from './define-dialect.ts'
export { toNative } from './to-native.ts'
export { adaptiveCards } from './adaptive-cards/adaptive-cards.ts'

/** All dialects of this package, for `createEngine({ dialects })`. */
export const dialects: readonly Dialect[] = [html, jsonRender, a2ui, puck, adaptiveCards]
export { measure, seenHtml } from './html/measure.ts'
export type { SeenElement } from './html/measure.ts'
