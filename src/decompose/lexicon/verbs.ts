import type { Entry } from './entry.ts'

const DOUBLED: ReadonlySet<string> = new Set(['swap', 'drop', 'trim', 'wrap', 'strip'])

/** Imperatives. */
export const imperatives: readonly Entry[] = [
  ['make|fill|turn|render|paint|get|keep|let|have|color|colour|tint|dye|convert|style', { verb: 'make' }],
  ['set|change|update|edit|modify|adjust|alter|configure|fix|assign', { verb: 'set' }],
  ['switch', { verb: 'set' }],
  ['give|apply|use', { verb: 'give' }],
  [
    'increase|raise|bump|bump up|boost|grow|enlarge|scale up|size up|blow up|turn up|expand|upsize|magnify|crank up|up the|enhance|extend|increment',
    { verb: 'increase' },
  ],
  [
    'decrease|reduce|lower|shrink|lessen|cut|diminish|scale down|size down|turn down|downsize|minimize|minimise|compress|bring down|tone down|drop down|trim',
    { verb: 'decrease' },
  ],
  ['scale|resize|double|triple|halve|quadruple', { verb: 'set' }],
  [
    'move|shift|push|pull|drag|slide|nudge|bring|send|relocate|reposition|position|transfer|bump it|scoot|carry',
    { verb: 'move' },
  ],
  ['put|place|stick|set down|drop in', { verb: 'put' }],
  [
    'align|justify|left align|right align|center align|centre align|left-align|right-align|center-align|centre-align|float|line up',
    { verb: 'align' },
  ],
  ['center|centre|centralize|centralise', { verb: 'align' }],
  [
    'in the wrong order|the wrong way round|the wrong way around|the wrong way|the other way round|the other way around|other way round|change places|changes places|trade places|swap places|switch places|in reverse order|in wrong order|swap|exchange|interchange|trade|flip|switch around|swap around|swap out',
    { verb: 'swap' },
  ],
  ['add|insert|create|append|include|introduce|new|throw in|drop in|attach', { verb: 'add' }],
  [
    'delete|remove|erase|get rid of|take out|take away|take off|discard|drop|eliminate|kill|trash|clear|ditch|cut out|strip|lose|scrap|throw out|throw away|rid of|delete out',
    { verb: 'delete' },
  ],
  [
    'duplicate|copy|clone|repeat|replicate|dupe|make a copy of|make copies of|make another copy of|make a duplicate of|create a copy of',
    { verb: 'duplicate' },
  ],
  [
    'hide|conceal|make invisible|unshow|do not show|do not display|no longer show|stop showing|not show',
    { verb: 'hide' },
  ],
  ['show|unhide|reveal|display|make visible|bring back|un-hide', { verb: 'show' }],
  ['wrap|enclose|put a box around|nest', { verb: 'wrap' }],
  ['group|bundle|combine|group together', { verb: 'group' }],
  ['rename|call|relabel|retitle|reword|rewrite', { verb: 'rename' }],
  ['replace|substitute', { verb: 'replace' }],
  ['write|type', { verb: 'write' }],
  ['widen|broaden|stretch', { verb: 'effect', verbChange: 'wider' }],
  ['narrow', { verb: 'effect', verbChange: 'narrower' }],
  ['heighten', { verb: 'effect', verbChange: 'taller' }],
  ['shorten', { verb: 'effect', verbChange: 'shorter' }],
  ['darken|dim', { verb: 'effect', verbChange: 'darker' }],
  ['lighten|brighten|lighten up|brighten up', { verb: 'effect', verbChange: 'lighter' }],
  ['thicken', { verb: 'effect', verbChange: 'thicker' }],
  ['fade|fade out', { verb: 'effect', verbChange: 'fainter' }],
  ['round|round off', { verb: 'effect', verbChange: 'rounder' }],
  ['loosen', { verb: 'effect', verbChange: 'looser' }],
  ['tighten', { verb: 'effect', verbChange: 'tighter' }],
  ['embolden|bolden|bold', { verb: 'effect', verbStyle: { property: 'fontWeight', value: 'bold' } }],
  ['unbold', { verb: 'effect', verbStyle: { property: 'fontWeight', value: 'normal' } }],
  ['italicize|italicise|italic', { verb: 'effect', verbStyle: { property: 'fontStyle', value: 'italic' } }],
  ['underline', { verb: 'effect', verbStyle: { property: 'textDecoration', value: 'underline' } }],
  [
    'strike through|strikethrough|strike|cross out|strike out',
    { verb: 'effect', verbStyle: { property: 'textDecoration', value: 'line-through' } },
  ],
  [
    'capitalize|capitalise',
    { verb: 'effect', verbStyle: { property: 'textTransform', value: 'capitalize' } },
  ],
  ['uppercase|upper case', { verb: 'effect', verbStyle: { property: 'textTransform', value: 'uppercase' } }],
  ['lowercase|lower case', { verb: 'effect', verbStyle: { property: 'textTransform', value: 'lowercase' } }],
]

/** "would you mind making ...": the -ing forms of single-word imperatives. */
const gerunds: readonly Entry[] = imperatives.map(([phrases, senses]): Entry => [
  phrases
    .split('|')
    .filter((phrase) => !phrase.includes(' ') && phrase.length > 2 && !phrase.endsWith('ed'))
    .map(gerund)
    .join('|'),
  senses,
])

/** make: making, put: putting, show: showing. */
function gerund(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || DOUBLED.has(verb)
    ? `${verb}${verb[verb.length - 1]!}ing`
    : `${verb}ing`
}

/** "should be deleted": what is done to the thing spoken of. */
export const participles: readonly Entry[] = [
  ['deleted|removed|erased|dropped|discarded|gone', { participle: 'delete' }],
  [
    'can go|must go|has to go|have to go|needs to go|need to go|can go away|must go away|should go away|has to go away|have to go away|needs to go away|need to go away|shall go away',
    { participle: 'delete' },
  ],
  ['duplicated|copied|cloned|repeated', { participle: 'duplicate' }],
  ['moved|placed|shifted|put|positioned|pushed|relocated|nudged|pulled', { participle: 'move' }],
  ['swapped|exchanged|switched', { participle: 'swap' }],
  ['renamed|relabeled|relabelled|retitled', { participle: 'rename' }],
  ['changed|set|updated|turned|made|converted|colored|coloured|painted', { participle: 'set' }],
  ['increased|enlarged|raised|scaled up|grown|boosted', { participle: 'increase' }],
  ['decreased|reduced|shrunk|lowered|scaled down|cut', { participle: 'decrease' }],
  ['aligned', { participle: 'align' }],
  ['hidden|concealed', { participle: 'hide' }],
  ['shown|unhidden|revealed|displayed', { participle: 'show' }],
  ['wrapped|enclosed', { participle: 'wrap' }],
]

export const verbs: readonly Entry[] = [...imperatives, ...gerunds, ...participles]
