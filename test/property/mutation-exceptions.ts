/** Cases of the corpus that do not survive a mutation, each with the reason: by mutation and id. */
export const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
