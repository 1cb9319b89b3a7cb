export { BlueprintClient, BlueprintError } from './blueprint-client.ts'
export type {
  BatchAnswer,
  ChangeOptions,
  ClientOptions,
  CommandAnswer,
  CommandOptions,
  HistoryAnswer,
  Problem,
  RevisionView,
  Steps,
} from './blueprint-client.ts'
