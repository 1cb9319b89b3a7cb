const COLORS = ['red', 'green', 'purple', 'orange', 'navy', 'teal', 'pink'] as const
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
/** So many of each every generated document of that size has. */
const PLACES_OF_20 = 4

/**
 * So many clauses, each about one component: cards, texts and buttons in turn, spread over the first ten of each (four in
 * a document of 20 components). With more clauses than places, later ones overwrite earlier ones.
 */
export function stepsClauses(steps: number, size: number): string[] {
  const places = size < 100 ? PLACES_OF_20 : ORDINALS.length
  return Array.from({ length: steps }, (_, i) => {
    const ordinal = ORDINALS[Math.floor(i / 3) % places]!
    const color = COLORS[i % COLORS.length]!
    switch (i % 3) {
      case 0:
        return `make the ${ordinal} card ${color}`
      case 1:
        return `change the text of the ${ordinal} text to 'Hello ${i}'`
      default:
        return `make the ${ordinal} button's border ${color}`
    }
  })
}

/** The clauses as one command. */
export function stepsCommand(steps: number, size: number): string {
  return stepsClauses(steps, size).join(' and ')
}
