import type { Blueprint, Component } from '../../../src/document/blueprint.ts'

function says(id: string, type: string, text: string): Component {
  return { id, type, text }
}

function exhibition(n: number, name: string, about: string): Component {
  return {
    id: `show_${n}`,
    type: 'card',
    children: [
      says(`show_${n}_name`, 'title', name),
      says(`show_${n}_about`, 'description', about),
      says(`show_${n}_book`, 'button', 'Book tickets'),
    ],
  }
}

/** A page: long names, alternatives, placeholders, all shapes of text. */
export const museum: Blueprint = {
  components: [
    says('nav_visit', 'link', 'Visit'),
    says('nav_shows', 'link', 'Exhibitions'),
    says('nav_shop', 'link', 'Shop'),
    says('login', 'button', 'Log in'),
    says('week_title', 'title', 'What’s on this week?'),
    says('late', 'subtitle', 'Open late on Thursdays'),
    { id: 'hall_photo', type: 'image', visual: { alt: 'Stairs in the main hall' } },
    exhibition(1, 'Light & Shadow', 'Photographs by Ines Okoro'),
    exhibition(2, 'Deep Sea', 'Giants of the ocean floor. Not for the faint-hearted!'),
    exhibition(3, 'Clay', 'Pots, tiles and figures'),
    says('entry', 'text', '€14.50'),
    says('hours', 'text', 'Tue–Sun 10:00–18:00'),
    says('phone', 'text', '+44 20 7946 0018'),
    says('mail', 'link', 'hello@lantern.example'),
    { id: 'mail_input', type: 'input', visual: { placeholder: 'Your email address' } },
    says('join', 'button', 'Sign up'),
    says('legal', 'text', '© 2026 Lantern Museum'),
  ],
}

/** An app whose texts are words of the language, with ids in capitals. */
export const gym: Blueprint = {
  components: [
    says('homeTab', 'tab', 'Home'),
    says('moveTab', 'tab', 'Move'),
    says('backButton', 'button', 'Back'),
    says('whereNext', 'heading', 'Where next?'),
    says('showAll', 'link', 'Show all'),
    says('addCard', 'button', 'Add card'),
    says('boldOption', 'chip', 'Bold'),
    says('tenOption', 'chip', '10'),
    says('dropIn', 'button', 'Drop in'),
    says('kettlebell', 'list_item', 'Kettlebell 16 kg'),
    says('hiit30', 'list_item', 'HIIT 30'),
    says('coach', 'text', 'Coach: Noor Haddad'),
    says('score', 'badge', '4.8'),
    says('cancel', 'link', 'Cancel'),
    says('cancelMembership', 'link', 'Cancel membership'),
    says('save_1', 'button', 'Save'),
    says('save_2', 'button', 'Save'),
    says('large', 'chip', 'Large'),
  ],
}

const TERMS =
  'We move your money on the day that you choose, and if that day is a holiday we move it on the next one instead.'

/** Money, numbers, and a text that is longer than what names are known by. */
export const bank: Blueprint = {
  components: [
    says('account_name', 'heading', 'Current account'),
    says('card_digits', 'text', '•••• 7731'),
    says('balance', 'text', '£1,204.56'),
    says('send_button', 'button', 'Send'),
    says('request_button', 'button', 'Request'),
    says('scan_button', 'button', 'Scan'),
    says('pot_1', 'card', 'Holiday 2027'),
    says('pot_2', 'card', 'New bike'),
    says('period', 'select', 'Last 30 days'),
    says('address', 'text', '12A Harbour Road'),
    says('row_1', 'list_item', 'Rent'),
    says('row_2', 'list_item', 'Groceries'),
    says('row_3', 'list_item', 'Mr. Adebayo'),
    says('all_link', 'link', 'See all'),
    says('terms', 'checkbox', TERMS),
    { id: 'search_field', type: 'input', visual: { placeholder: 'Search payments' } },
    { id: 'chart', type: 'chart', visual: { alt: 'Spending by week' } },
  ],
}
