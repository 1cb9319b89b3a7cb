import type { Blueprint, Component } from '../../src/index.ts'

function plan(name: string, text: string, fee: string): Component {
  return {
    id: `${name}_plan`,
    type: 'card',
    text: `${text} plan`,
    visual: { bg_color: '#D8E8FF' },
    children: [
      { id: `${name}_name`, type: 'label', text },
      { id: `${name}_fee`, type: 'text', role: 'price', text: fee },
      { id: `${name}_pick`, type: 'button', text: 'Pick', visual: { bg_color: '#404040' } },
    ],
  }
}

/** An invitation without boxes: two plans with equal parts, a list, a form. */
export function partyScreen(): Blueprint {
  return {
    screen_id: 'party',
    components: [
      { id: 'header', type: 'header', text: 'Garden party', visual: { bg_color: '#222222' } },
      {
        id: 'cover',
        type: 'image',
        role: 'hero',
        visual: { image_url: 'https://pics.example/c.jpg', width: 400, height: 200, shadow: 'sm' },
      },
      { id: 'title', type: 'title', text: 'You are invited', visual: { font_size: 32 } },
      { id: 'date', type: 'text', text: 'Friday at six', visual: { font_size: 18, text_color: '#333333' } },
      {
        id: 'menu',
        type: 'list',
        children: [
          { id: 'course_1', type: 'list_item', text: 'Soup' },
          { id: 'course_2', type: 'list_item', text: 'Pasta' },
          { id: 'course_3', type: 'list_item', text: 'Ice cream' },
        ],
      },
      plan('basic', 'Basic', '$10'),
      plan('gold', 'Gold', '$25'),
      {
        id: 'reply',
        type: 'form',
        children: [
          { id: 'name_field', type: 'input', visual: { placeholder: 'First name', border_width: 1 } },
          {
            id: 'send',
            type: 'button',
            role: 'cta',
            text: 'Send reply',
            visual: { bg_color: '#7C3AED', width: 200, height: 48, font_size: 16 },
          },
        ],
      },
      { id: 'decline', type: 'link', text: 'I cannot come', visual: { href: '/no' } },
      { id: 'contact', type: 'text', text: 'Questions? Call Ann' },
      { id: 'footer', type: 'footer', text: 'With love', visual: { bg_color: '#111111' } },
    ],
  }
}
