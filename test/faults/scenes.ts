import { createEngine } from '../../src/index.ts'
import type { Answer, Blueprint, EngineOptions, Step } from '../../src/index.ts'
import type { StepKind } from '../../src/command/step.ts'
import { contentOf } from '../property/samples.ts'
import { shopScreen } from '../support/shop-screen.ts'

export type Command = string | readonly Step[]

/** A command on a session that has come some way; `document` gives another copy each time. */
export interface Scene {
  readonly document: () => Blueprint
  readonly command: Command
  /** Commands before it that were undone: the engine comes from another version of the document. */
  readonly undone: readonly string[]
}

/** Kinds that change nothing here: of dialects, and requests that are refused. */
type Elsewhere = 'own' | 'history' | 'out-of-scope'

/** One step of each kind on the shop's screen; a new kind does not compile without one. */
const STEPS: { readonly [K in Exclude<StepKind, Elsewhere>]: Extract<Step, { readonly kind: K }> } = {
  set: { kind: 'set', targets: ['page_title'], property: 'textColor', value: '#7F1D1D' },
  adjust: { kind: 'adjust', targets: ['page_title'], property: 'fontSize', factor: 1.2 },
  resize: { kind: 'resize', targets: ['page_title'], height: { kind: 'by', px: 10 } },
  lightness: { kind: 'lightness', targets: ['top_bar'], property: 'background', factor: 0.8 },
  shadow: { kind: 'shadow', targets: ['order_button'], by: 1 },
  pill: { kind: 'pill', targets: ['order_button'] },
  move: { kind: 'move', targets: ['intro'], place: { kind: 'before', anchor: 'page_title' } },
  shift: { kind: 'shift', targets: ['logo'], dx: 4, dy: 2 },
  'place-at': { kind: 'place-at', targets: ['logo'], x: 20 },
  align: { kind: 'align', targets: ['logo'], to: 'center' },
  swap: { kind: 'swap', a: 'page_title', b: 'intro' },
  add: { kind: 'add', component: { type: 'button', text: 'More' } },
  duplicate: { kind: 'duplicate', targets: ['intro'] },
  delete: { kind: 'delete', targets: ['intro'] },
  wrap: { kind: 'wrap', targets: ['page_title', 'intro'], container: { type: 'container' }, each: false },
  token: { kind: 'token', token: 'primaryColor', value: '#0F766E' },
  layout: { kind: 'layout', targets: ['card_1', 'card_2'], as: 'row' },
  'place-in': { kind: 'place-in', targets: ['promo'], at: 'top right', container: 'card_1' },
  distance: { kind: 'distance', targets: ['page_title', 'intro'], px: 24 },
  'align-with': { kind: 'align-with', targets: ['intro'], with: 'order_button', edge: 'right' },
  distribute: { kind: 'distribute', targets: ['help_link', 'about_link'], gap: 32 },
  span: { kind: 'span', targets: ['order_button'], of: 'parent' },
  fit: { kind: 'fit', targets: ['order_button'] },
  pin: { kind: 'pin', targets: ['order_button'], at: 'bottom right' },
  shape: { kind: 'shape', targets: ['order_button'], shape: 'circle', px: 56 },
  saturation: { kind: 'saturation', targets: ['order_button'], property: 'background', factor: 0.5 },
  look: { kind: 'look', targets: ['order_button'], look: 'outline', color: 'teal' },
  match: { kind: 'match', targets: ['cancel_button'], model: 'order_button' },
  recolor: { kind: 'recolor', from: 'white', to: 'ivory', every: true },
  theme: { kind: 'theme', mode: 'dark' },
  scheme: { kind: 'scheme', color: 'green' },
  retype: { kind: 'retype', targets: ['help_link'], type: 'button' },
  'edit-text': { kind: 'edit-text', edit: { kind: 'replace', find: 'sale', with: 'days' } },
  number: { kind: 'number', targets: ['card_1'], change: { factor: 2 } },
  section: { kind: 'section', template: 'faq' },
  'one-more': { kind: 'one-more', like: ['card_1', 'card_2'], texts: { name: 'Hat' } },
  ask: { kind: 'ask', question: { kind: 'contents', targets: ['order_form'] } },
}

/** Changes many components in their places, and moves them: two ways in which versions of a document differ. */
const UNDONE = ['make all cards bold and all buttons red', 'move the last card to the top'] as const

const scene = (command: Command, i: number): Scene => ({
  document: shopScreen,
  command,
  undone: UNDONE.slice(0, 1 + (i % 2)),
})

export const stepScenes: ReadonlyMap<string, Scene> = new Map(
  Object.entries(STEPS).map(([kind, step], i) => [kind, scene([step], i)]),
)

/** What goes through all stages: looks, layout, structure, several clauses, a misspelled and a refused command. */
export const sentenceScenes: readonly Scene[] = [
  'make the page title red and bold',
  'make the intro 20px taller, then move it to the top',
  'delete the first card and set the primary color to teal',
  'duplicate the second card',
  'make the mail label white',
  'mak the page titel biger',
  'make the flurbl gizmo red',
  'delete the mail field',
  'move the page title 60px down',
  'make the first card transparent',
].map(scene)

/** What is done to a session before a fault, so that there is something to lose: history, a redo, a checkpoint, a branch. */
export const WARM_UP: readonly string[] = [
  'make the logo bigger',
  'hide the intro',
  'change the text of #page_title to "Winter \\ sale"',
]
export const FOLLOW_UP = 'make the order button green and 4px taller'

export function textOf(answer: Answer): string {
  return JSON.stringify(contentOf(answer))
}

/** With every rule that is off by default: a fault in it must not be missed; nor may a second try hide one. */
export const ALL_RULES: EngineOptions = {
  rules: { 'contrast-unknown': 'warning' },
  recovery: { internal: 'rollback' },
}

const expected = new Map<string, readonly [answer: string, next: string]>()

/** What an engine that never saw a fault says to a command, and then to the next. */
export function expectedOf(state: string, command: Command): readonly [answer: string, next: string] {
  const key = JSON.stringify([state, command])
  const known = expected.get(key)
  if (known !== undefined) return known
  const engine = createEngine(ALL_RULES)
  const first = engine.run(JSON.parse(state) as Blueprint, command)
  const both = [textOf(first), textOf(engine.run(first.blueprint, FOLLOW_UP))] as const
  expected.set(key, both)
  return both
}
