import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fields } from '../src/execute/step-fields.ts'
import { validateSteps } from '../src/execute/step-validate.ts'

const guide = readFileSync(new URL('../docs/steps.md', import.meta.url), 'utf8')
const steps = JSON.parse(/```json\n([\s\S]{1,20000}?)```/.exec(guide)![1]!) as { kind: string }[]

test('the guide shows every kind of step, each as it is accepted', () => {
  expect(steps.map(({ kind }) => kind).sort()).toEqual(Object.keys(fields).sort())
  expect(validateSteps(steps)).toEqual({ ok: true, value: steps })
})
