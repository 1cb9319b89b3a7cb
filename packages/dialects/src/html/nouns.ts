import { declarationsIn } from './declarations.ts'
import type { PageElement } from './parse-page.ts'
import { tidy, visibleText } from './parse-page.ts'

const TAGS: { readonly [tag: string]: string } = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  a: 'link',
  button: 'button',
  img: 'image',
  picture: 'picture_frame',
  svg: 'icon',
  input: 'input',
  textarea: 'textarea',
  select: 'select',
  option: 'option',
  ul: 'list',
  ol: 'list',
  li: 'list_item',
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  section: 'section',
  main: 'main',
  aside: 'sidebar',
  form: 'form',
  hr: 'divider',
  table: 'table',
  tr: 'row',
  thead: 'table_header',
  tbody: 'table_body',
  tfoot: 'table_footer',
  article: 'card',
  iframe: 'video',
  video: 'video',
  dialog: 'modal',
  progress: 'progress',
  blockquote: 'quote',
}

const ROLES: { readonly [role: string]: string } = {
  button: 'button',
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  dialog: 'modal',
  img: 'image',
  link: 'link',
  list: 'list',
  listitem: 'list_item',
  heading: 'heading',
  search: 'search',
  form: 'form',
}

const INPUTS: { readonly [type: string]: string } = {
  submit: 'button',
  button: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'search',
}

function inputNoun(attributes: ReadonlyMap<string, string>): string {
  const noun = INPUTS[(attributes.get('type') ?? 'text').toLowerCase()] ?? 'input'
  const says = (name: string): boolean => /search/i.test(attributes.get(name) ?? '')
  return noun === 'input' && ['name', 'id', 'placeholder', 'aria-label'].some(says) ? 'search' : noun
}

/** Words of class names; `btn-primary` has btn. */
const BUTTON_CLASS = /(?:^|[\s_-])(?:btn|button)(?:[\s_-]|$)/i
const CARD_CLASS = /(?:^|[\s_-])card(?:[\s_-]|$)/i

/** What people call an element. */
export function nounOf(element: PageElement, hasButtonLook: (element: PageElement) => boolean): string {
  const { tag, attributes } = element
  const role = attributes.get('role') ?? ''
  if (Object.hasOwn(ROLES, role) && tag !== 'input') return ROLES[role]!
  if (tag === 'input') return inputNoun(attributes)
  const classes = attributes.get('class') ?? ''
  if (tag === 'a') return BUTTON_CLASS.test(classes) || hasButtonLook(element) ? 'button' : 'link'
  const known = TAGS[tag]
  if (known !== undefined) return known
  if (CARD_CLASS.test(classes)) return 'card'
  return hasOwnText(element) ? 'text' : 'container'
}

function hasOwnText(element: PageElement): boolean {
  return element.texts.some(({ value }) => value.trim() !== '')
}

/** A background colour and padding of its own make a link a button. */
export function stylesAsButton(style: string): boolean {
  const list = declarationsIn(style)
  const has = (pattern: RegExp): boolean =>
    list.some(({ property, value }) => pattern.test(property) && !/^(?:0|none|transparent)\b/.test(value))
  return has(/^background(?:-color)?$/) && has(/^(?:padding|border)/)
}

/** Elements that speak for all the text in them. */
const SPEAKERS: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'button',
  'a',
  'label',
  'option',
])

/** What an element says: all its text where it has some of its own, or where it speaks for what is in it. */
export function sayingOf(element: PageElement): string | undefined {
  const value = element.tag === 'input' ? element.attributes.get('value') : undefined
  if (value !== undefined && INPUTS[(element.attributes.get('type') ?? '').toLowerCase()] === 'button')
    return value
  if (!hasOwnText(element) && !SPEAKERS.has(element.tag)) return undefined
  const text = visibleText(element)
  return text === '' ? undefined : text
}

/** Whether an outer element already says what this one says, and nothing more. */
export function isSpokenFor(element: PageElement): boolean {
  let outer = element.parent
  while (outer !== null && !SPEAKERS.has(outer.tag)) outer = outer.parent
  if (outer === null) return false
  const text = visibleText(element)
  return text !== '' && visibleText(outer) === text
}

/** What a field is called: its label, or what it says of itself. */
export function fieldName(element: PageElement, labels: ReadonlyMap<string, string>): string | undefined {
  const { attributes, parent } = element
  const id = attributes.get('id')
  const label = id === undefined ? undefined : labels.get(id)
  const around = parent?.tag === 'label' ? tidy(visibleText(parent)) : undefined
  return (
    label ?? attributes.get('aria-label') ?? (around === '' ? undefined : around) ?? attributes.get('name')
  )
}
