/** What people call the sections that there are templates for. */
interface TemplateWord {
  readonly template: string
  /** It needs no "section" behind it. */
  readonly isWhole: boolean
}

const rows: readonly (readonly [template: string, isWhole: boolean, words: string])[] = [
  ['faq', true, 'faq|faqs|q&a|frequently asked questions|questions and answers|faq list'],
  ['pricing', true, 'pricing|pricing table|price table|pricing plans|price plans|pricing tiers'],
  ['pricing', false, 'prices|plans'],
  ['testimonials', true, 'testimonials|testimonial|customer quotes|customer testimonials'],
  ['testimonials', false, 'reviews|quotes'],
  ['features', true, 'features|feature|key features|feature list'],
  ['features', false, 'benefits|services'],
  [
    'contact_form',
    true,
    'contact form|contact us form|contact|get in touch form|contact us|feedback form|enquiry form|inquiry form',
  ],
  [
    'newsletter',
    true,
    'newsletter|newsletter signup|newsletter sign-up|newsletter sign up|newsletter signup form|newsletter sign-up form|newsletter form|email signup|email sign-up|email signup form|subscribe form|mailing list signup|signup form for the newsletter|subscription form',
  ],
  ['stats', true, 'stats|statistics|stat|key figures|stats bar|stats row'],
  ['stats', false, 'numbers|figures'],
  ['gallery', true, 'gallery|photo gallery|image gallery|picture gallery'],
  ['team', true, 'team|our team|meet the team|team members'],
  ['nav', false, 'nav|navigation|nav bar|navbar|navigation bar|menu bar|navigation menu|top nav'],
  ['footer', false, 'footer|page footer'],
  ['hero', false, 'hero|hero banner'],
  [
    'announcement',
    true,
    'announcement bar|announcement banner|announcement|promo bar|notification bar|notice bar',
  ],
  ['login_form', true, 'login form|log in form|log-in form|sign in form|sign-in form|signin form|login'],
]

export const templateWords: ReadonlyMap<string, TemplateWord> = new Map(
  rows.flatMap(([template, isWhole, words]) =>
    words.split('|').map((word) => [word, { template, isWhole }] as const),
  ),
)

/** What may stand behind such a word. */
export const sectionNouns: ReadonlySet<string> = new Set(
  'section|sections|area|block|form|bar|strip|part|table|list|grid|wall|banner|band|panel'.split('|'),
)

/** What the items of a template are called. */
export const itemNouns: ReadonlySet<string> = new Set(
  (
    'question|questions|plan|plans|tier|tiers|item|items|card|cards|feature|features|testimonial|testimonials|quote|quotes|' +
    'stat|stats|number|numbers|member|members|people|person|image|images|photo|photos|picture|pictures|link|links|field|fields|' +
    'entry|entries|price|prices|review|reviews|figures|products|options|packages|statistics|inputs|columns|column|rows|row|team members'
  ).split('|'),
)
