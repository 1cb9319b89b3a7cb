import type { Scenario } from '../scenario.ts'
import { documentScenarios } from './documents.ts'
import { standardScenarios } from './standard.ts'
import { stepsScenarios } from './steps.ts'

/** In the order in which they run: the hard line first, then what shows why. */
export const scenarios: readonly Scenario[] = [...standardScenarios, ...stepsScenarios, ...documentScenarios]
