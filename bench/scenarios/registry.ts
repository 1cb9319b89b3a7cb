import type { Scenario } from '../scenario.ts'
import { batchScenarios } from './batch.ts'
import { cacheScenarios } from './cache.ts'
import { dependencyScenarios } from './dependencies.ts'
import { dialectScenarios } from './dialects.ts'
import { documentScenarios } from './documents.ts'
import { kindScenarios } from './kinds.ts'
import { pushScenarios } from './pushes.ts'
import { scalingScenarios } from './scaling.ts'
import { screenScenarios } from './screens.ts'
import { sessionScenarios } from './session.ts'
import { standardScenarios } from './standard.ts'
import { stepsScenarios } from './steps.ts'

/**
 * In the order in which they run: the hard line first, then what shows why.
 *
 * @param screensFile real screens, one JSON document per line
 */
export function scenarios(screensFile: string): readonly Scenario[] {
  return [
    ...standardScenarios,
    ...kindScenarios,
    ...stepsScenarios,
    ...documentScenarios,
    ...cacheScenarios,
    ...sessionScenarios,
    ...batchScenarios,
    ...dialectScenarios,
    ...scalingScenarios,
    ...pushScenarios,
    ...screenScenarios(screensFile),
    ...dependencyScenarios,
  ]
}
