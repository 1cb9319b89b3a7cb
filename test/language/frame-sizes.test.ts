import { expect, test } from 'vitest'
import { frames } from '../../src/language/frames/frames.ts'
import { MOST_ROLES } from '../../src/language/frames/search.ts'

test('no frame has more roles than the search has bits for them', () => {
  expect(frames.length).toBeGreaterThan(20)
  for (const { name, roles } of frames) expect([name, roles.length <= MOST_ROLES]).toEqual([name, true])
})
