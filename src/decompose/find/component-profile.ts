import { isTextLike, namesOf, typeOf } from '../../document/blueprint.ts'
import type { Component } from '../../document/blueprint.ts'
import { splitWords, stem } from '../../document/words.ts'

/** What a component is to the eye, coarser than its type. */
export type LookClass =
  | 'text'
  | 'blank'
  | 'icon'
  | 'image'
  | 'button'
  | 'input'
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'labelled'
  | 'plain'
  | 'group'

/** What a search needs to know of a component by itself; made once for each. */
export interface ComponentProfile {
  readonly look: LookClass
  /** The text and alternative texts, stemmed, in order. */
  readonly texts: readonly (readonly string[])[]
  readonly textWords: readonly string[]
  /** Words of the id without those that every program uses. */
  readonly idWords: readonly string[]
  /** The id without its number: components of a repeated kind share it. */
  readonly idBase: string
  /** Words of the type and the role. */
  readonly typeWords: readonly string[]
  readonly isClickable: boolean
  /** A line, a shadow, a background: seldom what anybody speaks of. */
  readonly isDecoration: boolean
}

const ICONS: ReadonlySet<string> = new Set(['icon', 'rating'])
const IMAGES: ReadonlySet<string> = new Set([
  'image',
  'logo',
  'avatar',
  'picture',
  'photo',
  'video',
  'map',
  'chart',
  'carousel',
])
const BUTTONS: ReadonlySet<string> = new Set(['button', 'cta', 'link', 'tab'])
const INPUTS: ReadonlySet<string> = new Set(['input', 'textarea', 'search', 'select'])
const SWITCHES: ReadonlySet<string> = new Set(['switch', 'toggle'])

/** Words of ids that tell what the program made, not what it shows. */
const PROGRAM_WORDS: ReadonlySet<string> = new Set(
  'view image img imageview text textview txt tv iv icon ic button btn bt node layout container item cell frame linear relative main content wrapper ll rl id fragment activity action widget component'.split(
    ' ',
  ),
)
const DECORATION: ReadonlySet<string> = new Set(
  'background bg divider separator shadow overlay statusbar spacer scrim line border mask gradient'.split(
    ' ',
  ),
)

const cache = new WeakMap<Component, ComponentProfile>()

export function profileOf(component: Component): ComponentProfile {
  const known = cache.get(component)
  if (known !== undefined) return known
  const profile = makeProfile(component)
  cache.set(component, profile)
  return profile
}

function makeProfile(component: Component): ComponentProfile {
  const texts: string[][] = []
  let role: string | null = null
  let id: string[] = []
  let hasText = false
  for (const { source, value } of namesOf(component)) {
    if (source === 'role') role = value
    else if (source === 'id') id = wordsOf(value)
    else {
      if (source === 'text') hasText = true
      const words = wordsOf(value)
      if (words.length > 0) texts.push(words)
    }
  }
  const type = typeOf(component)
  const look = lookOf(component, type, hasText, texts.length > 0)
  // Digits sort before letters, and words are all one or the other.
  const base = id.length > 1 && id[id.length - 1]! < ':' ? id.slice(0, -1) : id
  return {
    look,
    texts,
    textWords: texts.length === 1 ? texts[0]! : texts.flat(),
    idWords: base.filter((word) => !PROGRAM_WORDS.has(word)),
    idBase: base.join(' '),
    typeWords: wordsOf(role === null || role === 'button' ? type : `${type} ${role}`),
    isClickable:
      role === 'button' ||
      role === 'cta' ||
      look === 'button' ||
      look === 'checkbox' ||
      look === 'radio' ||
      look === 'switch' ||
      look === 'input',
    isDecoration: !hasText && (type === 'divider' || base.some((word) => DECORATION.has(word))),
  }
}

function wordsOf(text: string): string[] {
  const words = splitWords(text)
  for (let i = 0; i < words.length; i++) words[i] = stem(words[i]!)
  return words
}

function lookOf(component: Component, type: string, hasText: boolean, hasWords: boolean): LookClass {
  if (ICONS.has(type)) return 'icon'
  if (IMAGES.has(type)) return 'image'
  if (BUTTONS.has(type)) return 'button'
  if (INPUTS.has(type)) return 'input'
  if (type === 'checkbox' || type === 'radio') return type
  if (SWITCHES.has(type)) return 'switch'
  if (isTextLike(component)) return hasText || hasWords ? 'text' : 'blank'
  if (hasText) return 'labelled'
  return type === 'view' ? 'plain' : 'group'
}
