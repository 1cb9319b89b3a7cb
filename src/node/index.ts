export { describeFileIssue, readTextFile, writeTextFileAtomic } from './files.ts'
export type { FileIssue, ReadTextOptions } from './files.ts'
