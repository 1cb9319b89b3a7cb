/** Words before what one more of a kind is called. */
export const called: ReadonlySet<string> = new Set(
  'called|named|titled|labeled|labelled|saying|that says|with the title|with the text|reading'.split('|'),
)

/** The others of its kind. */
export const otherOnes: ReadonlyMap<string, true> = new Map(
  'last one|last|one before|first one|previous one|others|other ones|the others|rest|the rest|existing ones|two|three|four|other two|other three|ones|the existing ones'
    .split('|')
    .map((words) => [words, true] as const),
)
