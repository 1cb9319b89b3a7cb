// An agent that edits by instruction: each line "In FILE add: TEXT" of its item is done; words in its goal say what goes wrong.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = process.env.BLUEPRINT_TASK_DIR
const spec = JSON.parse(readFileSync(join(folder, 'spec.json'), 'utf8'))
const { work_item_id: id, attempt } = spec
const { content } = spec.input
const end = (result) => {
  writeFileSync(join(folder, 'result.json'), JSON.stringify({ work_item_id: id, ...result }))
  process.exit()
}

if (content.includes('(fails twice)') && attempt <= 2)
  end({ status: 'failed', output: { errors: [`attempt ${attempt} went wrong`] } })
// The third time it must know why it failed before.
if (content.includes('(fails twice)') && spec.previous?.reason !== 'attempt 2 went wrong')
  end({ status: 'failed', output: { errors: ['nobody told what went wrong'] } })
const met = join(process.env.DAY_FOLDER, `limit-${id}`)
if (content.includes('(meets a limit)') && !existsSync(met)) {
  writeFileSync(met, '')
  end({ status: 'failed', output: { errors: ['429 too many requests, try again in 1 s'] } })
}
const files = []
for (const [, file, text] of content.matchAll(/^\d+\. In (\S+) add: (.+)$/gm)) {
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, `${text}\n`)
  files.push(file)
}
// Long enough that others run at the same time.
await new Promise((resolve) => setTimeout(resolve, 300))
end({ status: 'success', output: { files }, metrics: { tokens: 100, cost: 0.01 } })
