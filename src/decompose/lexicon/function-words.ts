import { stem } from '../../document/words.ts'

/** Words that hold a sentence together and name nothing by themselves. */
const WORDS =
  'a an the this that these those some any each every all both either neither no none other another such same ' +
  'i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs one ones ' +
  'who whom whose which what where when why how there here then than as if because since while until unless though although ' +
  'so but and or nor not only just too also very quite rather more most less least much many few lot lots enough ' +
  'is are am be been being was were do does did done doing has have had having can could will would shall should may might must ought need ' +
  'isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt hasnt havent im ive id ill youre theyre weve ' +
  'of in on at by for with without from to into onto upon off out over under above below between among through during before after ' +
  'about against around along across behind beside besides beyond near next inside outside within toward towards up down left right back away apart aside together ahead per via vs ' +
  'again once ever never always now still yet already soon later today instead else etc please ok okay yes let lets like ' +
  'etcetera ie eg hi hey hello thanks thank'

const functionWords: ReadonlySet<string> = new Set(WORDS.split(' ').flatMap((word) => [word, stem(word)]))

/** Whether a word, in lower case and without apostrophes, is there for the sentence alone. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word)
}
