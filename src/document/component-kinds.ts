/**
 * What the engine knows of component types beside their names: what belongs together, what names what. A type that is not
 * listed is of its own kind.
 */

/** Types that people do not tell apart: each row is one kind of thing. */
const KINDS = [
  ['title', 'heading'],
  ['text', 'paragraph', 'description'],
  ['label', 'caption'],
  ['button', 'cta'],
  ['card', 'product_card', 'tile', 'panel'],
  ['container', 'section', 'box'],
  ['input', 'textarea', 'select', 'search', 'field', 'textbox', 'dropdown'],
  ['checkbox', 'switch', 'toggle'],
  ['radio', 'option'],
  ['badge', 'chip', 'tag'],
  ['list_item', 'item', 'row', 'table_row'],
  ['divider', 'separator'],
  ['image', 'picture', 'photo'],
  ['nav', 'navigation', 'navbar'],
  ['modal', 'dialog'],
  ['carousel', 'slider'],
] as const

const kinds = new Map<string, number>(KINDS.flatMap((row, kind) => row.map((type) => [type, kind] as const)))

/** Whether two types are one kind of thing to people: a title and a heading are, an image and an avatar are not. */
export function areOneKind(a: string, b: string): boolean {
  return a === b || (kinds.has(a) && kinds.get(a) === kinds.get(b))
}

/** Fields that are named by a label beside them. */
export const fieldTypes: ReadonlySet<string> = new Set([
  'input',
  'textarea',
  'select',
  'search',
  'field',
  'textbox',
  'dropdown',
])

/** What names the card or section in which it stands first. */
export const headingTypes: ReadonlySet<string> = new Set(['title', 'heading'])

/** Areas whose title is no name of them: the sentence at the top of a hero is copy. */
export const unnamedTypes: ReadonlySet<string> = new Set(['hero', 'header', 'nav', 'footer'])

/** Type words that hold running text: a bare colour is the colour of their letters (spec, "What commands mean"). */
export const textLikeTypes: ReadonlySet<string> = new Set([
  'text',
  'title',
  'subtitle',
  'heading',
  'description',
  'label',
  'link',
  'icon',
  'list_item',
  'price',
])

/** Types that hold no other components. */
export function holdsNothing(type: string): boolean {
  return textLikeTypes.has(type) || LEAF_TYPES.has(type)
}

const LEAF_TYPES: ReadonlySet<string> = new Set([
  'button',
  'cta',
  'image',
  'input',
  'textarea',
  'checkbox',
  'radio',
  'switch',
  'select',
  'search',
  'divider',
  'badge',
  'avatar',
  'video',
  'map',
  'chart',
])

const TEXTS = ['text', 'title', 'subtitle', 'heading', 'description', 'label', 'list_item', 'price']

/** Types that hold the same, so that a component of the one can become one of the other. */
export const alikeTypes: readonly (readonly string[])[] = [
  [...TEXTS, 'link', 'button', 'cta', 'badge'],
  [...TEXTS, 'checkbox', 'switch', 'radio'],
  ['container', 'card', 'product_card', 'section', 'hero', 'form', 'list'],
  ['header', 'footer', 'nav', 'section', 'container'],
  ['input', 'textarea', 'select', 'search'],
]

/** Types that say nothing: a program wrote down what it saw, and what that is has been guessed. */
export const blankTypes: readonly string[] = ['view', 'node', 'widget', 'element', 'unknown']
