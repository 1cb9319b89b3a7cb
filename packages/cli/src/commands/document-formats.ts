import { createEngine } from 'blueprint-command-engine'
import type { Engine } from 'blueprint-command-engine'
import { dialects } from '@blueprint-engine/dialects'
import { blueprintFormat, dialectFormat } from '@blueprint-engine/server'
import type { DocumentFormat } from '@blueprint-engine/server'

/** An engine and every kind of document that it knows; what no dialect claims is a blueprint. */
export function documentFormats(): { readonly engine: Engine; readonly formats: readonly DocumentFormat[] } {
  const engine = createEngine({ dialects })
  const foreign = dialects.map((dialect) => dialectFormat(engine, dialect))
  return { engine, formats: [...foreign, blueprintFormat(engine)] }
}
