import type { Blueprint, Component } from '../../src/index.ts'

/** A screen with something for every way of referring: rows and columns, several of a type, colours, one that is hidden. */
export function shopScreen(): Blueprint {
  return {
    screen_id: 'shop',
    tokens: { primary_color: '#2563EB', accent_color: '#F59E0B', base_spacing: 8, border_radius: '8px' },
    components: [
      {
        id: 'top_bar',
        type: 'header',
        bbox: [0, 0, 400, 60],
        visual: { bg_color: '#1E293B' },
        children: [
          { id: 'logo', type: 'image', bbox: [16, 12, 80, 36], visual: { alt: 'Acme logo' } },
          {
            id: 'cart_link',
            type: 'link',
            text: 'Cart',
            bbox: [330, 18, 54, 24],
            visual: { text_color: '#FFFFFF' },
          },
        ],
      },
      {
        id: 'page_title',
        type: 'title',
        text: 'Summer sale',
        bbox: [16, 76, 240, 36],
        visual: { font_size: 28, text_color: '#0F172A' },
      },
      { id: 'intro', type: 'text', text: 'Everything must go', bbox: [16, 124, 368, 24] },
      card(1, 'Red shoes', '$49', '#DC2626', 164),
      card(2, 'Blue shirt', '$25', '#2563EB', 284),
      card(3, 'Green hat', '$15', '#16A34A', 404),
      {
        id: 'order_form',
        type: 'form',
        bbox: [16, 540, 368, 220],
        visual: { padding: 12 },
        children: [
          { id: 'mail_label', type: 'label', text: 'E-mail', bbox: [28, 552, 100, 20], for: 'mail_field' },
          {
            id: 'mail_field',
            type: 'input',
            bbox: [28, 576, 344, 48],
            visual: { placeholder: 'you@example.com' },
          },
          { id: 'terms_box', type: 'checkbox', text: 'I agree', bbox: [28, 636, 344, 24] },
          {
            id: 'cancel_button',
            type: 'button',
            text: 'Cancel',
            bbox: [28, 676, 160, 48],
            visual: { border_width: 1 },
          },
          {
            id: 'order_button',
            type: 'button',
            role: 'cta',
            text: 'Buy now',
            bbox: [212, 676, 160, 48],
            visual: { bg_color: '#2563EB', text_color: '#FFFFFF', font_weight: 'bold' },
          },
        ],
      },
      { id: 'promo', type: 'badge', text: 'New', bbox: [300, 776, 84, 24], visual: { hidden: true } },
      { id: 'rule', type: 'divider', bbox: [16, 816, 368, 2] },
      {
        id: 'page_footer',
        type: 'footer',
        bbox: [0, 834, 400, 60],
        visual: { bg_color: '#1E293B' },
        children: [
          {
            id: 'help_link',
            type: 'link',
            text: 'Help',
            bbox: [16, 852, 60, 24],
            visual: { text_color: '#FFFFFF' },
          },
          {
            id: 'about_link',
            type: 'link',
            text: 'About us',
            bbox: [96, 852, 80, 24],
            visual: { text_color: '#FFFFFF' },
          },
        ],
      },
    ],
    meta: { screen: [400, 900] },
  }
}

/** The third card has no picture. */
function card(n: number, name: string, price: string, color: string, y: number): Component {
  const picture: Component = {
    id: `picture_${n}`,
    type: 'image',
    bbox: [28, y + 12, 80, 80],
    visual: { alt: name },
  }
  return {
    id: `card_${n}`,
    type: 'product_card',
    bbox: [16, y, 368, 104],
    visual: { bg_color: '#F8FAFC', border_radius: 8, border_color: color },
    children: [
      ...(n === 3 ? [] : [picture]),
      {
        id: `name_${n}`,
        type: 'heading',
        text: name,
        bbox: [124, y + 12, 140, 28],
        visual: { text_color: color, font_size: 18 },
      },
      { id: `price_${n}`, type: 'text', role: 'price', text: price, bbox: [124, y + 48, 60, 24] },
      {
        id: `add_${n}`,
        type: 'button',
        text: 'Add',
        bbox: [280, y + 28, 92, 48],
        visual: { bg_color: color },
      },
    ],
  }
}
