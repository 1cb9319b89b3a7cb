import type { Target } from './target.ts'
import { documentObjects, documentTexts } from './targets/documents.ts'
import { corpusBytes, structuredSentences, unknownCommands } from './targets/commands.ts'
import { lengths } from './targets/lengths.ts'
import { engineOptions } from './targets/options.ts'
import { patches } from './targets/patches.ts'
import { batchLists, sessionData, stepData } from './targets/steps.ts'

/** What is fuzzed, in the order of a run. */
export const targets: readonly Target[] = [
  structuredSentences,
  corpusBytes,
  unknownCommands,
  stepData,
  documentTexts,
  documentObjects,
  patches,
  batchLists,
  sessionData,
  engineOptions,
  lengths,
]
