import type { Command } from 'commander'
import type { Blueprint } from 'blueprint-command-engine'
import { describeFileIssue, writeTextFileAtomic } from '@blueprint-engine/files'
import { refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { loadSource } from '../load-document.ts'
import { printable } from '../render/printable.ts'

const EXAMPLES = `
Examples:
  blueprint convert page.html                     the blueprint that the engine sees, on standard output
  blueprint convert card.json --out native.json   written to a file

Exit codes: 0 written, 64 wrong use or unreadable input
`

export function addConvertCommand(program: Command, host: Host): void {
  program
    .command('convert')
    .summary('show a document of another format as a native blueprint')
    .description('Reads a page, or JSON of a known format, and writes it as a native blueprint.')
    .argument('<file>', 'the document; - reads standard input')
    .option('-o, --out <file>', 'write the blueprint there instead of standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: { readonly out?: string }) => {
      const loaded = await loadSource(host, file)
      if (!loaded.ok) return refuse(host, loaded.error)
      const { source, dialects } = loaded.value
      const dialect = dialects.find((one) => one.recognise(source))
      if (dialect === undefined && dialects.length > 0)
        return refuse(
          host,
          `${printable(file)} is of no known format: ${dialects.map(({ name }) => name).join(', ')}`,
        )
      const read = dialect?.read(source)
      if (read !== undefined && !read.ok) return refuse(host, printable(read.error[0]!.message))
      const native = read === undefined ? source : await nativeOf(read.value.blueprint)
      const text = `${JSON.stringify(native, null, 2)}\n`
      if (options.out === undefined || options.out === '-') {
        host.stdout.write(text)
        return
      }
      const written = await writeTextFileAtomic(options.out, text)
      if (!written.ok) refuse(host, printable(describeFileIssue(written.error)))
    })
}

/** Loaded with the dialects, which the document has needed already. */
async function nativeOf(blueprint: Blueprint): Promise<Blueprint> {
  const { toNative } = await import('@blueprint-engine/dialects')
  return toNative(blueprint)
}
