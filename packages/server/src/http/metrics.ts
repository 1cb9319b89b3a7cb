import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { DocumentService } from '../service/document-service.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

/** What a server does, for Prometheus. Labels are routes, never documents. */
export function addMetrics(app: FastifyInstance, service: DocumentService): Registry {
  const registry = new Registry()
  const duration = new Histogram({
    name: 'blueprint_http_request_duration_seconds',
    help: 'Time from the first header to the last byte of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  const revisions = new Counter({
    name: 'blueprint_revisions_total',
    help: 'Revisions that this server has made.',
    registers: [registry],
  })
  const watchers: Gauge = new Gauge({
    name: 'blueprint_watchers',
    help: 'Event streams that are open.',
    registers: [],
    collect: () => {
      watchers.set(service.watchers)
    },
  })
  registry.registerMetric(watchers)
  service.onRevisions((count) => revisions.inc(count))
  app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) }
    duration.observe(labels, reply.elapsedTime / 1000)
    done()
  })
  return registry
}
