/** A database that cannot be opened or was made by a newer version: what is wrong and what to do about it. */
export class StoreError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'StoreError'
  }
}

/** The message where a database has a schema that this version does not know. */
export function tooNew(found: number, known: number): StoreError {
  return new StoreError(
    `the database has schema ${found}, this version knows schemas up to ${known}: use the version that wrote it, or a newer one`,
  )
}
