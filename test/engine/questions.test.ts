import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/command/question.ts'
import type { Step } from '../../src/command/step.ts'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { find, part, screenOf, siblingIds } from '../support/sound-change.ts'

const screen: Blueprint = screenOf(
  part('header', [0, 0, 400, 64], {
    type: 'header',
    visual: { bg_color: '#111827', text_color: '#FFFFFF' },
    children: [
      part('logo', [16, 20, 80, 24], {
        text: 'Shop',
        visual: { font_size: 20, text_color: '$primary_color' },
      }),
    ],
  }),
  part('card_1', [16, 80, 368, 100], {
    type: 'card',
    visual: { bg_color: '#FFFFFF', border_radius: 12 },
    children: [
      part('name_1', [32, 96, 200, 24], {
        type: 'heading',
        text: 'Basic',
        visual: { font_size: 18, text_color: '#111827' },
      }),
      part('price_1', [32, 130, 100, 24], { role: 'price', text: '$29' }),
      part('buy_1', [280, 96, 90, 44], { type: 'button', text: 'Buy', visual: { bg_color: '#2563EB' } }),
    ],
  }),
)

function ask(question: Question): { reply: string | undefined; found: unknown } {
  const answer = createEngine().run(screen, [{ kind: 'ask', question }])
  expect([answer.status, answer.blueprint, answer.patches]).toEqual(['answered', screen, []])
  return { reply: answer.reply, found: answer.found }
}

describe('questions', () => {
  it.each<[Question, string, unknown[]]>([
    [{ kind: 'count', targets: ['buy_1'], what: 'button' }, 'There is 1 button.', [{ id: 'buy_1' }]],
    [{ kind: 'count', targets: [], what: 'videos' }, 'There are no videos.', []],
    [{ kind: 'exists', targets: [], what: 'video' }, 'No, there is no video.', []],
    [
      { kind: 'exists', targets: ['buy_1'], what: 'button' },
      'Yes: #buy_1 (button "Buy").',
      [{ id: 'buy_1' }],
    ],
    [{ kind: 'contents', targets: ['header'] }, 'In #header: #logo (text "Shop").', [{ id: 'logo' }]],
    [{ kind: 'contents', targets: ['logo'] }, 'There is nothing in #logo but its text, "Shop".', []],
    [
      { kind: 'value', targets: ['logo'], property: 'fontSize' },
      'The font size of #logo is 20px.',
      [{ id: 'logo', property: 'fontSize', value: 20 }],
    ],
    [
      { kind: 'value', targets: ['logo'], property: 'textColor' },
      'The text color of #logo is $primary_color (#3366FF).',
      [{ id: 'logo', property: 'textColor', value: '$primary_color' }],
    ],
    [
      { kind: 'value', targets: ['logo'], property: 'background' },
      '#logo states no background; #header, which holds it, has #111827.',
      [{ id: 'logo', property: 'background' }],
    ],
    [
      { kind: 'value', targets: ['logo'], property: 'borderRadius' },
      '#logo states no corner radius.',
      [{ id: 'logo', property: 'borderRadius' }],
    ],
    [{ kind: 'token', token: 'primaryColor' }, 'The primary color of the theme is #3366FF.', []],
    [{ kind: 'token', token: 'ctaHeight' }, 'The theme states no call-to-action height.', []],
  ])('%j', (question, reply, found) => {
    expect(ask(question)).toEqual({ reply, found })
  })

  it('beside a command are answered after what came before them', () => {
    const steps: Step[] = [
      { kind: 'set', targets: ['logo'], property: 'fontSize', value: 30 },
      { kind: 'ask', question: { kind: 'value', targets: ['logo'], property: 'fontSize' } },
    ]
    const answer = createEngine().run(screen, steps)
    expect([answer.status, answer.reply]).toEqual(['applied', 'The font size of #logo is 30px.'])
  })

  it('about nobody are refused, and in a batch each has its answer', () => {
    const engine = createEngine()
    const lost = engine.run(screen, [{ kind: 'ask', question: { kind: 'contents', targets: ['x'] } }])
    expect([lost.status, lost.reply]).toEqual(['rejected', undefined])
    const question: Step = { kind: 'ask', question: { kind: 'token', token: 'primaryColor' } }
    const { status, answers } = engine.batch(screen, [[question], [question]])
    expect([status, answers.map((answer) => answer.status)]).toEqual(['applied', ['answered', 'answered']])
  })
})

describe('sections', () => {
  it('have what was said in their slots, looks of the screen, and stand where told', () => {
    const { blueprint, status, issues } = createEngine().run(screen, [
      {
        kind: 'section',
        template: 'faq',
        slots: { title: 'FAQ', items: [{ question: 'Why {n}?', answer: 'So.' }, { question: 'How?' }] },
        place: { kind: 'after', anchor: 'header' },
      },
    ])
    expect([status, issues.filter(({ severity }) => severity !== 'note')]).toEqual(['applied', []])
    expect(siblingIds(blueprint, 'header')).toEqual(['header', 'section_1', 'card_1'])
    const [title, first, second] = find(blueprint, 'section_1').children!
    expect(title).toMatchObject({ text: 'FAQ', visual: { font_size: 18, text_color: '#111827' } })
    expect(first!.children!.map(({ text }) => text)).toEqual(['Why {n}?', 'So.'])
    expect(second!.children!.map(({ text }) => text)).toEqual(['How?', 'Answer 2'])
    expect(find(blueprint, 'card_1').bbox![1]).toBeGreaterThan(80)
  })

  it('can be given by the program', () => {
    const engine = createEngine({
      templates: [
        {
          name: 'hours',
          slots: { items: { count: 2, of: { day: 'Day {n}' } } },
          part: { type: 'list', children: [{ type: 'list_item', each: 'items', text: '{day}' }] },
        },
      ],
    })
    const { blueprint } = engine.run(screen, [
      { kind: 'section', template: 'hours', slots: { items: ['Monday'] } },
    ])
    expect(find(blueprint, 'list_1').children!.map(({ text }) => text)).toEqual(['Monday'])
    expect(() => createEngine({ templates: [{ name: 'x', slots: {}, part: { type: '' } }] })).toThrow(
      'templates[0].part.type',
    )
  })

  it.each([
    'hero',
    'features',
    'testimonials',
    'pricing',
    'faq',
    'contact_form',
    'newsletter',
    'stats',
    'gallery',
    'team',
    'nav',
    'footer',
    'announcement',
    'login_form',
  ])('%s needs nothing said, with boxes and without', (template) => {
    for (const document of [screen, { components: [{ id: 'a', type: 'text', text: 'A' }] }]) {
      const { status, issues } = createEngine().run(document, [{ kind: 'section', template }])
      expect([status, issues.filter(({ severity }) => severity === 'error')]).toEqual(['applied', []])
    }
  })

  it.each<Step>([
    { kind: 'section', template: 'flurbl' },
    { kind: 'section', template: 'faq', slots: { flurbl: 'x' } },
  ])('%j is refused', (step) => {
    expect(createEngine().run(screen, [step]).status).toBe('rejected')
  })
})

describe('one more of a kind', () => {
  it('has the texts in the places of their kind; what is left is listed', () => {
    const { blueprint, steps } = createEngine().run(screen, [
      { kind: 'one-more', like: ['card_1'], texts: { name: 'Startup', amount: '49' } },
    ])
    expect(find(blueprint, 'card_1_copy').children!.map(({ text }) => text)).toEqual([
      'Startup',
      '$49',
      'Buy',
    ])
    expect(steps[0]!.notes).toEqual(['Still as in the original: "Buy".'])
  })

  it('one in each of several, with the look that such ones have', () => {
    const { blueprint } = createEngine().run(screen, [
      { kind: 'add', component: { type: 'button', text: 'More' }, inEach: ['card_1', 'header'] },
    ])
    for (const id of ['button_2', 'button_3'])
      expect(find(blueprint, id)).toMatchObject({ text: 'More', visual: { bg_color: '#2563EB' } })
    expect(find(blueprint, 'header').children!.at(-1)!.id).toMatch(/^button_/)
  })

  it('like another one', () => {
    const { blueprint } = createEngine().run(screen, [
      {
        kind: 'add',
        component: { type: 'title', text: 'Write to us' },
        like: 'name_1',
        place: { kind: 'after', anchor: 'header' },
      },
    ])
    expect(find(blueprint, 'title_1').visual).toEqual({ font_size: 18, text_color: '#111827' })
  })
})
