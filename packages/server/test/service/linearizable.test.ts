import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { isHeavy } from '../../../../test/support/amounts.ts'
import type { DocumentService } from '../../src/service/document-service.ts'
import type { Outcome } from '../../src/service/lane.ts'
import type { Problem } from '../../src/service/problem.ts'
import type { Expectation, Sender } from '../../src/service/requests.ts'
import { screen } from '../support/screen.ts'
import { serviceOn, textOf } from '../support/services.ts'
import { storeKinds } from '../support/stores.ts'
import { DocumentModel, patchesOf } from './model.ts'
import type { Done } from './model.ts'

const CLIENTS = 20
/** Over all clients; each document gets its share. */
const OPERATIONS = isHeavy ? 10_000 : 240
const DOCUMENTS = 4
const TEXT = JSON.stringify(screen(2))
const IMPORTS = [JSON.stringify(screen(1)), JSON.stringify(screen(3))]

/** An operation as a client means it; what it sees decides which revision it names. */
interface Operation {
  readonly kind: Done['kind']
  readonly document: number
  readonly pick: number
  readonly rebase: boolean
  /** Sent a second time under the same key, to another server. */
  readonly isRepeated: boolean
}

interface Acknowledged {
  readonly document: number
  readonly revision: number
  readonly done: Done
  /** The sentence, and the revision that it was worked out on. */
  readonly command?: string
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('command' as const) },
    { weight: 2, arbitrary: fc.constantFrom('batch' as const, 'rollback' as const, 'import' as const) },
    { weight: 6, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
  ),
  document: fc.nat(DOCUMENTS - 1),
  pick: fc.nat(1000),
  rebase: fc.boolean(),
  isRepeated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

for (const kind of storeKinds) {
  const title = kind.skipped === null ? kind.name : `${kind.name} (skipped: ${kind.skipped})`
  describe.skipIf(kind.skipped !== null)(title, () => {
    test(
      `${OPERATIONS} operations by ${CLIENTS} clients of two servers leave what a model says`,
      { timeout: 600_000 },
      async () => {
        const [operations] = fc.sample(
          fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS, size: 'max' }),
          { seed: inject('propertySeed'), numRuns: 1 },
        )
        const place = await kind.make()
        const stores = [await place.open(), await place.open()]
        const services = await Promise.all(
          stores.map(async (store) => serviceOn(store, { cacheSize: 50_000 })),
        )
        const [first] = services
        for (let i = 0; i < DOCUMENTS; i++)
          await first!.create({ id: `d${i}`, text: TEXT }, { author: 'tester' })

        const acknowledged: Acknowledged[] = []
        const refused = new Map<string, number>()
        await Promise.all(
          Array.from({ length: CLIENTS }, async (_, c) => {
            const mine = operations!.filter((_each, i) => i % CLIENTS === c)
            await act(c, mine, services, acknowledged, refused)
          }),
        )

        for (let i = 0; i < DOCUMENTS; i++) {
          const chain = acknowledged.filter(({ document }) => document === i)
          await checkChain(await serviceOn(stores[1]!), `d${i}`, chain)
        }
        // The run was worth something: clients met one another. A redo between others' changes is rare in a short run.
        expect(new Set(acknowledged.map(({ done }) => done.kind)).size).toBeGreaterThanOrEqual(
          isHeavy ? 6 : 5,
        )
        expect(refused.get('stale')).toBeGreaterThan(0)
        for (const service of services) service.close()
        for (const store of new Set(stores)) await store.close()
        await place.dispose()
      },
    )
  })
}

/** One client: one operation after the other, each on what it saw last of the document. */
async function act(
  client: number,
  operations: readonly Operation[],
  services: readonly DocumentService[],
  acknowledged: Acknowledged[],
  refused: Map<string, number>,
): Promise<void> {
  const seen = new Map<number, number>()
  for (const [i, each] of operations.entries()) {
    const { document } = each
    const sender: Sender = { author: `c${client}`, key: `${client}-${i}` }
    const expectation = { revision: seen.get(document) ?? 1, rebase: each.rebase }
    const here = services[(client + i) % 2]!
    const [outcome, again] = await Promise.all([
      send(here, each, expectation, sender),
      each.isRepeated ? send(services[(client + i + 1) % 2]!, each, expectation, sender) : null,
    ])
    if (again !== null) expect(again.result).toEqual(outcome.result)
    const { result } = outcome
    if (!result.ok) {
      const { kind, revision } = result.error
      refused.set(kind, (refused.get(kind) ?? 0) + 1)
      if (kind === 'stale') expect(revision).toBeGreaterThan(expectation.revision)
      if (revision !== undefined) seen.set(document, revision)
      continue
    }
    const { revision, isNew, done, command } = result.value
    seen.set(document, revision)
    if (isNew) acknowledged.push({ document, revision, done, ...(command !== undefined && { command }) })
  }
}

interface Sent {
  readonly revision: number
  readonly isNew: boolean
  readonly done: Done
  readonly command?: string
}

async function send(
  service: DocumentService,
  { kind, document, pick }: Operation,
  expectation: Expectation,
  sender: Sender,
): Promise<{ readonly result: { ok: true; value: Sent } | { ok: false; error: Problem } }> {
  const id = `d${document}`
  switch (kind) {
    case 'command': {
      const command = sentence(pick)
      const outcome = await service.run(id, { command, ...expectation }, sender)
      return map(outcome, ({ patches = [], revision, changed }) => ({
        revision,
        isNew: changed.length > 0,
        done: { kind, patches },
        command,
      }))
    }
    case 'batch': {
      const commands = [sentence(pick), sentence(pick + 7)]
      const outcome = await service.batch(id, { commands, atomic: false, ...expectation }, sender)
      return map(outcome, ({ patches = [], revision, changed }) => ({
        revision,
        isNew: changed.length > 0,
        done: { kind, patches },
      }))
    }
    case 'rollback': {
      const to = 1 + (pick % (expectation.revision ?? 1))
      const outcome = await service.rollback(id, { to, ...expectation }, sender)
      return map(outcome, ({ revision }) => ({ revision, isNew: true, done: { kind, to } }))
    }
    case 'import': {
      const text = IMPORTS[pick % IMPORTS.length]!
      const outcome = await service.import(id, { text, ...expectation }, sender)
      return map(outcome, ({ revision }) => ({ revision, isNew: true, done: { kind, text } }))
    }
    default: {
      const outcome = await service[kind](id, expectation, sender)
      return map(outcome, ({ revision }) => ({ revision, isNew: true, done: { kind } }))
    }
  }
}

function map<T>(
  { result }: Outcome<T>,
  sent: (value: T) => Sent,
): { readonly result: { ok: true; value: Sent } | { ok: false; error: Problem } } {
  return { result: result.ok ? { ok: true, value: sent(result.value) } : result }
}

function sentence(pick: number): string {
  const things = ['header', 'footer', 'first card', 'second card', 'last button', 'third card']
  const colors = ['red', 'navy', 'green', 'yellow', 'black']
  const thing = things[pick % things.length]!
  if (pick % 11 === 0) return `delete the ${thing}`
  if (pick % 13 === 0) return `rename the footer to "${pick} \\" é"`
  return `make the ${thing} ${colors[pick % colors.length]!}`
}

/** The acknowledged changes are one chain without gaps, and every text is what the model says. */
async function checkChain(service: DocumentService, id: string, all: readonly Acknowledged[]): Promise<void> {
  const chain = all.toSorted((a, b) => a.revision - b.revision)
  expect(chain.map(({ revision }) => revision)).toEqual(chain.map((_, i) => i + 2))
  const latest = await service.latest(id, { limit: 1 })
  expect(latest.ok && latest.value.record.head).toBe(chain.length + 1)
  const model = new DocumentModel(TEXT)
  for (const [i, { done, command }] of chain.entries()) {
    if (done.kind === 'undo') expect(model.canUndo).toBe(true)
    if (done.kind === 'redo') expect(model.canRedo).toBe(true)
    // Of a deleted document nothing but the way back was acknowledged.
    if (model.isDeleted) expect(['undo', 'redo', 'rollback']).toContain(done.kind)
    if (done.kind === 'command' && i % 10 === 0)
      expect(patchesOf(model.texts.at(-1)!, command!)).toEqual(done.patches)
    model.follow(done)
  }
  for (let revision = 1; revision < model.texts.length - 1; revision += isHeavy ? 7 : 1)
    expect(await textOf(service, id, revision)).toBe(model.texts[revision])
  if (model.isDeleted)
    expect(await service.open(id)).toMatchObject({ ok: false, error: { kind: 'document-deleted' } })
  else expect(await textOf(service, id)).toBe(model.texts.at(-1))
}
