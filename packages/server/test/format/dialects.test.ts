import { createEngine } from 'blueprint-command-engine'
import { describe, expect, test } from 'vitest'
import { dialects } from '../../../dialects/src/index.ts'
import { blueprintFormat } from '../../src/format/blueprint-format.ts'
import { dialectFormat } from '../../src/format/dialect-format.ts'
import { DocumentService } from '../../src/service/document-service.ts'
import { MemoryStore } from '../../src/store/memory-store.ts'
import { screen } from '../support/screen.ts'
import { done, me, textOf } from '../support/services.ts'

const card = {
  type: 'AdaptiveCard',
  version: '1.6',
  body: [
    { type: 'TextBlock', text: 'Flight delayed', style: 'heading' },
    { type: 'TextBlock', text: 'New gate', size: 'Large' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Rebook' }],
}

const spec = {
  root: 'page',
  elements: {
    page: { type: 'Stack', props: { direction: 'vertical' }, children: ['title', 'buy'] },
    title: { type: 'Heading', props: { text: 'Orders', level: 'h2' }, children: [] },
    buy: { type: 'Button', props: { label: 'Buy now', variant: 'primary' }, children: [] },
  },
}

const cases: readonly [dialect: string, text: string, command: string, says: string][] = [
  ['adaptive-cards', JSON.stringify(card, null, 4), 'change the "New gate" text to "Gate 7"', 'Gate 7'],
  ['json-render', `${JSON.stringify(spec, null, 2)}\n`, 'rename the "Buy now" button to "Order"', 'Order'],
  ['blueprint', JSON.stringify(screen(1)), 'rename the footer to "Bye"', 'Bye'],
]

async function start(store = new MemoryStore()): Promise<DocumentService> {
  const engine = createEngine({ dialects })
  const foreign = dialects.map((dialect) => dialectFormat(engine, dialect))
  const formats = [...foreign, blueprintFormat(engine)]
  return DocumentService.create({ store, engine, formats, version: '0.0.0', snapshotEvery: 3 })
}

describe('documents of every dialect', () => {
  test.each(cases)(
    '%s is stored as it came, changed by its own patches, and undone',
    async (dialect, text, command, says) => {
      const store = new MemoryStore()
      const service = await start(store)
      const made = await service.create({ id: 'a', text, mediaType: 'application/json' }, me)
      expect(made).toMatchObject({ ok: true, value: { dialect } })
      expect(await textOf(service, 'a')).toBe(text)
      const answer = done(await service.run('a', { command, revision: 1 }, me))
      expect(answer.patches).toMatchObject([{ op: 'replace', value: says }])
      const after = await textOf(service, 'a')
      expect(after.length - text.length).toBe(says.length - lengthBefore(text, answer.patches![0]!.path))
      expect(after).toContain(JSON.stringify(says))
      for (let i = 0; i < 4; i++) {
        done(await service.undo('a', { rebase: true }, me))
        expect(await textOf(service, 'a')).toBe(text)
        done(await service.redo('a', { rebase: true }, me))
        expect(await textOf(await start(store), 'a')).toBe(after)
      }
    },
  )

  test.each(cases)('%s takes batches, previews and questions', async (_dialect, text, command) => {
    const service = await start()
    await service.create({ id: 'a', text }, me)
    const shown = await service.preview('a', { command })
    if (!shown.ok) throw new Error(shown.error.detail)
    const refused = await service.batch('a', { commands: [command, 'delete the carousel'], rebase: true }, me)
    expect(refused.result).toMatchObject({ ok: false, error: { kind: 'rejected' } })
    expect(await textOf(service, 'a')).toBe(text)
    const batch = { commands: [command, 'delete the carousel'], rebase: true, atomic: false }
    expect(done(await service.batch('a', batch, me))).toMatchObject({ status: 'partial', revision: 2 })
    done(await service.undo('a', { revision: 2 }, me))
    expect(await textOf(service, 'a')).toBe(text)
    expect(await service.verify('a')).toMatchObject({ ok: true })
    expect(await service.blueprint('a')).toMatchObject({ ok: true })
  })
})

function lengthBefore(text: string, path: string): number {
  let value: unknown = JSON.parse(text)
  for (const key of path.slice(1).split('/')) value = (value as { readonly [key: string]: unknown })[key]
  return String(value).length
}
