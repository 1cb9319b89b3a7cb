import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Change } from '../store/revision.ts'

/** What a preview showed. */
export interface Shown {
  readonly document: string
  readonly revision: number
  readonly command: unknown
  readonly change: Change
}

/** Characters of base64url: 132 bits. */
const LENGTH = 22

/**
 * A signature of what a preview showed. Whoever applies sends it back with the command; the server works the command out
 * again and compares. So no server has to remember previews, and what is applied is what was shown, or nothing.
 */
export function previewToken(secret: Uint8Array, { document, revision, command, change }: Shown): string {
  const text = JSON.stringify([document, revision, command, change])
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, LENGTH)
}

export function isPreviewOf(secret: Uint8Array, token: string, shown: Shown): boolean {
  const expected = Buffer.from(previewToken(secret, shown))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
