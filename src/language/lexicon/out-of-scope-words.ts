import type { OutOfScopeKind } from '../../command/request.ts'

const languages =
  'spanish|german|french|italian|portuguese|dutch|polish|hindi|chinese|japanese|korean|arabic|russian|turkish|swedish|english|urdu'

/** Words and phrases that say such a wish, whatever else is said. */
export const outOfScopeWords: readonly (readonly [OutOfScopeKind, string])[] = [
  [
    'animation',
    'animation|animations|animate|animated|animating|transition|transitions|parallax|fade in|fades in|fading in|slide in|slides in|' +
      'scroll effect|scroll effects|smooth scroll|smooth scrolling|smooth scroll effect|bounce|bouncing|bounces|spin|spinning|spins|' +
      'wiggle|shake|pulsate|pulsating|blink|blinking|typewriter effect|confetti|hover animation|marquee',
  ],
  [
    'export',
    'export|exports|exported|download as|save as|save it as|as an svg|as svg|as a pdf|as pdf|to pdf|as png|as a png|to figma|to html|' +
      'to code|react code|generate code|as a file|take a screenshot',
  ],
  [
    'translation',
    `translate|translated|translation|translations|${languages
      .split('|')
      .flatMap((language) => [`into ${language}`, `to ${language}`, `in ${language}`])
      .join('|')}`,
  ],
  [
    'picture',
    'a photo of|photos of|a picture of|pictures of|an image of|images of|an illustration of|generate an image|generate a picture|' +
      'stock photo|stock photos|stock image|draw a|draw an|better photo|better image|nicer photo|nicer picture|another photo|' +
      'different image|different photo|different picture|new hero image|ai image|find an image|find a photo|random image',
  ],
  [
    'copywriting',
    'better copy|better headline|better text|catchier|catchy headline|catchy tagline|come up with|proofread|rephrase|paraphrase|' +
      'write a description|write a paragraph|write some text|write a headline|write copy|write some copy|rewrite the copy|write me a|' +
      'write an intro|some copy|punchier copy|more persuasive|sound more|sounds more|reads more|shorter copy|friendlier copy|' +
      'write better|write new|write something|lorem ipsum|wittier|improve the copy|improve the wording|improve the text',
  ],
  [
    'behaviour',
    'when clicked|on click|onclick|when i click|when you click|when someone clicks|when the user clicks|when users click|' +
      'on submit|when submitted|validate|validation|functional|make it work|should work|database|backend|api|log in users|' +
      'send an email|sends an email|redirect|redirects|opens a modal|opens a popup|opens the menu|open the menu when|' +
      'autosave|auto save|checkout flow|drag and droppable|sortable|searchable|filterable|play automatically|autoplay|payment',
  ],
]

/** Small words of other languages: two of them make a command in one. */
export const foreignWords: ReadonlySet<string> = new Set(
  (
    'der die das den dem und ist mach mache rot grün blau bitte größer kleiner farbe überschrift knopf ändere soll auf nicht ' +
    'el los las hacer haz cambia cambiar por favor más grande pequeño botón título rojo azul en una del ' +
    'le les une des rouge bleu bouton titre plus grand petit rendre mettre mets agrandir changer dans avec sur ' +
    'kar karo karna ko ka ki se mein hai bada chota rang badlo hatao ye yeh isko wala ' +
    'il lo gli uno rosso blu pulsante titolo fai grande piccolo cambia colore ' +
    'faça botão vermelho maior menor mude cor para het een van maak groter kleiner knop rood blauw'
  ).split(' '),
)
