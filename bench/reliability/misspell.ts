import type { Chance } from './chance.ts'

/** Letters of a word that people mistype; shorter words have no near neighbours that are not words. */
const LEAST_LENGTH = 5

type Mistake = (word: string, at: number) => string

const MISTAKES: readonly Mistake[] = [
  /** Two letters in the wrong order. */
  (word, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
  /** A letter left out. */
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  /** A letter twice. */
  (word, at) => word.slice(0, at) + word[at]! + word.slice(at),
]

/** The command once with each mistake, in one of its longer words outside of quotes; none where it has no such word. */
export function misspell(command: string, chance: Chance): string[] {
  const places = [
    ...command.replaceAll(/'[^']{0,1000}'/g, (quoted) => ' '.repeat(quoted.length)).matchAll(/[a-z]{1,100}/g),
  ].filter(([word]) => word.length >= LEAST_LENGTH)
  if (places.length === 0) return []
  return MISTAKES.flatMap((mistake) => {
    const place = chance.pick(places)
    const [word] = place
    const wrong = mistake(word, 1 + chance.below(word.length - 2))
    return wrong === word
      ? []
      : [command.slice(0, place.index) + wrong + command.slice(place.index + word.length)]
  })
}
