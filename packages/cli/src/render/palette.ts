import colors from 'picocolors'

export type ColorDepth = 'none' | 'basic' | 'true'

type Paint = (text: string) => string

/** The colours of the output, by what they mean. Without colour every one returns its text as it is. */
export interface Palette {
  readonly title: Paint
  readonly id: Paint
  readonly faint: Paint
  readonly added: Paint
  readonly removed: Paint
  readonly good: Paint
  readonly bad: Paint
  readonly warning: Paint
  /** A patch of the colour `#RRGGBB[AA]`, empty where the terminal cannot show it. */
  readonly swatch: (hex: string) => string
}

export function createPalette(depth: ColorDepth): Palette {
  const paint = colors.createColors(depth !== 'none')
  return {
    title: paint.bold,
    id: paint.cyan,
    faint: paint.dim,
    added: paint.green,
    removed: paint.red,
    good: (text) => paint.bold(paint.green(text)),
    bad: (text) => paint.bold(paint.red(text)),
    warning: (text) => paint.bold(paint.yellow(text)),
    swatch: (hex) => (depth === 'true' ? paintSwatch(hex) : ''),
  }
}

function paintSwatch(hex: string): string {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(hex)
  if (channels === null) return ''
  const [red, green, blue] = channels.slice(1, 4).map((channel) => Number.parseInt(channel, 16))
  return `\u001B[48;2;${red};${green};${blue}m  \u001B[49m`
}

/**
 * How many colours a stream may be given: none where it is no terminal or NO_COLOR (https://no-color.org) is set;
 * FORCE_COLOR overrides both.
 */
export function colorDepthOf(
  stream: { readonly isTTY?: boolean | undefined },
  environment: { readonly [name: string]: string | undefined },
): ColorDepth {
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) {
    if (forced === '0' || forced === 'false') return 'none'
    return forced === '3' || isTrueColor(environment) ? 'true' : 'basic'
  }
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb'
  if (refused || stream.isTTY !== true) return 'none'
  return isTrueColor(environment) ? 'true' : 'basic'
}

function isTrueColor(environment: { readonly [name: string]: string | undefined }): boolean {
  return environment['COLORTERM'] === 'truecolor' || environment['COLORTERM'] === '24bit'
}
