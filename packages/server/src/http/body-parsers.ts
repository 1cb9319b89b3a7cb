import type { FastifyError, FastifyInstance } from 'fastify'
import { parse } from 'secure-json-parse'
import { jsonDepth } from '../format/json-depth.ts'

/** JSON bodies: bounded depth, and no key that could reach a prototype. */
export function addJsonParser(app: FastifyInstance, maxDepth: number): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = body.toString()
    const depth = jsonDepth(text)
    if (depth > maxDepth)
      return done(clientError(400, `expected at most ${maxDepth} levels of JSON, got ${depth}`))
    try {
      return done(null, text === '' ? undefined : parse(text))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return done(clientError(400, `the body is not valid JSON: ${reason}`))
    }
  })
}

/** Documents: whatever the type, the text as it came. */
export function addTextParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body as Buffer))
    } catch {
      done(clientError(400, 'the body is not valid UTF-8'))
    }
  })
}

/** An error that the error handler turns into a problem with this status. */
function clientError(statusCode: number, message: string): FastifyError {
  return Object.assign(new Error(message), { statusCode, code: 'BLUEPRINT_REQUEST', name: 'RequestError' })
}
