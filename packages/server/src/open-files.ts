import type { Engine } from 'blueprint-command-engine'
import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import type { DocumentFormat } from './format/document-format.ts'
import { DocumentService } from './service/document-service.ts'
import { FileStore } from './store/file-store.ts'

interface FileService {
  readonly service: DocumentService
  /** The documents, in the order of their files. */
  readonly documents: readonly { readonly id: string; readonly path: string }[]
}

/** A service whose documents are files, so that a change is one of the file. Else why a file is not a document. */
export async function openFiles(
  paths: readonly string[],
  options: { readonly engine: Engine; readonly formats: readonly DocumentFormat[]; readonly version: string },
): Promise<Result<FileService, string>> {
  const store = new FileStore('the file')
  const service = await DocumentService.create({ ...options, store, snapshotEvery: 1 })
  const documents: { readonly id: string; readonly path: string }[] = []
  for (const path of paths) {
    const read = await readTextFile(path)
    if (!read.ok) return fail(describeFileIssue(read.error))
    const id = store.idFor(path)
    const created = await service.create({ id, text: read.value }, { author: 'the file' })
    if (!created.ok) return fail(`${path} is no document: ${created.error.detail}`)
    store.mirror(id, path, read.value)
    documents.push({ id, path })
  }
  return ok({ service, documents })
}
