import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint } from '../../../src/index.ts'
import { gauges, parcel, tours } from './screens.ts'

const engine = createEngine()

/** What a command takes for the phrase: the ids it acts on, or those it asks about. */
function taken(screen: Blueprint, phrase: string): { status: string; ids: string[] } {
  const { status, steps, issues } = engine.plan(screen, `make ${phrase} bold`)
  const ids =
    status === 'applied'
      ? steps.flatMap(({ targets }) => targets.map(({ id }) => id))
      : issues.flatMap(({ candidates }) => candidates ?? [])
  return { status, ids: [...new Set(ids)].sort() }
}

const PHRASES: readonly (readonly [name: string, screen: Blueprint, phrases: string])[] = [
  [
    'sections with cards',
    tours,
    `the title|the hero|the footer|the header|the nav|the form|the heading of the form|all headings|every card|the cards|the first card
    the second card|the last card|the third card|the 2nd card|cards|all buttons|the first button|the last button|every link|all links
    the first link|the last link|the badge|the input|the field|the price|all prices|the first price|the second price|every price
    the sign in button|Sign in|the Sign in button|the join button|"Join"|the See all walks button|"Sign in"|the Forest title|Forest|Ridge|Coast
    the Forest card|the Coast card|the Ridge card|the Coast price|the Ridge price|the Forest button|the Book Forest button|Book Ridge|the Coast badge
    the Nearly full badge|Nearly full|the Guides link|the Dates link|Guides|Dates|#tour_2|#news_mail|#tour_3_name|tour_1|tour 2
    news heading|the news heading|the tours heading|the guides heading|This season|Who walks with you|New dates first|Ines Duarte|Tomas Lind
    the text in the hero|the button in the hero|the button in the footer|the link in the footer|the text in the footer|the button in the header
    the button in the form|the input in the form|the title in the first card|the title of the second card|the label in the last card
    the price of the third card|the button in the first card|the buttons in the cards|the titles in the cards|the images in the cards
    the image in the second card|all images|the first image|the last image|every image|the sections|the first section|the last section
    the second section|the guides section|the tours section|all texts in the hero|the first two cards|the last two cards|both cards in the guides section
    the card with a badge|the card without a badge|the cards without a badge|all cards except the first|all cards except the last
    all headings except the first|the cta|the call to action|Terms|the Terms link|the phone text|the opening title|the opening text
    the opening button|the opening|top bar|the main nav|the sign in|the mail field|the news button|the text that says "Bring good socks."
    the button that says "Join"|"Bring good socks."|"Terms"|the label in the last card|all labels|every label|the first label|the last label
    the odd cards|the even cards|the walrus|the second footer|the harbour card|the table|the ninth card|the video|Harbour`,
  ],
  [
    'a flat form',
    parcel,
    `the title|all labels|the first label|the last label|the inputs|the first input|the second input|both inputs|all cards|the first card|the last card
    the second card|the Small card|the Medium card|the Large card|Small|Medium|Large|Street|City|the Street label|the City label
    the Street field|the City field|the Pay now button|Pay now|the Later button|Later|the Stop link|Stop|the link|the badge|the cta
    the buttons|all buttons|the first button|the last button|#tag|#city_input|size large|the input below Street|the input below City
    the button left of Stop|the link next to Later|the button below Pay now|the button above Later|the badge below Later|the card left of Medium|the card right of Medium
    the leftmost card|the rightmost card|the middle card|the card between Small and Large|the label above the first input|the label above the second input
    the biggest button|the widest button|the smallest button|the topmost label|Send a parcel|"Pay now"|the button that says "Later"
    the cards below the inputs|the first two cards|the last two cards|all cards except Medium|the walrus|the fifth card|the image`,
  ],
  [
    'rows of boxes',
    gauges,
    `the title|the heading|every card|the first card|the second card|the last card|the fourth card|the Rain card|the Wind card|the Sun card|the Tide card|Rain|Wind
    the card left of Wind|the card right of Rain|the card below Rain|the card above Tide|the card below Wind|the first row|the cards in the first row|the cards in the second row
    the value in the Rain card|the value in the Tide card|the icon in the Sun card|all icons|the icon left of Rain|every icon|the first icon|the last icon
    the top right card|the bottom left card|the bottom right card|the top left card|the button at the bottom|the button below the cards|Refresh|the Refresh button|the button
    the link at the top|Settings|the Settings link|the texts in the second card|the first text|the last text|all cards except Rain|all cards except the first
    the biggest card|the smallest card|the walrus|the seventh card`,
  ],
]

describe.each(PHRASES)('run and find agree: %s', (_name, screen, phrases) => {
  it.each(phrases.split(/\s*[|\n]\s*/))('%s', (phrase) => {
    const { status, ids } = taken(screen, phrase)
    const found = engine.find(screen, phrase).map(({ id }) => id)
    if (status === 'applied') expect(found.slice(0, ids.length).sort()).toEqual(ids)
    else if (status === 'clarify') expect([...ids].filter((id) => !found.includes(id))).toEqual([])
  })
})

it('is asked 200 phrases', () => {
  expect(PHRASES.flatMap(([, , phrases]) => phrases.split(/\s*[|\n]\s*/)).length).toBeGreaterThanOrEqual(200)
})
