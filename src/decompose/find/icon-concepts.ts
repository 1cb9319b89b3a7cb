import { stem } from '../../document/words.ts'
import type { SideName } from '../lexicon/senses.ts'

/** A thing that icons show, by whatever name: what people say for it, and what ids and alternative texts call it. */
export interface IconConcept {
  readonly name: string
  /** Words in ids, alternative texts and icon names, stemmed, with how surely they mean it. */
  readonly called: ReadonlyMap<string, number>
  /** Where such icons usually stand, for screens that do not name theirs; empty where nothing is usual. */
  readonly usual: readonly SideName[]
}

type Row = readonly [said: string, called: string, usual?: readonly SideName[]]

/** What it is called: the surest words first. */
const rows: readonly Row[] = [
  [
    'search|magnifier|magnifying glass|magnifying|lens|find|search glass|magnify',
    'search query find lookup magnifier magnify',
    ['top', 'right'],
  ],
  [
    'menu|hamburger|hamburger menu|three lines|3 lines|three horizontal lines|3 horizontal lines|horizontal lines|three line|3 line|side menu|drawer|navigation drawer|three bars|three horizontal line|menu bar',
    'menu drawer hamburger nav navigation sidemenu sidebar toggle home slider',
    ['top', 'left'],
  ],
  [
    'more|three dots|3 dots|three dot|3 dot|three doted|three dotted|three vertical dots|3 vertical dots|vertical dots|vertical dot|kebab|overflow|ellipsis|more options|more option|dots|doted|dotted|three points|three horizontal dots',
    'more overflow option ellipsis kebab dots menu',
    ['top', 'right'],
  ],
  [
    'back|back arrow|backward arrow|arrow back|left arrow|go back|return|backward|previous page',
    'back up navigate previous prev return left home backward',
    ['top', 'left'],
  ],
  ['previous|prev|rewind|before arrow|last song|skip back', 'prev previous rewind rew back left'],
  [
    'next|forward|next arrow|right arrow|forward arrow|arrow right|next page|skip|fast forward',
    'next forward right continue arrow go chevron skip fwd proceed',
  ],
  ['up arrow|upward arrow|arrow up|upload', 'up expand collapse top upload arrow'],
  [
    'down arrow|downward arrow|arrow down|drop down|dropdown|drop down arrow',
    'down expand dropdown spinner arrow drop chevron more',
  ],
  [
    'close|cross|x|cross mark|wrong|dismiss|exit|cancel',
    'close dismiss cancel exit clear cross x remove delete',
    ['top', 'right'],
  ],
  ['cancel|clear', 'cancel close clear dismiss'],
  [
    'plus|add|create|new|addition|add more|add new',
    'add plus new create fab compose floating',
    ['bottom', 'right'],
  ],
  ['minus|subtract|decrease', 'minus remove subtract decrease less down'],
  [
    'heart|favorite|favourite|love|like|heart shape|wishlist|fav|heart shaped',
    'heart favorite favourite fav like love wishlist wish',
  ],
  ['like|thumbs up|thumb up|thumb|hand', 'like thumb thumbsup up vote'],
  ['dislike|thumbs down|thumb down', 'dislike thumbsdown down'],
  ['star|rating|rate|bookmark star', 'star rating rate favorite fav bookmark review'],
  ['bookmark|save', 'bookmark save saved favorite mark'],
  [
    'settings|setting|gear|cog|gear wheel|wheel|preferences|configuration|cogwheel',
    'setting settings gear preference config option configure',
    ['top', 'right'],
  ],
  ['share|sharing', 'share send social export', ['top', 'right']],
  ['home|house|homepage|home page', 'home house main', ['bottom', 'left']],
  [
    'profile|user|person|account|human|man|people|contact|avatar|login|members|men|profile picture|profile image|profile photo|profile pic',
    'profile user person account avatar people contact member me login signin author man human friend',
  ],
  ['group|people|friends|community', 'group people friend community team contact'],
  [
    'cart|basket|trolley|shopping cart|bag|shopping bag|shop',
    'cart basket bag shopping trolley checkout shop',
    ['top', 'right'],
  ],
  [
    'bell|notification|alarm|alert|notifications',
    'bell notification notify alarm alert notif reminder',
    ['top', 'right'],
  ],
  ['mail|email|envelope|message|inbox|letter', 'mail email envelope message inbox letter msg'],
  [
    'chat|message|messages|comment|speech bubble|conversation|messenger|sms|comments',
    'chat message comment bubble conversation messenger talk reply sms msg messaging discuss',
  ],
  ['phone|call|telephone|dial', 'phone call dial telephone tel mobile'],
  [
    'location|map|pin|location pin|place|gps|marker|my location|navigation',
    'location map pin place gps marker locate navigation position near address',
  ],
  ['camera|photo|take photo|capture|picture', 'camera photo capture snap picture shutter'],
  ['video camera|video|movie|camcorder|film', 'video camera movie film youtube'],
  ['gallery|picture|image|photos|album', 'gallery picture photo image album'],
  [
    'mic|microphone|voice|record|recorder|speak|voice search|audio|speaker',
    'mic microphone voice record speak audio recorder',
  ],
  ['speaker|volume|sound|mute|audio|horn|loudspeaker', 'volume sound speaker mute audio'],
  ['play|playback|start', 'play start playback player pause video'],
  ['pause|stop', 'pause stop play'],
  ['shuffle|random', 'shuffle random'],
  ['repeat|loop', 'repeat loop'],
  [
    'music|song|audio|musical note|music note|note|headphone|headset',
    'music song audio note album track sound headphone headset',
  ],
  [
    'refresh|reload|sync|update|rotate|replay|restart',
    'refresh reload sync update rotate replay retry restart',
  ],
  ['edit|pencil|pen|write|compose', 'edit pencil pen write compose modify draw'],
  ['delete|trash|bin|dustbin|trash can|recycle bin|remove', 'delete trash bin remove discard'],
  ['download|download arrow|install', 'download save install get'],
  ['upload', 'upload'],
  ['camera flip|flip', 'flip switch rotate'],
  ['filter|funnel', 'filter funnel sort refine'],
  ['sort', 'sort order'],
  ['info|information|i|about', 'info information about detail'],
  ['question mark|help|question|faq', 'help question faq support hint'],
  ['exclamation|warning|alert|exclamation mark', 'warning alert exclamation error report'],
  ['eye|view|show password|visibility|visible|eyes', 'eye visibility view show password visible watch see'],
  ['lock|padlock|security', 'lock secure security password private'],
  ['unlock', 'unlock'],
  ['calendar|date|schedule|event', 'calendar date schedule event day agenda'],
  ['clock|time|timer|watch|history|recent|alarm', 'clock time timer history recent alarm watch duration'],
  [
    'tick|check|check mark|tick mark|checkmark|ok|done|correct|right tick',
    'check tick done ok accept confirm checked checkbox select selected mark apply',
  ],
  ['submit|send|arrow send|paper plane|send arrow', 'send submit share post'],
  ['grid|grid view|apps|squares|four squares', 'grid app apps tile gallery'],
  ['list|list view|notes|lines', 'list note todo'],
  [
    'globe|world|language|earth|internet|web|translate',
    'globe world language earth web internet lang browser translate',
  ],
  ['cloud', 'cloud weather'],
  ['sun|brightness|light|bulb|day', 'sun brightness light bulb weather day'],
  ['moon|night mode|night', 'moon night dark mode'],
  ['weather|rain|snow|wind', 'weather rain snow wind condition'],
  ['facebook|fb|f', 'facebook fb'],
  ['twitter|bird', 'twitter tweet'],
  ['google|g', 'google gplus plus'],
  ['instagram|insta', 'instagram insta'],
  ['whatsapp', 'whatsapp'],
  ['youtube', 'youtube'],
  ['flag|report', 'flag report country'],
  ['tag|label|offer|discount', 'tag label offer deal price'],
  ['gift|present', 'gift present reward bonus'],
  ['trophy|cup|award|medal|achievement', 'trophy award medal achievement leaderboard rank badge'],
  ['crown|king|premium', 'crown premium pro vip'],
  ['coin|money|dollar|wallet|payment|usd', 'coin money dollar wallet pay payment cash currency'],
  ['card|credit card', 'card credit payment'],
  ['book|reading|library', 'book read library dictionary'],
  ['folder|file|files|folders', 'folder file directory'],
  ['document|page|paper|news|newspaper', 'document doc page paper news article file'],
  ['link|chain|attach|attachment|clip|paper clip', 'link chain attach attachment clip url'],
  ['copy', 'copy clipboard duplicate'],
  ['print|printer', 'print printer'],
  ['key|password', 'key password'],
  ['keyboard|keypad', 'keyboard keypad'],
  ['calculator', 'calculator calc'],
  ['car|vehicle|taxi|bus', 'car vehicle taxi drive bus transport'],
  ['flight|airplane|plane|aeroplane', 'flight plane airplane air'],
  ['food|restaurant|fork|spoon', 'food restaurant meal eat recipe'],
  ['fire|flame|calory burn|calorie|burn', 'fire flame hot calorie burn trend'],
  ['emotion|emoji|smiley|smile|face|emoticon|smiley face', 'emoji emoticon smile smiley face sticker mood'],
  ['game|joystick|controller|gamepad', 'game play controller joystick'],
  ['tv|television|cast|screen cast', 'tv cast television chromecast screen'],
  ['scan|scanner|qr|qr code|barcode|bar code', 'scan scanner qr barcode code'],
  ['fullscreen|full screen|expand|maximize|enlarge', 'fullscreen expand zoom full maximize'],
  ['zoom|zoom in', 'zoom in plus'],
  ['wifi|network|signal', 'wifi network signal connection'],
  ['bluetooth', 'bluetooth'],
  ['battery', 'battery power charge'],
  ['power', 'power off exit'],
  ['login|log in|sign in|signin', 'login signin user account enter'],
  ['logout|log out|sign out|signout', 'logout signout exit power'],
  ['register|sign up|signup|create account', 'register signup create account join'],
  ['undo', 'undo back'],
  ['0|zero', 'zero'],
  ['1|one', 'one'],
  ['2|two', 'two'],
  ['3|three', 'three'],
  ['4|four', 'four'],
  ['5|five', 'five'],
  ['6|six', 'six'],
  ['7|seven', 'seven'],
  ['8|eight', 'eight'],
  ['9|nine', 'nine'],
  ['redo', 'redo forward'],
  ['color|colour|palette|paint|brush', 'color colour palette paint brush theme'],
  ['chart|graph|stats|statistics|bar chart', 'chart graph stat statistic report analytics'],
  ['dial pad|dialpad|keypad', 'dialpad keypad dial pad'],
  ['rss|feed', 'feed rss news'],
  ['swap|exchange|switch|two arrows', 'swap exchange switch reverse'],
  ['arrow', 'arrow chevron next back forward disclosure indicator right left more detail caret'],
]

const SURE_WORDS = 3
const SURE = 0.95
const LIKELY = 0.65

/** A phrase of several rows means all of them: a "message" is a letter or a chat. */
const byPhrase = new Map<string, IconConcept>()

for (const [said, called, usual = []] of rows) {
  const phrases = said.split('|').map((phrase) => phrase.split(' ').map(stem).join(' '))
  const sure = called.split(' ').map(stem)
  for (const phrase of phrases) {
    const known = byPhrase.get(phrase)
    const strengths = new Map(known?.called)
    sure.forEach((word, i) =>
      strengths.set(word, Math.max(strengths.get(word) ?? 0, i < SURE_WORDS ? SURE : LIKELY)),
    )
    byPhrase.set(phrase, { name: phrase, called: strengths, usual: known?.usual ?? usual })
  }
}

/** The concept that a stemmed word or phrase stands for. */
export function conceptOf(phrase: string): IconConcept | undefined {
  return byPhrase.get(phrase)
}

export function conceptPhrases(): IterableIterator<string> {
  return byPhrase.keys()
}
