import { textOf } from './blueprint.ts'
import { Buckets } from './buckets.ts'
import type { TreeNode } from './tree-node.ts'

/** What a text can look like, so that people name it by that: "the phone number". */
export const SHAPES = ['phone', 'price', 'time', 'year', 'email', 'url', 'copyright', 'rating'] as const

export type TextShape = (typeof SHAPES)[number]

/** A text is looked at up to here. */
const MAX_LENGTH = 300

/** With a plus, a bracket or a zero in front a number may be grouped in any way, else as in 503-555-0188. */
export const PHONE_NUMBER: string = String.raw`(?:(?:\+\d{1,3}[ .-]?(?:\(\d{1,5}\))?|\(\d{1,5}\)|0\d{1,5})[ .-]?\d{2,8}(?:[ .-]\d{2,8}){0,3}|(?:\d{1,3}[-.])?(?:\d{3}[-.])?\d{3}[-.]\d{4})(?![\p{L}\d:])`

/** 14:35, 2:30 pm, 9am. */
export const CLOCK_TIME: string = String.raw`(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)`

const PRICE =
  /[$€£¥₹]\s?\d{1,3}(?:[ ,.]?\d{3}){0,4}(?:[.,]\d{1,2})?(?![\d\p{L}])|(?<![\p{L}\d.,])\d{1,3}(?:[ ,.]?\d{3}){0,4}(?:[.,]\d{1,2})?\s?[€£¥₹$](?![\p{L}\d])/u

/** Each of them finds its shape anywhere in a text; all are bounded. */
const PATTERNS: Readonly<Record<TextShape, RegExp>> = {
  phone: new RegExp(String.raw`(?<![\p{L}\d.,$€£])${PHONE_NUMBER}`, 'u'),
  price: PRICE,
  time: new RegExp(String.raw`(?<![\d.,:$€£])${CLOCK_TIME}(?:\s?[-–—]\s?${CLOCK_TIME})?(?![\d:])`, 'iu'),
  year: /(?<![\p{L}\d.,$€£/-])(?:19|20)\d{2}(?![\p{L}\d]|[.,:/]\d)/u,
  email: /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,62}){1,4}/u,
  url: /(?:https?:\/\/|www\.)[^\s"<>]{1,200}|(?<![\p{L}\d@.-])(?:[a-z\d-]{1,63}\.){1,3}(?:com|org|net|io|dev|app|co|eu|de|fr|uk|example)(?:\/[^\s"<>]{0,200})?(?![\p{L}\d@-])/iu,
  copyright: /©|\(c\)(?=\s?\d{4})|\bcopyright\b/iu,
  rating:
    /[★☆⭐]{1,10}(?:\s?[0-5](?:[.,]\d{1,2})?)?|(?<![\p{L}\d.,$€£])[0-5](?:[.,]\d{1,2})?\s?(?:\/\s?(?:5|10)|out of (?:5|10)|[★⭐]|stars?\b)|^\s{0,4}[0-5][.,]\d{1,2}(?:\s?\(\d{1,6}[^)]{0,20}\))?\s{0,4}$/iu,
}

/** A phone number has so many digits (ITU-T E.164 allows 15). */
const LEAST_DIGITS = 7
const MOST_DIGITS = 15

/** Which shapes a text has, and whether it is nothing else. O(length), 300 characters at most. */
export function shapesOf(text: string): { readonly shape: TextShape; readonly isWhole: boolean }[] {
  if (text.length > MAX_LENGTH || !/[\d@©★☆⭐]|www|copyright|\.[a-z]{2}/i.test(text)) return []
  return SHAPES.flatMap((shape) => {
    const found = PATTERNS[shape].exec(text)?.[0]
    if (found === undefined || (shape === 'phone' && !isPhone(found))) return []
    return [{ shape, isWhole: found.trim().length === text.trim().length || shape === 'copyright' }]
  })
}

/** Whether what {@link PHONE_NUMBER} found has as many digits as numbers to call have. */
export function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '').length
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS
}

/** The components whose text looks like something, by what it looks like. */
export class ShapeIndex {
  readonly #whole = new Buckets()
  readonly #within = new Buckets()

  add(node: TreeNode): void {
    for (const { shape, isWhole } of shapesOf(textOf(node.component) ?? ''))
      (isWhole ? this.#whole : this.#within).add(shape, node)
  }

  delete(node: TreeNode): void {
    for (const { shape, isWhole } of shapesOf(textOf(node.component) ?? ''))
      (isWhole ? this.#whole : this.#within).delete(shape, node)
  }

  /** How many there are of {@link ordered}. O(1). */
  size(shape: string): number {
    return this.#whole.size(shape) || this.#within.size(shape)
  }

  /** Whose text is of this shape; only if there is none, whose text holds one. In document order. */
  ordered(shape: string): readonly TreeNode[] {
    return this.#whole.has(shape) ? this.#whole.ordered(shape) : this.#within.ordered(shape)
  }

  reorder(): void {
    this.#whole.reorder()
    this.#within.reorder()
  }
}
