/** How much judgement a piece of work asks for. */
export const COMPLEXITIES = ['mechanical', 'nuanced', 'architectural'] as const
export type Complexity = (typeof COMPLEXITIES)[number]

/** T1: a checklist. T2: one expert. T3: experts who debate. */
export type ReviewTier = 'T1' | 'T2' | 'T3'

/** The words that real plans, items and logs use. */
const WORDS: ReadonlyMap<string, Complexity> = new Map([
  ...['mechanical', 'low', 'simple', 'trivial', 'small', 'easy', 't1'].map(
    (word) => [word, 'mechanical'] as const,
  ),
  ...['nuanced', 'medium', 'moderate', 'infrastructure', 'test', 'feature', 't2', 't1/t2'].map(
    (word) => [word, 'nuanced'] as const,
  ),
  ...['architectural', 'high', 'complex', 'large', 'hard', 'very high', 't3'].map(
    (word) => [word, 'architectural'] as const,
  ),
])

/** Undefined for a word that is not known: it is not guessed. */
export function readComplexity(word: unknown): Complexity | undefined {
  return typeof word === 'string' ? WORDS.get(word.trim().toLowerCase()) : undefined
}

export function reviewTierOf(complexity: Complexity): ReviewTier {
  switch (complexity) {
    case 'mechanical':
      return 'T1'
    case 'nuanced':
      return 'T2'
    default:
      return 'T3'
  }
}
