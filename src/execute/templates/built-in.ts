import type { Template, TemplatePart } from './template.ts'

const heading: TemplatePart = {
  type: 'heading',
  text: '{title}',
  properties: { fontSize: 24, fontWeight: 'bold' },
}
const name: TemplatePart = {
  type: 'heading',
  text: '{name}',
  properties: { fontSize: 18, fontWeight: 'bold' },
}
const button: TemplatePart = { type: 'button', text: '{button}' }

function section(...children: readonly TemplatePart[]): TemplatePart {
  return { type: 'section', children }
}

function cards(items: string, ...children: readonly TemplatePart[]): TemplatePart {
  return {
    type: 'container',
    layout: 'row',
    children: [{ type: 'card', each: items, children }],
  }
}

const field: TemplatePart = {
  type: 'input',
  each: 'items',
  properties: { placeholder: '{label}' },
}

/** The templates that every engine has. A text that nobody said names what belongs there. */
export const builtInTemplates: readonly Template[] = [
  {
    name: 'hero',
    slots: { title: 'Headline', text: 'Subheadline', button: 'Button' },
    part: {
      type: 'hero',
      children: [
        { type: 'title', text: '{title}', properties: { fontSize: 32, fontWeight: 'bold' } },
        { type: 'subtitle', text: '{text}', properties: { fontSize: 18 } },
        button,
      ],
    },
    place: 'start',
  },
  {
    name: 'features',
    slots: { title: 'Features', items: { count: 3, of: { title: 'Feature {n}', text: 'Description {n}' } } },
    part: section(heading, cards('items', { ...name, text: '{title}' }, { type: 'text', text: '{text}' })),
  },
  {
    name: 'testimonials',
    slots: { title: 'Testimonials', items: { count: 3, of: { quote: 'Quote {n}', name: 'Name {n}' } } },
    part: section(
      heading,
      cards(
        'items',
        { type: 'text', text: '{quote}' },
        { type: 'text', text: '{name}', properties: { fontWeight: 'bold' } },
      ),
    ),
  },
  {
    name: 'pricing',
    slots: {
      title: 'Pricing',
      items: { count: 3, of: { name: 'Plan {n}', price: 'Price {n}', button: 'Button {n}' } },
    },
    part: section(heading, cards('items', name, { type: 'text', role: 'price', text: '{price}' }, button)),
  },
  {
    name: 'faq',
    slots: {
      title: 'Questions',
      items: { count: 3, of: { question: 'Question {n}', answer: 'Answer {n}' } },
    },
    part: section(heading, {
      type: 'list_item',
      each: 'items',
      children: [
        { type: 'text', text: '{question}', properties: { fontWeight: 'bold' } },
        { type: 'text', text: '{answer}' },
      ],
    }),
  },
  {
    name: 'contact_form',
    slots: {
      title: 'Contact',
      items: { count: 2, of: { label: 'Field {n}' } },
      text: 'Message',
      button: 'Send',
    },
    part: {
      type: 'form',
      children: [heading, field, { type: 'textarea', properties: { placeholder: '{text}' } }, button],
    },
  },
  {
    name: 'newsletter',
    slots: { title: 'Newsletter', text: 'Description', label: 'Email', button: 'Subscribe' },
    part: section(
      heading,
      { type: 'text', text: '{text}' },
      { type: 'input', properties: { placeholder: '{label}' } },
      button,
    ),
  },
  {
    name: 'stats',
    slots: { title: '', items: { count: 3, of: { value: 'Value {n}', label: 'Label {n}' } } },
    part: section(heading, {
      type: 'container',
      layout: 'row',
      columns: 4,
      children: [
        {
          type: 'container',
          each: 'items',
          children: [
            { type: 'text', text: '{value}', properties: { fontSize: 24, fontWeight: 'bold' } },
            { type: 'text', text: '{label}' },
          ],
        },
      ],
    }),
  },
  {
    name: 'gallery',
    slots: { title: 'Gallery', items: { count: 6, of: { alt: 'Image {n}' } } },
    part: section(heading, {
      type: 'container',
      layout: 'grid',
      children: [{ type: 'image', each: 'items', properties: { alt: '{alt}' } }],
    }),
  },
  {
    name: 'team',
    slots: { title: 'Team', items: { count: 3, of: { name: 'Name {n}', role: 'Role {n}' } } },
    part: section(
      heading,
      cards('items', { type: 'avatar', properties: { alt: '{name}' } }, name, {
        type: 'text',
        text: '{role}',
      }),
    ),
  },
  {
    name: 'nav',
    slots: { items: { count: 3, of: { text: 'Link {n}' } } },
    part: {
      type: 'nav',
      layout: 'row',
      columns: 12,
      children: [{ type: 'link', each: 'items', text: '{text}' }],
    },
    place: 'start',
  },
  {
    name: 'footer',
    slots: { text: 'Footer text', items: { count: 3, of: { text: 'Link {n}' } } },
    part: {
      type: 'footer',
      children: [
        {
          type: 'container',
          layout: 'row',
          columns: 12,
          children: [{ type: 'link', each: 'items', text: '{text}' }],
        },
        { type: 'text', text: '{text}' },
      ],
    },
    place: 'very-end',
  },
  {
    name: 'announcement',
    slots: { text: 'Announcement', link: '' },
    part: {
      type: 'container',
      layout: 'row',
      children: [
        { type: 'text', text: '{text}' },
        { type: 'link', text: '{link}' },
      ],
    },
    place: 'start',
  },
  {
    name: 'login_form',
    slots: { title: 'Log in', items: { count: 2, of: { label: 'Field {n}' } }, button: 'Log in' },
    part: { type: 'form', children: [heading, field, button] },
  },
]
