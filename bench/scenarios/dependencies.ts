// 1,000 work items with random dependencies, and with files that they share: what the analysis of a batch costs.
import { analyseDependencies } from '@blueprint-engine/batches'
import type { Workload } from '@blueprint-engine/batches'
import { expectThat } from '../scenario.ts'
import type { Scenario } from '../scenario.ts'

const ANALYSIS = 'analyse/dependencies@1000'
const SIZE = 1000

export const dependencyScenarios: readonly Scenario[] = [
  analysis(ANALYSIS, 0),
  analysis('analyse/dependencies-and-files@1000', 1),
]

function analysis(name: string, filesEach: number): Scenario {
  return {
    name,
    prepare: () => {
      const items = randomItems(filesEach)
      const result = analyseDependencies(items)
      expectThat(result.ok && result.value.order.length === SIZE, `${SIZE} items in order`)
      expectThat(result.ok && (filesEach > 0 || result.value.isShortest), 'the fewest stages')
      return {
        run: () => {
          analyseDependencies(items)
          return undefined
        },
      }
    },
  }
}

/** Each item depends on up to four earlier ones, and touches one of 2,000 files, one time in twenty a folder of them. */
function randomItems(filesEach: number): Workload[] {
  let state = 7
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: SIZE }, (_, i) => ({
    id: `item-${i}`,
    dependencies: i === 0 ? [] : Array.from({ length: random(5) }, () => `item-${random(i)}`),
    files: Array.from({ length: filesEach }, () => {
      const isGlob = random(20) === 0
      return { text: `src/part-${random(20)}/${isGlob ? '*' : random(100)}.ts`, isGlob }
    }),
  }))
}
