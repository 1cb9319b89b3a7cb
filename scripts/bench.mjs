// `npm run bench`, `bench:memory`, `phase`: compiles bench/ and runs one of its entries; that decides what options mean.
//   node scripts/bench.mjs ENTRY [OPTIONS]
import { compileBench } from './compile-bench.mjs'
import { runNode } from './run.mjs'

const [entry = 'run', ...options] = process.argv.slice(2)
process.exitCode = await runNode(await compileBench(entry), options)
