import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { watchStaffContent } from '../../src/content/index.ts'
import type { StaffReading } from '../../src/content/index.ts'
import { staffFolder } from './sample-files.ts'

test('a text that staff change is read again while the house runs', async () => {
  using folder = staffFolder()
  const { promise, resolve } = Promise.withResolvers<StaffReading>()
  using _watch = watchStaffContent(folder.root, resolve)
  writeFileSync(
    join(folder.root, 'prompts/messages.yaml'),
    'hello: { zh-Hans: 早上好, zh-Hant: 早安, en: Good morning }\n',
  )
  const { content, problems } = await promise
  expect(problems).toEqual([])
  expect(content.messages.get('hello')?.['zh-Hans']).toBe('早上好')
})

test('a line that is added to a list of examples is read as well', async () => {
  using folder = staffFolder()
  const { promise, resolve } = Promise.withResolvers<StaffReading>()
  using _watch = watchStaffContent(folder.root, resolve)
  appendFileSync(join(folder.root, 'knowledge/off-topic.txt'), '今天的月亮圆不圆\n')
  const { content } = await promise
  expect(content.offTopic).toContain('今天的月亮圆不圆')
})
