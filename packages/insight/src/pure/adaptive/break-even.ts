import { linearRegression, mean } from 'simple-statistics'

/** What one run took: so many tickets, so many tokens. */
export interface CostPoint {
  readonly tickets: number
  readonly tokens: number
}

/** tokens = fixed + perTicket x tickets, by least squares. */
export interface CostModel {
  readonly fixedTokens: number
  readonly perTicketTokens: number
  readonly pointCount: number
}

export type BreakEven =
  | { readonly status: 'insufficient data'; readonly reason: string }
  | {
      readonly status: 'pays' | 'never pays'
      readonly model: CostModel
      /** Of one agent alone. */
      readonly singleAgentPerTicket: number
      /** Where both cost the same; null if the lines never cross for a positive number. */
      readonly crossing: number | null
      /** The smallest whole number of tickets at which orchestration is cheaper. */
      readonly paysFromTickets: number | null
      /** Where the crossing lies with 95% confidence; null if the points leave no way to tell. */
      readonly interval: BreakEvenInterval | null
      /** The crossing lies beyond the largest run that was seen. */
      readonly isExtrapolated: boolean
    }

export interface BreakEvenInterval {
  readonly low: number
  /** Null: no upper bound, it may never pay. */
  readonly high: number | null
}

/** Two-sided 95% quantiles of Student's t by degrees of freedom, from 1. */
const T_VALUES = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]
/** Beyond the table the last value stays: a little wide, never too narrow. */
const T_BEYOND = 2.042

/**
 * Says from how many tickets orchestration costs less than one agent alone, or that it never does. The orchestrated
 * runs are fitted with a straight line; the interval is Fieller's (E. C. Fieller, 1954): all numbers of tickets at which
 * the line's confidence band still holds the cost of the single agent, whose cost per ticket is taken as known.
 *
 * @example
 * findBreakEven([{ tickets: 1, tokens: 34_000 }, { tickets: 2, tokens: 56_000 }, { tickets: 3, tokens: 81_000 }], 30_000)
 * // pays from 2 tickets
 */
export function findBreakEven(points: readonly CostPoint[], singleAgentPerTicket: number): BreakEven {
  const sizes = new Set(points.map(({ tickets }) => tickets))
  if (sizes.size < 2) {
    return {
      status: 'insufficient data',
      reason: `needs runs of at least two different sizes, got ${points.length} of ${sizes.size}`,
    }
  }
  const { b: fixedTokens, m: perTicketTokens } = linearRegression(
    points.map(({ tickets, tokens }) => [tickets, tokens]),
  )
  const model = { fixedTokens, perTicketTokens, pointCount: points.length }
  const gain = singleAgentPerTicket - perTicketTokens
  const crossing = gain > 0 ? Math.max(0, fixedTokens / gain) : null
  const largest = Math.max(...sizes)
  return {
    status: crossing === null ? 'never pays' : 'pays',
    model,
    singleAgentPerTicket,
    crossing,
    paysFromTickets: crossing === null ? null : Math.floor(crossing) + 1,
    interval: fiellerInterval(points, model, singleAgentPerTicket),
    isExtrapolated: crossing !== null && crossing > largest,
  }
}

/**
 * Roots of (a + b n)^2 = t^2 s^2 (1/N + (n - mean)^2 / Sxx), a + b n being the advantage of the single agent at n
 * tickets. Without a root, or with the band open to both sides, nothing can be said.
 */
function fiellerInterval(
  points: readonly CostPoint[],
  { fixedTokens: a, perTicketTokens }: CostModel,
  singleAgentPerTicket: number,
): BreakEvenInterval | null {
  const degrees = points.length - 2
  if (degrees < 1) return null
  const b = perTicketTokens - singleAgentPerTicket
  const center = mean(points.map(({ tickets }) => tickets))
  const sxx = points.reduce((sum, { tickets }) => sum + (tickets - center) ** 2, 0)
  const residuals = points.reduce(
    (sum, { tickets, tokens }) => sum + (tokens - a - perTicketTokens * tickets) ** 2,
    0,
  )
  const reach = (T_VALUES[degrees - 1] ?? T_BEYOND) ** 2 * (residuals / degrees)
  const quadratic = b ** 2 - reach / sxx
  const linear = 2 * a * b + (2 * reach * center) / sxx
  const constant = a ** 2 - reach * (1 / points.length + center ** 2 / sxx)
  const discriminant = linear ** 2 - 4 * quadratic * constant
  if (quadratic === 0 || discriminant < 0) return null
  const roots = [-1, 1].map((sign) => (-linear + sign * Math.sqrt(discriminant)) / (2 * quadratic))
  const [low, high] = [Math.min(...roots), Math.max(...roots)]
  // The slope is reported apart from no gain: a bounded interval. Else all beyond the larger root is possible as well.
  if (quadratic > 0) return high < 0 ? null : { low: Math.max(0, low), high }
  return { low: Math.max(0, high), high: null }
}
