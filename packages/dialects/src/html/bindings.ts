/** Marks of template languages: Jinja, ERB, Vue, Svelte, PHP, template literals. */
const MARKS = /\{\{|\{%|<%|<\?|\$\{|\{#|\{@/

/** The expression in a text that a template fills; null if there is none. */
export function templateMark(text: string): string | null {
  const match = MARKS.exec(text)
  return match === null ? null : text.slice(match.index, match.index + 60)
}

/** Marks that open or close a block; moving one of them breaks the template. */
const BLOCK = /\{%|<%|<\?|\{#|\{\/|\{@/

export function hasBlockMark(text: string): boolean {
  return BLOCK.test(text)
}
