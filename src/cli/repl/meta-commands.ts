/** What a line that starts with a colon can ask for. */
export const metaCommands = [
  { name: ':undo', argument: '', summary: 'take back the last step' },
  { name: ':redo', argument: '', summary: 'do a step again that was taken back' },
  { name: ':why', argument: '', summary: 'how the last command was read, and what was weighed' },
  { name: ':patches', argument: '', summary: 'the JSON Patch of the last command' },
  { name: ':find', argument: 'PHRASE', summary: 'which components a phrase means' },
  { name: ':history', argument: '', summary: 'the steps so far' },
  { name: ':checkpoint', argument: 'NAME', summary: 'name the present state' },
  {
    name: ':rollback',
    argument: 'NAME|STEP',
    summary: 'go back to a named state, or to the one after a step',
  },
  {
    name: ':branch',
    argument: '[NAME]',
    summary: 'begin a branch here, or go to the one of that name; without a name: list them',
  },
  {
    name: ':squash',
    argument: 'FIRST LAST',
    summary: 'make one step of several',
  },
  {
    name: ':save',
    argument: '[FILE]',
    summary: 'write the document, where nothing is said into its own file',
  },
  {
    name: ':save-session',
    argument: 'FILE',
    summary: 'write the document with its whole history',
  },
  {
    name: ':load-session',
    argument: 'FILE',
    summary: 'go on with a session that was written',
  },
  { name: ':help', argument: '', summary: 'this list' },
  { name: ':quit', argument: '', summary: 'leave (as does Ctrl-D)' },
] as const

export type MetaName = (typeof metaCommands)[number]['name']

export interface MetaLine {
  readonly name: MetaName
  readonly argument: string
}

/** Reads `:name argument`; a beginning that fits one name only will do (`:u`). Else the names that it could be. */
export function readMetaLine(
  line: string,
): MetaLine | { readonly name: null; readonly near: readonly MetaName[] } {
  const space = line.indexOf(' ')
  const word = space === -1 ? line : line.slice(0, space)
  const argument = space === -1 ? '' : line.slice(space + 1).trim()
  const names = metaCommands.map(({ name }) => name)
  const exact = names.find((name) => name === word)
  if (exact !== undefined) return { name: exact, argument }
  const near = names.filter((name) => name.startsWith(word))
  return near.length === 1 ? { name: near[0]!, argument } : { name: null, near }
}

/** Completes `:commands` at the start of a line and `#ids` anywhere; the second value is what is being completed. */
export function complete(line: string, ids: Iterable<string>): [string[], string] {
  if (/^:\S*$/.test(line))
    return [metaCommands.map(({ name }) => name).filter((name) => name.startsWith(line)), line]
  const start = line.lastIndexOf('#')
  const word = line.slice(start)
  if (start === -1 || word.includes(' ')) return [[], line]
  return [[...ids].map((id) => `#${id}`).filter((id) => id.startsWith(word)), word]
}
