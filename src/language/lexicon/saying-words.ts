/** Words of ways of saying that hold for a verb and what stands around it. */

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))

/** Where something leads: "open", "lead to". */
export const leads: ReadonlySet<string> = words(
  'link|links|hyperlink|point|points|connect|lead|leads|go|goes|open|opens|navigate|navigates|redirect|redirects',
)

/** With "off" or "away" behind what it acts on, something goes. */
export const taking: ReadonlySet<string> = words('take|taking|get|pull|rip|wipe')

/** What makes taking a removal. */
export const away: ReadonlySet<string> = words('off|away|off of')

/** All of what is shown. */
export const screens: ReadonlySet<string> = words('page|screen|site|website|app|layout|view')

/** What a copy is called. */
export const copyWords: ReadonlySet<string> = words('copy|copies|duplicate|duplicates|clone|clones')

/** Sizes something by a share of what it is. */
export const scaling: ReadonlySet<string> = words('scale|scaling|resize|resizing|rescale')

/** Before the name of a font. */
export const using: ReadonlySet<string> = words('use|using|apply|applying')
