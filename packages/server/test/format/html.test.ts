import { createEngine } from 'blueprint-command-engine'
import { expect, test } from 'vitest'
import { dialects } from '../../../dialects/src/index.ts'
import { blueprintFormat } from '../../src/format/blueprint-format.ts'
import { dialectFormat } from '../../src/format/dialect-format.ts'
import { DocumentService } from '../../src/service/document-service.ts'
import { MemoryStore } from '../../src/store/memory-store.ts'
import { done, me, textOf } from '../support/services.ts'

const PAGE = `<!doctype html>
<!-- kept as it is -->
<html><body>
  <header id="top">  <h1>Shop</h1></header>
  <button   class=buy>Buy now</button>
</body></html>
`

test('HTML is stored to the byte, changed by edits and undone', async () => {
  const engine = createEngine({ dialects })
  const formats = [...dialects.map((dialect) => dialectFormat(engine, dialect)), blueprintFormat(engine)]
  const store = new MemoryStore()
  const create = async (): Promise<DocumentService> =>
    DocumentService.create({ store, engine, formats, version: '0.0.0', snapshotEvery: 3 })
  const service = await create()
  const made = await service.create({ id: 'page', text: PAGE, mediaType: 'text/html' }, me)
  expect(made).toMatchObject({ ok: true, value: { dialect: 'html' } })
  expect(await service.open('page')).toMatchObject({ value: { mediaType: 'text/html', text: PAGE } })
  const command = 'change the text of the button to "Order"'
  const answer = done(await service.run('page', { command, revision: 1 }, me))
  expect(answer.edits).toMatchObject([{ text: 'Order' }])
  const after = await textOf(service, 'page')
  expect(after).toBe(PAGE.replace('Buy now', 'Order'))
  for (let i = 0; i < 4; i++) {
    done(await service.undo('page', { rebase: true }, me))
    expect(await textOf(service, 'page')).toBe(PAGE)
    done(await service.redo('page', { rebase: true }, me))
    expect(await textOf(await create(), 'page')).toBe(after)
  }
  const batch = ['change the text of the button to "Pay"', 'rename the heading to "Store"']
  done(await service.batch('page', { commands: batch, rebase: true }, me))
  expect(await textOf(service, 'page')).toBe(PAGE.replace('Buy now', 'Pay').replace('Shop', 'Store'))
  done(await service.undo('page', { rebase: true }, me))
  expect(await textOf(await create(), 'page')).toBe(after)
})
