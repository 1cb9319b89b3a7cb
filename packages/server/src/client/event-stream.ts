/** The data of each event of a stream of server-sent events. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.split('\n').filter((line) => line.startsWith('data: '))
        if (data.length > 0) yield data.map((line) => line.slice('data: '.length)).join('\n')
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
