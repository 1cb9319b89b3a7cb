import type { TextShape } from '../../document/text-shapes.ts'

const WORDS: Readonly<Record<TextShape, string>> = {
  phone: 'phone|phone number|telephone|telephone number|mobile number|fax|fax number|hotline',
  price: 'price|cost|price tag',
  time: 'time|hour|opening hour|opening time',
  year: 'year',
  email: 'email|e mail|email address|mail address',
  url: 'url|web address|website|domain',
  copyright: 'copyright|copyright line|copyright notice',
  rating: 'rating|star rating',
}

/**
 * What words say about the look of a text, by their stems; null for a first word that says nothing by itself. "The phone
 * number" is then found by its digits.
 */
export const SHAPE_WORDS: ReadonlyMap<string, TextShape | null> = new Map([
  ...Object.values(WORDS).flatMap((names) =>
    names.split('|').map((name) => [name.split(' ')[0]!, null] as const),
  ),
  ...Object.entries(WORDS).flatMap(([shape, names]) =>
    names.split('|').map((name) => [name, shape as TextShape] as const),
  ),
])
