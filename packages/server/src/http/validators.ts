import { Ajv } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'
import { schemas } from './schemas.ts'

/** What JSON says stands; what a URL or a header says is text, which is read as the type that is asked for. */
export function createValidators(): FastifySchemaCompiler<object> {
  const [strict, reading] = [false, true].map((coerceTypes) => {
    const ajv = new Ajv({ coerceTypes, useDefaults: true, allowUnionTypes: true, validateFormats: false })
    for (const schema of schemas) ajv.addSchema(schema)
    return ajv
  })
  return ({ schema, httpPart }) => (httpPart === 'body' ? strict! : reading!).compile(schema)
}
