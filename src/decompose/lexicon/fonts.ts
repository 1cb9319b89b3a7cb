/** Fonts that people write without a capital letter. Any other name of a font is known by its capital, or by quotes. */
export const fontNames: ReadonlySet<string> = new Set(
  'arial|helvetica|georgia|times|times new roman|courier|courier new|verdana|tahoma|trebuchet|impact|comic sans|inter|roboto|lato|montserrat|poppins|nunito|raleway|oswald|merriweather|playfair|playfair display|open sans|source sans|noto sans|fira code|futura|garamond|baskerville|didot|system-ui|monospace|mono|serif|sans-serif|sans serif|sans|cursive|fantasy'.split(
    '|',
  ),
)
