// What a Prometheus scrape would read after a thousand commands. `npm run example:prometheus`
import { createEngine } from 'blueprint-command-engine'
import { prometheusMetrics } from '@blueprint-engine/telemetry/prometheus'
import { runThousandCommands } from './thousand-commands.mjs'

const prometheus = prometheusMetrics()
runThousandCommands(createEngine({ observers: [prometheus.observer] }))
process.stdout.write(await prometheus.text())
