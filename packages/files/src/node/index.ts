export { isFolder, listDocuments, makeFolder } from './document-folder.ts'
export {
  describeFileIssue,
  issueOfError,
  readTextFile,
  refusalOfSystem,
  writeTextFileAtomic,
} from './files.ts'
export type { FileIssue, ReadTextOptions } from './files.ts'
export { detectLayout, writeDocument } from './json-layout.ts'
export type { JsonLayout } from './json-layout.ts'
export { readLines } from './lines.ts'
