/** Words by which a stretch of a command shows that it tells something and wishes nothing, by the form that they begin. */

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))

/** Who said it, where it is from, what it is compared with. */
export const sources: ReadonlySet<string> = words(
  'per|fwd|re|from|acc|according|vs|versus|compared|see|as|in|following|based|regarding|fyi|btw|note|attached|via|like',
)

/** Words of documents and meetings that a source speaks of. */
export const sourceNouns: ReadonlySet<string> = words(
  'design|designs|mockup|mockups|mock|figma|spec|specs|build|review|comment|comments|mail|email|meeting|call|screenshot|attached|attachment|version|sketch|prototype|feedback|ticket|brief|standup|client|boss|morning|today|yesterday|check|list|deviations|tweaks|changes|fixes|notes|remaining|todo|todos|following',
)

/** Why something is wished. */
export const reasons: ReadonlySet<string> = words(
  'because|cause|cuz|coz|cos|since|bc|otherwise|as|so|else|i.e|i.e.|ie|meaning',
)

/** Who something is told of. */
export const people: ReadonlySet<string> = words(
  'i|we|you|they|he|she|people|users|user|customers|customer|clients|client|visitors|guests|nobody|everybody|everyone|someone|somebody|my|our|their|it|this|that|there|which|who|folks|team|one',
)

/** How something is now. */
export const present: ReadonlySet<string> = words('currently|now|already|still|at|today|right')

/** What is wrong, without a word for what it should be. */
export const faults: ReadonlySet<string> = words(
  'wrong|incorrect|off|broken|ugly|bad|cut|cropped|overlaps|overlap|overlapping|uneven|crowded|cramped|unreadable|hidden|failing|fails|missing|stuck|misaligned|outdated|old|strange|weird|annoying|dead|cheap|boring|empty|confusing|distracting|redundant|unnecessary|useless|illegible',
)

/** When, or for how long. */
export const times: ReadonlySet<string> = words(
  'for|from|until|till|since|by|on|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|week|month|weekend|morning|now|soon|later|time|being|moment',
)

/** Opens or closes what is said to somebody. */
export const greetings: ReadonlySet<string> = words(
  'hi|hello|hey|dear|thanks|thank|thx|cheers|please|pls|regards|best|ty|sorry|ok|okay|so|right|well|um|uh|hmm|great|cool|also|good',
)

/** What closes a command and says nothing of it. */
export const farewells: ReadonlySet<string> = words(
  'please|pls|plz|and please|thanks|thank you|thx|ty|cheers|thanks a lot|thank you very much|thanks so much|thankyou|many thanks|thanks again|thanks in advance',
)

/** Those of them that need no comma before them. */
export const pleas: ReadonlySet<string> = words('please|pls|plz|and please')

/** Whom a greeting is for, behind it. */
export const greeted: ReadonlySet<string> = words(
  'guys|team|all|everyone|everybody|again|morning|you|there|folks|both',
)

/** Before "to see", "to read": what is wrong with it. */
export const hard: ReadonlySet<string> = words('hard|difficult|impossible|tough|tricky|easy')

/** How something is placed or looks now; "should" before it makes it a wish. */
export const states: ReadonlySet<string> = words(
  'sits|sit|stands|stand|overlaps|overlap|looks|look|feels|feel|seems|hangs|covers|touches|sticks|has|have|had|goes',
)

/** What nobody does with what is unwanted: "we do not need it". */
export const needing: ReadonlySet<string> = words(
  'need|needs|want|wants|like|use|uses|want to have|need to have|require',
)

/** Heads of what should be there, and of what is. */
export const wanted: ReadonlySet<string> = words('expected|wanted|correct|target|goal|new|after')
export const actual: ReadonlySet<string> = words('actual|currently|current|present|old|before|found|instead')

/** Words of a condition on something that no document says. */
export const conditions: ReadonlySet<string> = words('if|unless|in case|provided|as long as|depending')

/** Words by which somebody asks what others think. */
export const doubts: ReadonlySet<string> = words(
  'maybe|perhaps|what if|what if we|maybe we can|maybe we could|i guess|should we|shall we',
)
