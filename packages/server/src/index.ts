export { createToken, scopes } from './access/token.ts'
export type { NewToken, Scope, TokenRecord } from './access/token.ts'
export { blueprintFormat } from './format/blueprint-format.ts'
export { dialectFormat } from './format/dialect-format.ts'
export type {
  BatchOutcome,
  Changed,
  Command,
  CommandOutcome,
  Content,
  DocumentFormat,
} from './format/document-format.ts'
export { openFiles } from './open-files.ts'
export { DocumentService } from './service/document-service.ts'
export type { DocumentServiceOptions, StoredText } from './service/document-service.ts'
export type { BatchReport, CommandReport, HistoryReport, PreviewReport } from './service/answers.ts'
export type { DeleteReport } from './service/delete-work.ts'
export type { Watcher } from './service/document-feeds.ts'
export type { ImportReport, NewDocument } from './service/import-work.ts'
export type { Outcome } from './service/lane.ts'
export { outline } from './service/outline.ts'
export type { Problem, ProblemKind } from './service/problem.ts'
export type {
  BatchRequest,
  CommandRequest,
  Expectation,
  RollbackRequest,
  Sender,
} from './service/requests.ts'
export { MemoryStore } from './store/memory-store.ts'
export { openStore } from './store/open-store.ts'
export type {
  Append,
  AppendResult,
  Awaitable,
  DocumentPage,
  Page,
  RevisionStore,
} from './store/revision-store.ts'
export type {
  Change,
  DocumentRecord,
  Edit,
  KeptAnswer,
  NewRevision,
  Revision,
  RevisionKind,
  Snapshot,
} from './store/revision.ts'
export { StoreError } from './store/store-error.ts'
