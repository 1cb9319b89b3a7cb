import type { PropertyName } from '../../document/native-table.ts'

/** Nouns for what a component has and shows, where nothing of its own shows it: "the label inside the pill" is its text. */
const parts: ReadonlyMap<string, PropertyName> = new Map(
  (
    [
      [
        'text|texts|label|labels|caption|captions|word|words|wording|letter|letters|lettering|copy|writing|name|names|' +
          'title|titles|heading|headings|headline|headlines|subtitle|description|message',
        'text',
      ],
      ['placeholder|placeholders|placeholder text|hint', 'placeholder'],
      ['price|prices', 'price'],
      ['icon|icons', 'icon'],
      ['image|picture|photo', 'imageUrl'],
      ['link', 'href'],
    ] as const
  ).flatMap(([nouns, property]) => nouns.split('|').map((noun) => [noun, property] as const)),
)

/** The property that a noun stands for where nothing is of its type; undefined for all other nouns. */
export function partOf(noun: string): PropertyName | undefined {
  return parts.get(noun)
}

const letters: ReadonlySet<string> = new Set(
  'text|texts|label|labels|caption|captions|word|words|wording|letter|letters|lettering|copy|writing'.split(
    '|',
  ),
)

/** Nouns for letters, whatever shows them: "the Order now text" is what the button says, and no other text near it. */
export function meansLetters(noun: string): boolean {
  return letters.has(noun)
}
