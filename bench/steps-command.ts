const PARTS = [
  (n: number) => `make card ${n} red`,
  (n: number) => `change the text of text ${n} to 'Hello ${n}'`,
] as const

/**
 * A command of so many clauses, each about one component, that every generated document understands. Documents of 20
 * components have four cards and four texts at least, so the clauses come round to them again with another wish.
 */
export function stepsCommand(steps: number): string {
  const clauses = Array.from({ length: steps }, (_, i) => clause(i))
  return clauses.join(' and ')
}

const COLORS = ['red', 'green', 'purple', 'orange', 'navy', 'teal', 'pink'] as const
const NTH = ['first', 'second', 'third', 'fourth'] as const

function clause(i: number): string {
  void PARTS
  const nth = NTH[(i >> 1) % NTH.length]!
  if (i % 2 === 1) return `change the text of the ${nth} text to 'Hello ${i}'`
  return `make the ${nth} card ${COLORS[(i >> 3) % COLORS.length]!}`
}
