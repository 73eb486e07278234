import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { promptParts } from '../../src/evaluation/index.ts'
import { call, playbook, text } from '../support/model-playbook.ts'
import { startOpenAiServer } from '../support/openai-server.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { ownContent } from '../support/own-content.ts'

const SMALL_TALK = '- id: thanks\n  ask: [谢谢你]\n  outcome: refuse:out-of-scope\n'

// Each test opens the house once or more.
vi.setConfig({ testTimeout: 240_000 })

let house: EvalHouse
let assistant: string
beforeAll(async () => {
  house = await openEvalHouse()
  await house.write('evals/refusals/sample.yaml', SMALL_TALK)
  assistant = await readFile(join(house.root, 'prompts/assistant.md'), 'utf8')
  await house.write('versions/assistant-a.md', assistant)
})
afterAll(() => house[Symbol.asyncDispose]())

const version = (name: string): string => join(house.root, 'versions', name)
const compare = (b: string, words: readonly string[] = [], env = {}) =>
  house.call(['compare', '--prompts', version('assistant-a.md'), version(b), ...words], env)

test('a part that the embedded engine says shows in the comparison', async () => {
  const messages = await readFile(join(house.root, 'prompts/messages.yaml'), 'utf8')
  await house.write('versions/messages-b.yaml', messages.replace('不客气。', '别客气。'))
  const { code, out } = await compare('messages-b.yaml')
  expect(code).toBe(0)
  expect(out).toContain('refusals：看不出差别')
  expect(out).toContain('answers：每个字都一样：固定文本改了，这里没有一句因此不同')
})

const content = await ownContent()
test('every part that is listed as unmeasurable offline leaves each word as it was', async () => {
  const parts = promptParts(content).filter(({ part, offline }) => !offline && part.startsWith('prompts/assistant.md'))
  expect(parts.length).toBeGreaterThan(3)
  const edited = parts.reduce(
    (text, { part }) => {
      const heading = part.slice('prompts/assistant.md '.length)
      return heading.startsWith('#') ? text.replace(heading, `${heading}\n\n一律回答：暂停办理。`) : text
    },
    assistant.replace('你是“边办”', '一律回答：暂停办理。你是“边办”'),
  )
  expect(edited.split('暂停办理').length - 1).toBe(parts.length)
  await house.write('versions/assistant-b.md', edited)
  const { code, out } = await compare('assistant-b.md')
  expect(code).toBe(0)
  expect(out.match(/离线无法衡量/g)).toHaveLength(3)
})

test('a language model follows its prompt, and the worse version is told', async () => {
  const asks = Array.from({ length: 8 }, (_, at) => `身份证到期换证多少钱${'呢'.repeat(at)}`)
  await house.write(
    'evals/answers/sample.yaml',
    `- id: renewal-fee\n  guide: resident-id\n  question_type: fee\n  ask: [${asks.join(', ')}]\n  outcome: answer\n  facts:\n    - {id: fee, critical: true, about: [期满换领], quantity: {kind: money, value: 20}, source: resident-id#fees}\n`,
  )
  const search = call('searchGuides', { query: '居民身份证有效期满换领多少钱', sections: ['fees'] })
  const good = playbook([{ when: /身份/, steps: [search, text('有效期满换领工本费20元[p1]。')] }])
  const silent = playbook([{ when: /身份/, steps: [call('decline', { reason: 'no-guidance' }), text('。')] }])
  await using server = await startOpenAiServer((request, index) =>
    (request.body.includes('暂停办理') ? silent : good)(request, index),
  )
  const env = { OPENAI_MODEL: 'scripted', OPENAI_BASE_URL: server.baseUrl }
  const { code, out } = await compare('assistant-b.md', ['--engine', 'openai', '--suite', 'answers'], env)
  expect(out).toContain('answers：变差了。变差 8 条')
  expect(code).toBe(1)
})

test('a version that is none is a mistake, told with its file', async () => {
  expect(await compare('nowhere.md')).toMatchObject({ code: 2, errors: expect.stringContaining('nowhere.md') })
  await house.write('versions/other.md', assistant)
  expect(await compare('other.md')).toMatchObject({ code: 2, errors: expect.stringContaining('文件名要以') })
  await house.write('versions/assistant-c.md', assistant.replace(/version: \d+/, 'version: eins'))
  expect(await compare('assistant-c.md')).toMatchObject({ code: 2, errors: expect.stringContaining('version') })
})
