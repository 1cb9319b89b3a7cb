import { describe, expect, test } from 'vitest'
import { cut, printable, quoted } from '../../src/render/printable.ts'

describe('printable', () => {
  test.each([
    ['a\u001B[31mred', 'a\\u{1B}[31mred'],
    ['two\nlines\r\n\ttab', 'two\\nlines\\r\\n\\ttab'],
    ['\u009B31m', '\\u{9B}31m'],
    ['abc\u202Ecba', 'abc\\u{202E}cba'],
    ['zero\u200Bwidth', 'zero\\u{200B}width'],
    ['\uFEFFmark', '\\u{FEFF}mark'],
    ['lone \uD83D end', 'lone \\u{D83D} end'],
    ['tag \u{E0041}', 'tag \\u{E0041}'],
  ])('%j is shown as %j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test.each(['plain', 'añ€ 漢字', '👩‍🚀 🇵🇹 e\u0301', '"quotes" \\ '])('%j is shown as it is', (text) => {
    expect(printable(text)).toBe(text)
  })
})

describe('cut', () => {
  test('keeps what fits, and no half of a character', () => {
    expect(cut('abcdef', 6)).toBe('abcdef')
    expect(cut('abcdefg', 6)).toBe('abcde…')
    expect(cut('ab😀cd', 4)).toBe('ab…')
    expect(cut('😀😀', 1)).toBe('…')
  })

  test('is measured after escapes are written', () => {
    expect(quoted('\u0007\u0007\u0007', 8)).toBe('"\\u{7}\\u…"')
  })
})
