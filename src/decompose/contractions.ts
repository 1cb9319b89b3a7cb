/** Contractions that stand for two words. */
export const CONTRACTIONS: Readonly<Record<string, readonly [string, string]>> = {
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
  "it'd": ['it', 'would'],
  "that'd": ['that', 'would'],
  "i'd": ['i', 'would'],
  "i'm": ['i', 'am'],
  "we'd": ['we', 'would'],
  "let's": ['let', 'us'],
  "i'll": ['i', 'will'],
  "they're": ['they', 'are'],
  "don't": ['do', 'not'],
  "doesn't": ['does', 'not'],
  "isn't": ['is', 'not'],
  "aren't": ['are', 'not'],
  "shouldn't": ['should', 'not'],
  "can't": ['can', 'not'],
  "what's": ['what', 'is'],
  "there's": ['there', 'is'],
  "we're": ['we', 'are'],
  "we'll": ['we', 'will'],
  "you'd": ['you', 'would'],
  "i've": ['i', 'have'],
  "couldn't": ['could', 'not'],
  "wouldn't": ['would', 'not'],
  "won't": ['will', 'not'],
}

/** The same, written without the apostrophe; "its" and "were" are words of their own. */
export const BARE_CONTRACTIONS: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries(CONTRACTIONS)
    .filter(([written]) => written.endsWith("n't"))
    .map(([written, words]) => [written.replace("'", ''), words]),
)
