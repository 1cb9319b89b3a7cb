/** The most that each may be. One place: the bench, CI and `npm run check:size` judge by these. */
export const limits = {
  /** The engine's entry for a browser, bundled with all it imports and minified, under brotli. */
  bundleBytes: 260_000,
  /** Installed from its tarball into an empty project, the engine itself included. */
  installedPackages: 6,
  installedBytes: 8_000_000,
  /** A new process that imports the engine and runs one command, beyond a bare `node -e 0`. */
  firstCommandMs: 100,
  /** `blueprint run FILE COMMAND`, from the start of the process to its end. */
  commandLineMs: 200,
} as const
