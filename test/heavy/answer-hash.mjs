// Runs the same commands again and again with the engine as it ships, and tells one hash of all answers: as a worker thread,
// as a process of its own, or called. `caches` says which state the intent cache is in.
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createEngine } from '../../dist/index.js'

/**
 * @param {{ caches: 'cold' | 'warm' | 'off' | 'small', times: number, cases: readonly { document: object, command: string }[] }} work
 * @returns {{ hashes: string[], runs: number }} one hash for each time, which must all be the same
 */
export function hashAnswers({ caches, times, cases }) {
  const options = { cold: {}, warm: {}, off: { intentCache: 0 }, small: { intentCache: 2 } }[caches]
  let engine = createEngine(options)
  if (caches === 'warm') for (const { document, command } of cases) engine.run(document, command)
  const hashes = []
  let runs = 0
  for (let time = 0; time < times; time++) {
    const hash = createHash('sha256')
    for (const { document, command } of cases) {
      if (caches === 'cold') engine = createEngine(options)
      const { status, json, delta, patches, inverse, steps, changed, issues, confidence, trace } = engine.run(
        document,
        command,
      )
      const { timings: _, ...told } = trace
      hash.update(
        JSON.stringify([status, json, delta, patches, inverse, steps, changed, issues, confidence, told]),
      )
      runs++
    }
    hashes.push(hash.digest('hex'))
  }
  return { hashes, runs }
}

if (parentPort !== null && workerData?.caches !== undefined) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage(hashAnswers(workerData))
} else if (process.argv[2] === '--stdin') {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) text += chunk
  process.stdout.write(JSON.stringify(hashAnswers(JSON.parse(text))))
}
