import type { Blueprint, Component } from '../../../src/document/blueprint.ts'

type Part = Omit<Component, 'id' | 'type' | 'children'>

function part(id: string, type: string, more: Part = {}, children?: readonly Component[]): Component {
  return { id, type, ...more, ...(children === undefined ? {} : { children }) }
}

function tour(n: number, name: string, price: string, more: readonly Component[] = []): Component {
  return part(`tour_${n}`, 'card', {}, [
    part(`tour_${n}_photo`, 'image', { visual: { alt: `${name} at dawn` } }),
    part(`tour_${n}_name`, 'title', { text: name }),
    ...more,
    part(`tour_${n}_price`, 'price', { text: price, role: 'price' }),
    part(`tour_${n}_book`, 'button', { text: `Book ${name}` }),
  ])
}

/** A page of sections with cards in them. */
export const tours: Blueprint = {
  screen_id: 'tours',
  components: [
    part('top_bar', 'header', {}, [
      part('main_nav', 'nav', { role: 'navigation' }, [
        part('go_tours', 'link', { text: 'Tours' }),
        part('go_guides', 'link', { text: 'Guides' }),
        part('go_dates', 'link', { text: 'Dates' }),
      ]),
      part('sign_in', 'button', { text: 'Sign in' }),
    ]),
    part('opening', 'hero', { role: 'hero' }, [
      part('opening_title', 'title', { text: 'Walk where few people walk', role: 'title' }),
      part('opening_text', 'text', { text: 'Small groups, slow days.' }),
      part('opening_button', 'button', { text: 'See all walks', role: 'cta' }),
    ]),
    part('tours', 'section', {}, [
      part('tours_heading', 'heading', { text: 'This season' }),
      tour(1, 'Coast', '€480', [part('tour_1_badge', 'badge', { text: 'Nearly full' })]),
      tour(2, 'Forest', '€390'),
      tour(3, 'Ridge', '€620'),
    ]),
    part('guides', 'section', {}, [
      part('guides_heading', 'heading', { text: 'Who walks with you' }),
      part('guide_1', 'card', {}, [
        part('guide_1_quote', 'text', { text: 'Rain is only weather.' }),
        part('guide_1_name', 'label', { text: 'Ines Duarte, coast' }),
      ]),
      part('guide_2', 'card', {}, [
        part('guide_2_quote', 'text', { text: 'Bring good socks.' }),
        part('guide_2_name', 'label', { text: 'Tomas Lind, ridge' }),
      ]),
    ]),
    part('news', 'form', { role: 'form' }, [
      part('news_heading', 'heading', { text: 'New dates first' }),
      part('news_mail', 'input', { visual: { placeholder: 'Your mail' } }),
      part('news_button', 'button', { text: 'Join' }),
    ]),
    part('bottom', 'footer', { role: 'footer' }, [
      part('bottom_phone', 'text', { text: '+351 21 555 0143' }),
      part('bottom_terms', 'link', { text: 'Terms' }),
    ]),
  ],
}

/** A screen without containers, with boxes: labels above their fields. */
export const parcel: Blueprint = {
  screen_id: 'parcel',
  meta: { screen: [400, 700] },
  components: [
    part('head', 'title', { text: 'Send a parcel', bbox: [20, 20, 360, 40] }),
    part('street_label', 'label', { text: 'Street', bbox: [20, 80, 170, 20] }),
    part('city_label', 'label', { text: 'City', bbox: [210, 80, 170, 20] }),
    part('street_input', 'input', { visual: { placeholder: 'Name and number' }, bbox: [20, 104, 170, 44] }),
    part('city_input', 'input', { visual: { placeholder: 'Where to' }, bbox: [210, 104, 170, 44] }),
    part('size_small', 'card', { text: 'Small', visual: { price: '$4' }, bbox: [20, 180, 110, 90] }),
    part('size_medium', 'card', { text: 'Medium', visual: { price: '$7' }, bbox: [145, 180, 110, 90] }),
    part('size_large', 'card', { text: 'Large', visual: { price: '$11' }, bbox: [270, 180, 110, 90] }),
    part('pay_button', 'button', { text: 'Pay now', role: 'cta', bbox: [20, 300, 360, 48] }),
    part('later_button', 'button', { text: 'Later', bbox: [20, 360, 170, 48] }),
    part('stop_link', 'link', { text: 'Stop', bbox: [210, 360, 170, 48] }),
    part('tag', 'badge', { text: 'Insured up to $100', bbox: [20, 430, 360, 30] }),
  ],
}

function gauge(n: number, name: string, value: string, x: number, y: number): Component {
  return part(`gauge_${n}`, 'card', { bbox: [x, y, 170, n === 3 ? 140 : 120] }, [
    part(`gauge_${n}_icon`, 'icon', { bbox: [x + 10, y + 12, 24, 24], visual: { icon: name.toLowerCase() } }),
    part(`gauge_${n}_name`, 'title', { text: name, bbox: [x + 44, y + 12, 110, 24] }),
    part(`gauge_${n}_value`, 'text', { text: value, bbox: [x + 10, y + 50, 150, 40] }),
  ])
}

/** Cards in rows, with boxes. */
export const gauges: Blueprint = {
  screen_id: 'gauges',
  meta: { screen: [400, 600] },
  components: [
    part('page_title', 'title', { text: 'The bay today', bbox: [20, 20, 240, 40] }),
    part('settings_link', 'link', { text: 'Settings', bbox: [300, 28, 80, 24] }),
    part('gauges_heading', 'heading', { text: 'Measured at noon', bbox: [20, 80, 360, 30] }),
    gauge(1, 'Rain', '4 mm', 20, 130),
    gauge(2, 'Wind', '12 kn', 210, 130),
    gauge(3, 'Sun', '6 h', 20, 270),
    gauge(4, 'Tide', '1.8 m', 210, 270),
    part('refresh_button', 'button', { text: 'Refresh', bbox: [20, 440, 360, 48] }),
  ],
}
