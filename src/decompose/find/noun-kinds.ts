/** What people call a component; which classes of components that fits is in kind-weights.ts. */
export type NounKind =
  | 'text'
  | 'icon'
  | 'image'
  | 'button'
  | 'input'
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'option'
  | 'box'
  | 'arrow'
  | 'logo'

/** Nouns for kinds, singular; a phrase of several words is one noun. */
const nouns: Readonly<Record<NounKind, string>> = {
  text: 'text|word|letter|alphabet|number|digit|sentence|paragraph|heading|headline|label|title|caption|link|description|date|line of text|hyperlink|subtitle|name',
  icon: 'icon|symbol|sign|glyph|mark|dot|icon button|icon option|indicator|page indicator|option icon|button icon|emoji|emoticon|star|heart',
  image:
    'image|picture|photo|pic|photograph|img|thumbnail|avatar|frame|poster|flag|wallpaper|cover|video|illustration|profile picture|profile image|profile photo|profile pic|banner|image option|image card|card|tile|album|news pic',
  button:
    'button|btn|cta|key|button option|drop down button|dropdown button|text button|dropdown|drop down|arrow head button|arrow button|switch button option',
  input:
    'input|input field|text field|textfield|text box|textbox|field|edit text|text area|textarea|search bar|search box|search field|message box|comment box|text input|input box|entry field|typing box|form field|dialog box|comment field|comment text field|time field',
  checkbox:
    'checkbox|check box|tick box|tickbox|check mark box|square box|checkmark box|check option|selection box',
  radio: 'radio|radio button|choice|radio option|circle button|round button|radio box',
  switch: 'switch|toggle|toggle button|switch button|toggle switch|slider|on off button',
  option:
    'option|item|tab|menu item|menu option|entry|link option|choice option|text option|section|category',
  box: 'box|block|area|container|panel|field box',
  arrow: 'arrow|arrow symbol|arrow icon|arrow head|arrow mark|arrowhead|arrow sign|arrow option',
  logo: 'logo|logo image|brand|logo icon|app icon',
}

const kinds = new Map<string, NounKind>()
for (const kind of Object.keys(nouns) as NounKind[]) {
  for (const noun of nouns[kind].split('|')) kinds.set(noun, kind)
}

/** The kind that a noun stands for, in the singular and lower case. */
export function kindOf(noun: string): NounKind | undefined {
  return kinds.get(noun)
}

/** Nouns that may be a component's own words too: the "star icon", the "card button". Others say only what kind it is. */
const NAMING: ReadonlySet<string> = new Set(
  'star|heart|dot|flag|video|emoji|emoticon|title|label|name|date|number|link|key|card|banner|cover|album|wallpaper|avatar|logo|switch|toggle|slider|arrow|tab|category|section|brand|profile picture|profile image|profile photo|profile pic|message box|search bar|search box|search field|comment box|comment field|comment text field|time field|indicator|page indicator|caption|description|heading|subtitle|poster|dropdown|radio|checkbox|tile|menu item|cta|mark|choice|headline|time|area|thumbnail'.split(
    '|',
  ),
)

export function isNaming(noun: string): boolean {
  return NAMING.has(noun)
}

export function nounEntries(): IterableIterator<string> {
  return kinds.keys()
}
