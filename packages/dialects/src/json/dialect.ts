import type { Dialect, Issue, Lens, Result } from 'blueprint-command-engine'
import { Misshapen } from './format.ts'
import type { JsonFormat } from './format.ts'
import { JsonLens } from './json-lens.ts'

/** The dialect of a JSON format. */
export function jsonDialect(format: JsonFormat): Dialect {
  return {
    name: format.name,
    recognise: (source) => format.recognise(source),
    read(source): Result<Lens, readonly Issue[]> {
      try {
        return { ok: true, value: new JsonLens(format, source, format.read(source), null) }
      } catch (error) {
        if (!(error instanceof Misshapen)) throw error
        const message = `the document is no ${format.title} document: ${error.message}`
        return {
          ok: false,
          error: [{ code: 'document-invalid', severity: 'error', stage: 'input', message }],
        }
      }
    },
  }
}
