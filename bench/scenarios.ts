import type { Scenario } from './scenario.ts'
import { standardScenarios } from './scenarios/standard.ts'
import { stepsScenarios } from './scenarios/steps.ts'

/** All scenarios in the order in which they are measured and told. */
export const scenarios: readonly Scenario[] = [...standardScenarios, ...stepsScenarios]
