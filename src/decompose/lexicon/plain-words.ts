import { stem } from '../../document/words.ts'

/**
 * Everyday words that are one slip away from a word of the vocabulary and yet no slips of it: "the old price" is not the
 * odd one, and who deletes a cart means no card. Those that people do write for another ("lift" for left) are not among
 * them.
 */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'old bad sad mad cold wet late slow rude rare raw safe sick sour bitter wild wise calm complex crowded dead dear fair ' +
    'fake fat fine firm fit flat gentle grand keen live lovely lost mild moral prime real rich ripe ready shy smart spare ' +
    'stale steep stiff strange tame tender tough worse worth man boy cat dog cow tree root bread tea wine beer apple cake ' +
    'time date hour minute flight pie soup arm leg blood wall roof bed war peace king law tax fee sale offer story news cash coin bank loan rent cent ' +
    'loss market shop stall stock plane train car bus road lane trip guest host hall suite spa pool park farm lake sea sand ' +
    'mine iron wool leather rope bag hat coat shirt shoe boot cap wash play sport team band brand film stage writer reader ' +
    'user friend father brother son wife kid teen lesson test grade event party morning evening night sun star world exit ' +
    'cost cart chat bin poll log lock port bay loft inn tent hike ride surf ski skate fare seat gate butter honey curry ' +
    'stew burger dinner diner cafe pub save saved sell sold buy send sent paid share shared user used smell smoke sleep ' +
    'fight catch cook bake teach care fear hope hate love cod hen beef bean oat sage basil thyme syrup suit site'
  ).split(' '),
)

/** Whether a word is right as it stands, though nothing in the vocabulary or the document is called so. */
export function isPlainWord(word: string): boolean {
  return PLAIN.has(word) || PLAIN.has(stem(word))
}
