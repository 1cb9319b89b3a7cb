import { describe, expect, it } from 'vitest'
import { hostClock } from '../../src/base/clock.ts'
import { invariant, unreachable } from '../../src/base/invariant.ts'
import { fail, ok } from '../../src/base/result.ts'
import type { Result } from '../../src/base/result.ts'

describe('Result', () => {
  it('is a value or the reasons why there is none', () => {
    const half = (value: number): Result<number, string> => (value % 2 === 0 ? ok(value / 2) : fail('odd'))
    expect(half(4)).toEqual({ ok: true, value: 2 })
    expect(half(3)).toEqual({ ok: false, error: 'odd' })
  })
})

describe('invariant and unreachable', () => {
  it('throw on bugs only', () => {
    expect(() => invariant([].length === 0, 'x')).not.toThrow()
    expect(() => invariant([].length > 0, 'the list is sorted')).toThrow(
      'invariant broken: the list is sorted',
    )
    expect(() => unreachable({ kind: 'new' } as never)).toThrow('unreachable case: {"kind":"new"}')
  })
})

describe('hostClock', () => {
  it('does not run backwards', () => {
    const clock = hostClock()
    const first = clock.now()
    expect(clock.now()).toBeGreaterThanOrEqual(first)
  })
})
