import type { TokenReport, TokenRow } from '@blueprint-engine/insight'
import { dollars, withCommas } from './table.ts'
import type { View } from './view.ts'

const BLOCK_MS = 5 * 3_600_000

export interface TokenStatus {
  readonly line: string
  readonly data: {
    readonly today: { readonly tokens: number; readonly costUsd: number | null }
    /** Null where no block runs now. */
    readonly block: {
      readonly start: string
      readonly minutesLeft: number
      readonly tokens: number
      readonly costUsd: number | null
    } | null
  }
}

/** `today 1,234,567 tokens $3.21 | block 845,000 $2.10, 2h 14m left`: from a report by day and block. */
export function renderTokenStatus(
  { palette }: View,
  { groups }: TokenReport,
  nowMs: number,
  timeZone: string | undefined,
): TokenStatus {
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(nowMs)
  const today = groups.day?.find(({ name }) => name === day)
  const last = groups.block?.findLast(({ name }) => name !== null)
  const startMs = last === undefined ? Number.NaN : Date.parse(`${last.name!.replace(' ', 'T')}Z`)
  const leftMs = startMs + BLOCK_MS - nowMs
  const running = last !== undefined && leftMs > 0 ? last : undefined
  const minutesLeft = Math.ceil(leftMs / 60_000)
  const spent = (row: TokenRow | undefined): string =>
    `${withCommas(row?.totalTokens ?? 0)} tokens ${costText(row)}`
  const block =
    running === undefined
      ? 'no block'
      : `block ${spent(running)}, ${Math.floor(minutesLeft / 60)}h ${minutesLeft % 60}m left`
  return {
    line: `today ${spent(today)} ${palette.faint('|')} ${block}`,
    data: {
      today: { tokens: today?.totalTokens ?? 0, costUsd: costOf(today) },
      block:
        running === undefined
          ? null
          : {
              start: new Date(startMs).toISOString(),
              minutesLeft,
              tokens: running.totalTokens,
              costUsd: costOf(running),
            },
    },
  }
}

function costOf(row: TokenRow | undefined): number | null {
  if (row === undefined) return 0
  return row.unpricedResponses > 0 ? null : row.costUsd
}

function costText(row: TokenRow | undefined): string {
  return costOf(row) === null ? `${dollars(row!.costUsd)} or more` : dollars(costOf(row)!)
}
