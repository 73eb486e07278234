import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readStaffContent } from '../../src/content/index.ts'
import { DeclineReason } from '../../src/conversation/outcome.ts'
import { speechIn } from '../../src/conversation/speech.ts'
import { APPLICATION_STATUSES } from '../../src/services/index.ts'

const root = resolve(import.meta.dirname, '../..')
const { content } = readStaffContent(root)
const source = readdirSync(join(root, 'src/conversation'))
  .map((name) => readFileSync(join(root, 'src/conversation', name), 'utf8'))
  .join('\n')

test('every fixed text that the code says is written, in three forms', () => {
  const said = [...source.matchAll(/say\('([\w-]+)'/g)].map(([, key]) => key ?? '')
  const built = [
    ...APPLICATION_STATUSES.map((status) => `status-${status}`),
    ...['110', '119', '120', '122', '12356'].map((number) => `crisis-${number}`),
    ...['set-aside', 'resume', 'discard'].map((action) => `draft-${action}`),
    ...['materials', 'fees', 'time', 'where', 'apply'].map((section) => `suggest-${section}`),
    ...DeclineReason.options,
    'value-not-said',
  ]
  expect(said.length).toBeGreaterThan(20)
  expect([...said, ...built].filter((key) => !content.messages.has(key))).toEqual([])
})

test('a text is said in the citizen’s locale, with its variables', () => {
  const say = speechIn(content, 'zh-Hant')
  expect(say('handed-over', { ticket: 'T-1' })).toContain('T-1')
  expect(say('handed-over', { ticket: 'T-1' })).toContain('12345')
})
