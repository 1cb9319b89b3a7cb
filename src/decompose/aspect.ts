import type { PropertyName } from '../document/native-table.ts'
import type { Wish } from './clause.ts'
import type { Effect } from './effect.ts'
import { sensesOf } from './lexicon/lexicon.ts'
import type { Reference } from './reference.ts'

/** Nouns that may mean a thing or what a thing says. */
const SAID: ReadonlySet<string> = new Set([
  'text',
  'texts',
  'title',
  'label',
  'labels',
  'caption',
  'heading',
  'headline',
  'price',
  'name',
  'link',
  'description',
  'image',
  'picture',
  'photo',
  'icon',
  'placeholder',
  'subtitle',
  'titles',
  'names',
  'message',
  'texts',
])

const PICTURES: ReadonlySet<string> = new Set(['image', 'picture', 'photo'])

/** "the button text" where there is no such text component: the text of the button. Null where that makes no sense. */
export function ofItsText(wish: Wish): Wish | null {
  if (wish.kind !== 'style' || wish.effects.length === 0) return null
  // A text cannot be hidden without the thing that says it.
  if (wish.effects.some((effect) => effect.kind === 'set' && effect.property === 'hidden')) return null
  // A picture that is not there has no look.
  if (PICTURES.has(wish.target.noun ?? '') && wish.effects.some(({ kind }) => kind !== 'content')) return null
  const owner = ownerOf(wish.target)
  if (owner === null) return null
  if (isPicture(owner) && wish.effects.every(isOfLetters)) return null
  return {
    kind: 'style',
    target: owner,
    effects: wish.effects.some(isOfText)
      ? wish.effects
      : wish.effects.map((effect) => onText(effect, wish.target.noun ?? '')),
  }
}

/** "the Breaking label yellow with black text": where the text has a color of its own, the other is not the text's. */
function isOfText(effect: Effect): boolean {
  return effect.kind === 'color' && effect.aspect === 'text'
}

/** A picture has no letters of its own. */
function isPicture({ types }: Reference): boolean {
  return types !== null && types[0]!.every((type) => LETTERLESS.has(type))
}

const LETTERLESS: ReadonlySet<string> = new Set(['image', 'picture', 'photo', 'video', 'map', 'avatar'])

function isOfLetters(effect: Effect): boolean {
  if (effect.kind === 'color' || effect.kind === 'lightness' || effect.kind === 'theme-color') return true
  return effect.kind === 'weight' || (effect.kind === 'set' && LETTERS.has(effect.property))
}

const LETTERS: ReadonlySet<string> = new Set([
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'textDecoration',
  'textTransform',
])

function ownerOf(reference: Reference): Reference | null {
  if (reference.parts.length > 0) {
    const owners = reference.parts.map(ownerOf)
    return owners.every((owner) => owner !== null) ? { ...reference, parts: owners } : null
  }
  if (reference.noun === null || !SAID.has(reference.noun)) return null
  const inside = reference.relations.find(
    (relation) => relation.kind === 'relation' && relation.relation === 'inside',
  )
  if (inside?.kind === 'relation' && reference.names.length === 0 && reference.relations.length === 1)
    return inside.anchor
  if (reference.said !== null && reference.names.length === 0 && reference.relations.length === 0)
    return { ...reference, types: null, role: null, noun: null }
  if (reference.names.length === 0) return null
  const names = [...reference.names]
  const last = names.pop()!
  const senses = sensesOf(last.startsWith('?') ? last.slice(1) : last)
  if (reference.relations.length > 0 && senses.types === undefined) return null
  if (senses.types === undefined)
    return {
      ...reference,
      types: null,
      role: null,
      noun: null,
      plural: reference.plural && reference.quantity !== null,
    }
  return {
    ...reference,
    types: senses.types,
    role: senses.role ?? null,
    noun: last,
    names,
    plural: reference.plural && (senses.plural === true || reference.quantity !== null),
  }
}

/** Fields that such a noun stands for; any other is the text. */
const FIELDS: Readonly<Record<string, PropertyName>> = {
  image: 'imageUrl',
  picture: 'imageUrl',
  photo: 'imageUrl',
  link: 'href',
  icon: 'icon',
  price: 'price',
  placeholder: 'placeholder',
}

function onText(effect: Effect, noun: string): Effect {
  switch (effect.kind) {
    case 'content':
      return {
        kind: 'set',
        property: Object.hasOwn(FIELDS, noun) ? FIELDS[noun]! : 'text',
        value: effect.value,
      }
    case 'color':
    case 'lightness':
    case 'theme-color':
      return effect.aspect === null ? { ...effect, aspect: 'text' } : effect
    case 'align':
      return { ...effect, text: true }
    case 'resize':
      return effect.font?.kind === 'factor'
        ? { kind: 'adjust', property: 'fontSize', factor: effect.font.factor }
        : effect
    case 'size':
      return { kind: 'set', property: 'fontSize', value: effect.px }
    default:
      return effect
  }
}
