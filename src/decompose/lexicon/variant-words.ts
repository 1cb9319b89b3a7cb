import type { Variant } from '../../document/look-table.ts'

/** Words for states and kinds of devices. */
export const variantWords: ReadonlyMap<string, Variant> = new Map(
  (
    [
      ['hover', 'hover|hovering|hovered|hovers|mouseover|mouse over|hovered over|hover over|hovering over'],
      ['focus', 'focus|focused|focussed|keyboard focus|in focus'],
      ['active', 'active|press|pressed|pressing|clicked|click|tapped'],
      ['disabled', 'disabled|inactive|greyed out|grayed out'],
      [
        'mobile',
        'mobile|mobiles|phone|phones|smartphone|smartphones|cell phones|handhelds|small screen|small screens|smaller screens|narrow screens|iphone',
      ],
      ['tablet', 'tablet|tablets|ipad|ipads|medium screens'],
      [
        'desktop',
        'desktop|desktops|computers|laptop|laptops|large screen|large screens|larger screens|wide screens|big screens',
      ],
    ] as const
  ).flatMap(([variant, words]) => words.split('|').map((word) => [word, variant] as const)),
)

/** What may stand before them: "on hover", "for the mobile view". */
export const variantLeads: ReadonlySet<string> = new Set(
  'on|in|for|at|when|while|during|upon|only on|only for|whenever|if'.split('|'),
)

/** What may stand behind them: "hover state", "mobile devices". */
export const variantNouns: ReadonlySet<string> = new Set(
  'state|states|view|views|device|devices|screen|screens|version|versions|layout|size|sizes|viewport|viewports|width|widths|breakpoint|breakpoints|effect|effects|style|styles|look|looks|styling|only|users|mode'.split(
    '|',
  ),
)

/** Each word of them by itself. */
export const variantNames: ReadonlySet<string> = new Set(
  [...variantWords.keys()].flatMap((words) => words.split(' ')),
)
