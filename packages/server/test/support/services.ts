import { createEngine } from 'blueprint-command-engine'
import { blueprintFormat } from '../../src/format/blueprint-format.ts'
import { DocumentService } from '../../src/service/document-service.ts'
import type { DocumentServiceOptions } from '../../src/service/document-service.ts'
import type { Outcome } from '../../src/service/lane.ts'
import type { RevisionStore } from '../../src/store/revision-store.ts'

export const me = { author: 'tester' }

/** A service with an engine of its own, which knows nothing of what others have done. */
export async function serviceOn(
  store: RevisionStore,
  options: Partial<DocumentServiceOptions> = {},
): Promise<DocumentService> {
  const engine = createEngine()
  return DocumentService.create({
    store,
    engine,
    formats: [blueprintFormat(engine)],
    version: '0.0.0',
    ...options,
  })
}

/** What an outcome holds, where it must be good. */
export function done<T>({ result }: Outcome<T>): T {
  if (!result.ok) throw new Error(`expected it to be done: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The kind of problem that an outcome has. */
export function problemOf<T>({ result }: Pick<Outcome<T>, 'result'>): string | null {
  return result.ok ? null : result.error.kind
}

/** The text of a document. */
export async function textOf(service: DocumentService, id: string, revision?: number): Promise<string> {
  const opened = await service.open(id, revision)
  if (!opened.ok) throw new Error(opened.error.detail)
  return opened.value.text
}
