import type { FastifyInstance } from 'fastify'

/** How long a server that is ending waits for requests that it has accepted. */
const MAX_WAIT_MS = 30_000

/**
 * Lets a server end in order: what ends streams is called first, then every request that was accepted is answered; new ones
 * are rejected meanwhile. Then all connections are closed, also those on which nothing was ever asked.
 */
export function addDrain(app: FastifyInstance, endStreams: () => void): void {
  let active = 0
  let onQuiet = (): void => undefined
  app.addHook('onRequest', (_request, reply, done) => {
    active += 1
    reply.raw.once('close', () => {
      active -= 1
      if (active === 0) onQuiet()
    })
    done()
  })
  app.addHook('preClose', async () => {
    endStreams()
    if (active === 0) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MAX_WAIT_MS)
      onQuiet = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  })
}
