import type { Entry } from './entry.ts'

const TEXT_LIKE = [
  'text',
  'title',
  'subtitle',
  'heading',
  'description',
  'label',
  'link',
  'list_item',
  'price',
] as const

/**
 * Nouns for types, singular and plural side by side. A tier is tried only where the tiers before it find nothing: "field"
 * is an input first, and a text area or select where there is no input.
 */
export const nouns: readonly Entry[] = [
  ...noun('button', 'buttons', [['button', 'cta'], ['link']]),
  ...noun('btn', 'btns', [['button', 'cta']]),
  ...noun('cta|call to action|call-to-action', 'ctas|calls to action', [['cta'], ['button']], 'cta'),
  ...noun('header', 'headers', [['header']]),
  ...noun('top bar|topbar|app bar|appbar|toolbar|title bar', 'top bars', [['header', 'toolbar', 'app_bar']]),
  ...noun('title', 'titles', [['title'], ['heading']], 'title'),
  ...noun('subtitle|sub title|subheading|sub heading|tagline|subheader', 'subtitles|subheadings', [
    ['subtitle'],
    ['description', 'heading'],
  ]),
  ...noun('heading|headline', 'headings|headlines', [['heading'], ['title', 'subtitle']]),
  // The largest letters of a page, as designers call it.
  [
    'h1',
    { types: [['title', 'heading', 'hero_title', 'headline']], superlative: { by: 'fontSize', most: 1 } },
  ],
  ...noun('h2', 'h2s', [['heading'], ['subtitle']]),
  ...noun('description|blurb', 'descriptions', [['description'], ['text', 'subtitle']]),
  ...noun('body copy|body text', 'bodies of text', [['text', 'paragraph', 'description']]),
  ...noun('paragraph', 'paragraphs', [['text', 'paragraph', 'description']]),
  ...noun('text', 'texts', [['text'], ['description', 'title', 'subtitle', 'heading', 'label', 'paragraph']]),
  ...noun(
    'text component|text element|text item|text block|piece of text',
    'text components|text elements|text items|text blocks|pieces of text',
    [TEXT_LIKE],
  ),
  ...noun('label|caption', 'labels|captions', [['label', 'caption'], ['text']]),
  ...noun('link|hyperlink', 'links|hyperlinks', [['link']]),
  ...noun('image|img', 'images|imgs', [['image'], ['icon', 'avatar']]),
  ...noun(
    'picture|photo|pic|photograph|illustration|graphic',
    'pictures|photos|pics|photographs|illustrations',
    [
      ['image', 'picture', 'photo'],
      // An icon is deleted for no photo.
      ['avatar'],
    ],
  ),
  ...noun('icon|symbol|glyph', 'icons|symbols', [['icon'], ['image', 'button']]),
  ...noun('product card', 'product cards', [['product_card']]),
  ...noun('card|tile', 'cards|tiles', [
    ['card', 'product_card', 'tile'],
    ['container', 'list_item'],
  ]),
  ...noun('container|wrapper', 'containers', [['container'], ['section', 'card']]),
  ...noun('box', 'boxes', [
    ['box', 'container', 'card', 'product_card'],
    ['input', 'textarea', 'checkbox', 'section'],
  ]),
  ...noun('panel', 'panels', [['panel', 'card', 'container', 'section']]),
  ...noun('section|area|region', 'sections|areas|regions', [
    ['section'],
    ['container', 'hero', 'form', 'footer', 'header', 'nav', 'list', 'card'],
  ]),
  ...noun('hero|hero section|hero banner', 'heroes', [['hero'], ['section', 'container']], 'hero'),
  ...noun('banner', 'banners', [
    ['banner'],
    // A hero is called one, but a banner is deleted for no hero.
    ['hero'],
    ['container', 'section', 'header', 'image'],
  ]),
  ...noun('footer|page footer', 'footers', [['footer']], 'footer'),
  ...noun(
    'nav|navigation|nav bar|navbar|navigation bar|navigation menu',
    'navs',
    [['nav', 'navigation', 'navbar'], ['tabs']],
    'navigation',
  ),
  ...noun('menu', 'menus', [
    ['menu', 'nav'],
    ['list', 'select', 'tabs'],
  ]),
  ...noun('list', 'lists', [['list']]),
  ...noun('list item|list entry', 'list items|list entries', [['list_item']]),
  ...noun('item|entry', 'items|entries', [
    ['list_item', 'item'],
    ['card', 'product_card'],
    ['link', 'tab'],
  ]),
  ...noun('row', 'rows', [['row', 'table_row'], ['list_item']]),
  ...noun('form', 'forms', [['form']], 'form'),
  ...noun(
    'input|input field|text field|textfield|input box|text input',
    'inputs|input fields|text fields|textfields|input boxes|text inputs',
    [['input'], ['textarea', 'search', 'select']],
  ),
  ...noun('field|form field', 'fields|form fields', [
    ['input', 'field'],
    ['textarea', 'search', 'select'],
  ]),
  ...noun('text box|textbox', 'text boxes|textboxes', [['input', 'textarea', 'textbox'], ['text']]),
  ...noun('textarea|text area|multiline field', 'textareas|text areas', [['textarea'], ['input']]),
  ...noun('checkbox|check box|tick box|tickbox', 'checkboxes|check boxes|tick boxes', [['checkbox']]),
  ...noun('radio|radio button|radio option', 'radios|radio buttons|radio options', [['radio']]),
  ...noun('switch|toggle|toggle switch', 'switches|toggles', [['switch', 'toggle'], ['checkbox']]),
  ...noun(
    'select|dropdown|drop-down|drop down|select box|select field|picker|combobox|selector',
    'selects|dropdowns|drop-downs|drop downs|select boxes|select fields|pickers',
    [['select', 'dropdown'], ['input']],
  ),
  ...noun('option', 'options', [
    ['option', 'radio'],
    ['checkbox', 'list_item'],
  ]),
  ...noun('divider|separator|dividing line|horizontal line|horizontal rule', 'dividers|separators', [
    ['divider', 'separator'],
  ]),
  ...noun('line', 'lines', [
    ['divider', 'separator'],
    // "the title and both lines" under it.
    ['text', 'description', 'list_item'],
  ]),
  ...noun('rule', 'rules', [['divider', 'separator']]),
  ...noun('badge|pill badge', 'badges', [['badge', 'chip', 'tag']]),
  ...noun('chip', 'chips', [['chip', 'badge', 'tag']]),
  ...noun('tag', 'tags', [['tag', 'badge', 'chip']]),
  ...noun('avatar|profile picture|profile photo|profile image|profile pic', 'avatars|profile pictures', [
    ['avatar'],
    ['image', 'icon'],
  ]),
  ...noun('table|grid', 'tables|grids', [['table', 'grid'], ['list']]),
  ...noun('modal|dialog|dialogue|popup|pop up|pop-up', 'modals|dialogs|popups', [['modal', 'dialog']]),
  ...noun('tabs|tab bar|tabbar|tab strip', 'tab bars', [['tabs', 'tab_bar'], ['nav']]),
  ...noun('tab', '', [['tab'], ['tabs']]),
  ...noun(
    'search|search bar|search field|search box|search input|searchbar',
    'search bars|search fields|search boxes',
    [['search']],
  ),
  ...noun('carousel|slider|slideshow|slide show', 'carousels|sliders', [['carousel', 'slider']]),
  ...noun('video|video player|movie|clip', 'videos|movies', [['video']]),
  ...noun('map', 'maps', [['map']]),
  ...noun('chart|graph|plot|diagram', 'charts|graphs', [['chart', 'graph']]),
  ...noun('bar', 'bars', [['bar', 'search', 'nav', 'header', 'progress', 'toolbar']]),
  ...noun('price|price tag|price label', 'prices', [['price'], ['text', 'label']], 'price'),
  // Another picture is no logo.
  ...noun('logo', 'logos', [['logo']]),
  ...noun('product', 'products', [['product_card', 'product']]),
  // A form's labels are no names of it.
  ...noun('name', 'names', [['name'], ['title'], ['heading'], ['subtitle', 'text']]),
  ...noun('message|note', 'messages|notes', [
    ['message', 'note'],
    ['text', 'description'],
  ]),
  ...noun('quote', 'quotes', [['quote'], ['text', 'description']]),
  ...noun('sidebar|side bar', 'sidebars', [['sidebar', 'side_bar'], ['nav']]),
  ...noun('rating|rating stars', 'ratings', [['rating']]),
  ...noun('progress bar', 'progress bars', [['progress', 'progress_bar', 'progress']]),
  ['element|component|thing|widget|block|piece|part|bit|object|control|ui element', { generic: true }],
  [
    'elements|components|things|widgets|blocks|pieces|parts|objects|controls|everything|ui elements',
    { generic: true, plural: true },
  ],
  ['all text|all the text|all texts', { types: [TEXT_LIKE], plural: true, quantity: 'all' }],
]

function noun(
  singular: string,
  plural: string,
  types: readonly (readonly string[])[],
  role?: string,
): Entry[] {
  const senses = { types, ...(role === undefined ? {} : { role }) }
  const entries: Entry[] = [[singular, senses]]
  if (plural !== '') entries.push([plural, { ...senses, plural: true }])
  return entries
}
