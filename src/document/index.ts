export { childrenOf, componentsOf, idOf, namesOf, readProperty, readToken, typeOf } from './blueprint.ts'
export { properties, tokens } from './native-table.ts'
export type { ValueKind } from './native-table.ts'
