import { properties, tokens } from '../../document/native-table.ts'
import type { PropertyName, TokenName } from '../../document/native-table.ts'
import type { Entry } from './entry.ts'
import { sideProperties } from './side-properties.ts'

/** Names of properties and of theme tokens. */
export const propertyNames: readonly Entry[] = [
  [
    'background|background color|background colour|bg|bg color|bg colour|backgrounds|background colors|backdrop|backgound color|fill|fill color|bgcolor|background-color|back color|back colour|bg-color',
    { property: 'background' },
  ],
  [
    'text color|text colour|font color|font colour|text colors|color of the text|colour of the text|color of text|text-color|font-color|letter color|foreground|foreground color|fonts color|text colours|label color|label colour|color of the font|colour of the font',
    { property: 'textColor' },
  ],
  ['color|colour|colors|colours|shade|hue', { property: 'color' }],
  [
    'border color|border colour|border-color|outline color|outline colour|color of the border|colour of the border|stroke color|border colors|frame color',
    { property: 'borderColor' },
  ],
  [
    'border width|border thickness|border size|border-width|outline width|stroke width|thickness of the border|width of the border',
    { property: 'borderWidth' },
  ],
  ['border style|border-style|outline style', { property: 'borderStyle' }],
  ['border|borders|outline|outlines|stroke|frame', { property: 'border' }],
  [
    'border radius|corner radius|corners|rounding|roundness|corner rounding|border-radius|corner|radius|corner radii|rounded corner|roundedness|curvature',
    { property: 'borderRadius' },
  ],
  [
    'gradient|gradients|color gradient|colour gradient|gradient background|background gradient|linear gradient|linear-gradient|bg gradient',
    { property: 'gradient' },
  ],
  [
    'font size|text size|font-size|fontsize|size of the text|size of the font|size of text|letter size|type size|fonts size|font sizes|text sizes|lettering size|size of the letters',
    { property: 'fontSize' },
  ],
  ['font weight|text weight|font-weight|weight|boldness', { property: 'fontWeight' }],
  ['font style|font-style|text style', { property: 'fontStyle' }],
  ['font family|font-family|typeface|font face|fontface|font name', { property: 'fontFamily' }],
  ['font|fonts', { property: 'font' }],
  ['line height|line-height|line spacing|leading|lineheight', { property: 'lineHeight' }],
  [
    'letter spacing|letter-spacing|tracking|character spacing|kerning|space between letters|spacing between letters',
    { property: 'letterSpacing' },
  ],
  ['text alignment|text align|text-align|alignment of the text', { property: 'textAlign' }],
  ['alignment', { property: 'align' }],
  ['text decoration|text-decoration|decoration', { property: 'textDecoration' }],
  ['underline|underlining|underlines', { property: 'textDecoration' }],
  ['text transform|text-transform|letter case|case|capitalization', { property: 'textTransform' }],
  [
    'padding|paddings|inner spacing|inside spacing|inner space|internal spacing|inner padding|breathing room|space inside|inner margin',
    { property: 'padding' },
  ],
  [
    'margin|margins|outer spacing|outside spacing|outer space|outer margin|space around|space outside|spacing around',
    { property: 'margin' },
  ],
  ['gap|gaps', { property: 'gap' }],
  [
    'space between|spacing between|gap between|gaps between|distance between|room between|space in between|spaces between',
    { property: 'between' },
  ],
  ['spacing|space|whitespace|white space', { property: 'spacing' }],
  ['opacity|transparency|alpha', { property: 'opacity' }],
  [
    'shadow|shadows|drop shadow|drop-shadow|box shadow|dropshadow|drop shadows|elevation|shadowing',
    { property: 'shadow' },
  ],
  ['width|widths|w', { property: 'width' }],
  ['height|heights|h', { property: 'height' }],
  ['size|sizes|scale', { property: 'size' }],
  ['dimensions|dimension', { property: 'dimensions' }],
  ['x|x position|left position|x coordinate|horizontal position', { property: 'x' }],
  ['y|y position|top position|y coordinate|vertical position', { property: 'y' }],
  ['position|positions|place|places|spot|order', { property: 'position' }],
  ['visibility', { property: 'hidden' }],
  [
    'text|lettering|letters|writing|what is written|what it says|what is said|what stands|label|title|caption|content|wording|copy|words|heading|name|texts|labels|titles|headline|message|contents|headings|lettering text|subtitle|description|text content|wordings',
    { property: 'text' },
  ],
  [
    'placeholder|placeholder text|hint|hint text|placeholders|prompt text|ghost text',
    { property: 'placeholder' },
  ],
  ['price|price tag|cost|prices', { property: 'price' }],
  [
    'alt|alt text|alternative text|alt-text|image description|alt attribute|alts|accessibility text',
    { property: 'alt' },
  ],
  [
    'link|url|href|link target|target|address|hyperlink|destination|links|link url|web address',
    { property: 'href' },
  ],
  [
    'image|picture|photo|image url|image source|src|source|image link|picture url|photo url|images|image address',
    { property: 'imageUrl' },
  ],
  ['icon|icon name', { property: 'icon' }],
  [
    'primary color|primary colour|main color|main colour|brand color|brand colour|primary|theme color|theme colour|primary theme color|primary brand color|primary-color|main brand color',
    { token: 'primaryColor' },
  ],
  [
    'accent color|accent colour|accent|secondary color|secondary colour|highlight color|highlight colour|accent-color',
    { token: 'accentColor' },
  ],
  [
    'base spacing|basic spacing|base space|default spacing|overall spacing|global spacing|spacing of the theme|general spacing|spacing scale|base-spacing|theme spacing|spacing unit|spacing token',
    { token: 'baseSpacing' },
  ],
  [
    'corner radius of the theme|theme corner radius|default corner radius|base corner radius|base border radius|default border radius|global corner radius|global border radius|theme border radius|border radius of the theme|theme radius|base radius|default radius|overall corner radius|corner radius token|border radius token|corner rounding of the theme|rounding of the theme|theme corners|corners of the theme|theme rounding',
    { token: 'cornerRadius' },
  ],
  ['cta height|call to action height|cta-height', { token: 'ctaHeight' }],
  ['vertical alignment|vertical align', { property: 'verticalAlign' }],
  ['placeholder color|placeholder colour', { property: 'placeholderColor' }],
  ...sideProperties,
]

/** Properties that have a name in sentences. */
const spoken: ReadonlySet<string> = new Set(propertyNames.flatMap(([, { property }]) => property ?? []))

/** The document's own keys, as programs write them: taken from the table, so that they need not be known here. */
export const keyNames: readonly Entry[] = [
  ...Object.entries(tokens).flatMap(([name, { key }]): Entry[] => [
    [`tokens.${key}`, { token: name as TokenName }],
    ...(key in keysOfProperties() ? [] : [[key, { token: name as TokenName }] satisfies Entry]),
  ]),
  ...Object.entries(properties)
    .filter(([name, { key }]) => key.includes('_') && spoken.has(name))
    .map(([name, { key }]): Entry => [key, { property: name as PropertyName }]),
]

function keysOfProperties(): Readonly<Record<string, true>> {
  return Object.fromEntries(Object.values(properties).map(({ key }) => [key, true]))
}
