// `npm run bench [-- OPTIONS]`: bench/run.ts decides what the options mean.
import { compileBench } from './compile-bench.mjs'
import { runNode } from './run.mjs'

process.exitCode = await runNode(await compileBench('run'), process.argv.slice(2))
