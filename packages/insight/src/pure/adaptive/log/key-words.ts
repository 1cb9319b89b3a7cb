/** Words whose plural is not made by an s, or that end with one without being plural. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['fixes', 'fix'],
  ['retries', 'retry'],
  ['stories', 'story'],
  ['queries', 'query'],
  ['status', 'status'],
  ['analysis', 'analysis'],
  ['criterion', 'criteria'],
  ['s', 's'],
])
const MAX_LENGTH = 200

/**
 * The words of a key in lower case and singular, whichever way they are joined.
 *
 * @example
 * wordsOf('haikuSuccess_rates') // ['haiku', 'success', 'rate']
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, MAX_LENGTH)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
}

function singular(word: string): string {
  return (
    IRREGULAR.get(word) ??
    (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word)
  )
}

/** Whether a key has one of the words. */
export function hasWord(key: string, words: ReadonlySet<string>): boolean {
  return wordsOf(key).some((word) => words.has(word))
}

/** Below keys with these words stands what somebody wants, expects or compares with, and nothing that was done. */
const NOT_DONE = new Set(
  (
    'recommendation recommended next project projected projection forecast path opportunity optimization ' +
    'expected expectation target budget goal hypothesis baseline comparison compared vs versus scenario ' +
    'limit threshold criteria template example break future proposed planned acceptable stretch if'
  ).split(' '),
)

export function isNotDone(key: string): boolean {
  return hasWord(key, NOT_DONE)
}
