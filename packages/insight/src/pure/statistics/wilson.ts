export interface Proportion {
  readonly successes: number
  readonly trials: number
  /** Middle of the interval: the rate drawn towards one half, the more the fewer trials there are. */
  readonly center: number
  readonly low: number
  readonly high: number
}

/** Quantiles of the standard normal distribution for two-sided intervals. */
const Z_VALUES = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
}

export type Confidence = keyof typeof Z_VALUES

/**
 * Wilson's score interval for a success rate (E. B. Wilson, 1927). Unlike the usual approximation it stays within 0 and
 * 1 and says something sensible for few trials and for rates of 0 and 1; without any trial it is 0 to 1.
 *
 * @example
 * wilsonInterval(9, 10).low // 0.5958
 */
export function wilsonInterval(successes: number, trials: number, confidence: Confidence = 0.95): Proportion {
  if (trials === 0) return { successes, trials, center: 0.5, low: 0, high: 1 }
  const z = Z_VALUES[confidence]
  const rate = successes / trials
  const denominator = 1 + z ** 2 / trials
  const center = (rate + z ** 2 / (2 * trials)) / denominator
  const reach = (z / denominator) * Math.sqrt((rate * (1 - rate)) / trials + z ** 2 / (4 * trials ** 2))
  return { successes, trials, center, low: Math.max(0, center - reach), high: Math.min(1, center + reach) }
}
