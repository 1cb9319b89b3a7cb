import { withoutQuotes } from '../refining/command-words.ts'
import type { NamedLookStep, Outcome } from '../refining/each-target.ts'
import { canHold, setOwn, setRow } from './refine-look.ts'
import type { Site } from './site.ts'

type NamedLook = NamedLookStep['look']

/** What formats call the looks that have a name in the language, the usual word first. */
const WORDS: Readonly<Record<NamedLook, readonly string[]>> = {
  outline: ['outline', 'outlined', 'bordered', 'ghost'],
  text: ['text', 'ghost', 'borderless', 'plain', 'link', 'tertiary'],
  filled: ['filled', 'contained', 'solid', 'primary'],
}

/** "make it borderless": the format's own word where that was said, else its word for the same look. */
export function setNamedLook(site: Site, look: NamedLook, command: string): Outcome {
  const said = withoutQuotes(command)
  const words = WORDS[look].toSorted((a, b) => Number(said.includes(b)) - Number(said.includes(a)))
  for (const word of words) {
    const rows = site.rows.filter((row) => row.holds.kind === 'enum' && canHold(row, word))
    if (rows.length === 1) return setRow(site, rows[0]!, word)
  }
  return setOwn(site, '', words[0]!)
}
