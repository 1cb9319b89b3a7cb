/** A text of somebody else's as one line that shows itself and cannot be read as Markdown or HTML. O(length). */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_<>|[\]]/g, String.raw`\$&`)
}
