/** Characters of a command that a message repeats at most. */
const MOST_SAID = 80

/** Words of a command for a message: a long text is cut, for a message must be read. */
export function cutWords(words: string, most: number = MOST_SAID): string {
  if (words.length <= most) return words
  const cut = words.slice(0, most - 1)
  // A pair of surrogates is one character.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** The words in quotes, unless they are quoted already. */
export function saidWords(words: string): string {
  const cut = cutWords(words)
  return /^["“„«]/.test(cut) ? cut : `"${cut}"`
}
