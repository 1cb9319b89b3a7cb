const QUOTED = /"([^"]{0,1000})"|“([^”]{0,1000})”|'([^']{0,1000})'/

/** The text that a command quotes first; undefined where it quotes none. */
export function firstQuoted(words: string): string | undefined {
  const match = QUOTED.exec(words)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

/** What a command says besides what it quotes, in lower case. */
export function withoutQuotes(words: string): string {
  return words.replaceAll(new RegExp(QUOTED, 'g'), ' ').toLowerCase()
}

/** The binding itself was named: it is what shall be replaced. */
export function saysBinding(words: string): boolean {
  return /\b(?:bindings?|expression)\b/.test(words)
}

/** Words after which an amount is exact: "20% bigger", "by 4px", "twice as big". Quoted texts are no such words. */
const AMOUNT =
  /\d\s{0,2}(?:%|px|rem|em|pt|x\b|times|percent)|\b(?:twice|double|doubled|triple|half|halve|thrice|one and a half)\b/i

export function saysAmount(words: string): boolean {
  return AMOUNT.test(withoutQuotes(words))
}
