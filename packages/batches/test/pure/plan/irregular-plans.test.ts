import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPlan } from '../../../src/pure/plan/read-plan.ts'
import { outline } from './plan-outline.ts'

/** Plans as people write them, with all that is read of them. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '01-headings-as-fields': [
    '1 Cart totals; 1.5-2 h, medium; after []; [+src/cart/totals.ts src/cart/cart.ts src/cart/README.md]; 2 steps, 2 gates',
    '2 Receipt; 0.5-0.5 h, medium; after [1]; [+src/receipt.ts docs/receipt.md]; 2 steps, 0 gates',
    '11 warning: Phase 1: Estimated Hours "1.5-2h per screen" is read as 1.5-2 hours',
    '15 warning: Phase 1: Complexity "Low/Medium" is not low, medium or high; read as medium',
    '26 warning: Phase 1: Files Modified "Possibly `src/cart/README.md`" read as src/cart/README.md',
    '34 warning: "1. Write the sums" is no field; read as a part of Implementation Steps',
    '52 warning: Phase 2: Complexity is missing; read as medium',
    '52 warning: Phase 2: Validation Gates is missing; nothing is checked but the files',
    '67 warning: Phase 2: Dependencies "the printer in the shop" names no phase; read as something outside of the plan',
  ],
  '02-bullets': [
    '0 Index; 4-4 h, medium; after []; [src/search/index.ts +src/search/words/**]; 2 steps, 1 gates',
    '1 Query; 2-3 h, low; after [0]; [src/search/query.ts]; 1 steps, 1 gates',
  ],
  '03-plain-labels': [
    '1 Colours; 2-2 h, low; after []; [src/theme/colours.ts src/theme/names.ts]; 2 steps, 1 gates',
    '2 Switch; 3-3 h, medium; after [1]; [src/theme/switch.ts]; 1 steps, 1 gates',
    '20 warning: Phase 2: Complexity "moderate" is not low, medium or high; read as medium',
    '22 warning: Phase 2: Dependencies "soft dependency on Phase 1" read as Phase 1',
  ],
  '04-labels-within-steps': [
    '1 Import; 6-6 h, high; after []; [src/import/reader.ts src/import/lines.ts src/import/old.ts src/import/legacy.ts]; 3 steps, 2 gates',
    '2 Show; 8-8 h, low; after [1]; []; 1 steps, 1 gates',
    '21 warning: "Step 2" is no field; read as a part of Implementation Steps',
    '27 warning: "Backend" is no field; read as a part of Implementation Steps',
    '33 warning: "Integration tests" is no field; read as a part of Validation Gates',
    '41 warning: Phase 2: Estimated Hours "1 day" is read as 8 hours',
    '44 warning: Phase 2: Dependencies "Phase 1 must be finished" read as Phase 1',
  ],
  '05-labels-with-parts': [
    '1 Schema; 1-1 h, low; after []; [db/schema.sql]; 1 steps, 1 gates',
    '2 Seeds; 1-1 h, low; after [1]; [db/seeds.sql]; 1 steps, 1 gates',
    '3 Pages; 1-1 h, low; after [1 2]; [src/pages/**]; 1 steps, 1 gates',
    '3 warning: Phase 1a: read as phase 1',
    '14 warning: Phase 1b: read as phase 2',
    '25 warning: Phase 2: read as phase 3',
  ],
  '06-tasks': [
    '1 Changelog; 0-0 h, medium; after []; [CHANGELOG.md]; 0 steps, 1 gates',
    '2 Version; 0-0 h, medium; after [1]; [package.json package-lock.json]; 0 steps, 1 gates',
    '5 warning: No heading is called Phase; the 2 like this one, with fields below, are read as phases',
    '5 warning: Phase 1: Estimated Hours is missing; read as unknown',
    '5 warning: Phase 1: Complexity is missing; read as medium',
    '5 warning: Phase 1: Dependencies is missing; read as None',
    '5 warning: Phase 1: Implementation Steps is missing; the goal is all that is said',
    '12 warning: Phase 2: Estimated Hours is missing; read as unknown',
    '12 warning: Phase 2: Complexity is missing; read as medium',
    '12 warning: Phase 2: Implementation Steps is missing; the goal is all that is said',
  ],
  '07-tables': ['1 Metrics; 2-2 h, low; after []; [src/metrics.ts src/server.ts]; 2 steps, 1 gates'],
  '08-in-doubt': [
    '1 Sound; 0-0 h, medium; after []; [a.ts]; 0 steps, 0 gates',
    '2 Either; 0-0 h, medium; after []; [b.ts]; 0 steps, 0 gates',
    '3 ; 0-0 h, medium; after []; [c.ts]; 0 steps, 0 gates',
    '4 Nothing to do; 0-0 h, medium; after [1 3 5]; []; 0 steps, 0 gates',
    '5 Outside; 0-0 h, medium; after []; []; 1 steps, 0 gates',
    '1 warning: Phase 1: Estimated Hours is missing; read as unknown',
    '1 warning: Phase 1: Complexity is missing; read as medium',
    '1 warning: Phase 1: Implementation Steps is missing; the goal is all that is said',
    '1 warning: Phase 1: Validation Gates is missing; nothing is checked but the files',
    '6 warning: Phase 2: Estimated Hours is missing; read as unknown',
    '6 warning: Phase 2: Complexity is missing; read as medium',
    '6 warning: Phase 2: Implementation Steps is missing; the goal is all that is said',
    '6 warning: Phase 2: Validation Gates is missing; nothing is checked but the files',
    '9 error: Phase 2: Dependencies cannot be read: expected None, Phase N, Phase N-M or All other phases, got "Phase 1 or Phase 3"',
    '11 error: Phase 3: has no title; expected "Phase 3: Title"',
    '11 warning: Phase 3: Estimated Hours is missing; read as unknown',
    '11 warning: Phase 3: Complexity is missing; read as medium',
    '11 warning: Phase 3: Implementation Steps is missing; the goal is all that is said',
    '11 warning: Phase 3: Validation Gates is missing; nothing is checked but the files',
    '14 error: Phase 3: Dependencies names phase 9, which the plan does not have; it has 1, 2, 3, 4, 5',
    '16 error: Phase 4: Implementation Steps is missing, and no file is named: what is to be done is not said; expected "**Implementation Steps**:" or "**Files Modified**:"',
    '16 warning: Phase 4: Estimated Hours is missing; read as unknown',
    '16 warning: Phase 4: Complexity is missing; read as medium',
    '16 warning: Phase 4: Validation Gates is missing; nothing is checked but the files',
    '18 warning: Phase 4: Files Modified "various" names no path; read as no file',
    '21 warning: Phase 5: Estimated Hours is missing; read as unknown',
    '21 warning: Phase 5: Complexity is missing; read as medium',
    '21 warning: Phase 5: Validation Gates is missing; nothing is checked but the files',
    '23 error: Phase 5: Files Modified "/etc/hosts" is absolute; expected a path inside the repository',
    '23 error: Phase 5: Files Modified "../other/a.ts" leads upwards with ".."; expected a path inside the repository',
    '26 error: Phase 5: Dependencies names the phase itself',
    '28 warning: Phase 6 has no fields; read as prose',
  ],
}

test.each(Object.entries(EXPECTED))('%s is read whole, and what is not certain is said', (name, expected) => {
  const text = readFileSync(new URL(`irregular/${name}.md`, import.meta.url), 'utf8')
  expect(outline(readPlan(text))).toEqual(expected)
})
