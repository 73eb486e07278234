import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DeclineReason } from '../../src/conversation/outcome.ts'
import { speechIn } from '../../src/conversation/speech.ts'
import { APPLICATION_STATUSES } from '../../src/services/index.ts'
import { ownContent } from '../support/own-content.ts'

const root = resolve(import.meta.dirname, '../..')
const content = await ownContent()
const source = readdirSync(join(root, 'src/conversation'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
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

test('a title with quotation marks stands in a quotation with the inner ones', () => {
  const title = '新生儿出生“一件事”'
  expect(speechIn(content, 'zh-Hans')('application-started', { title })).toContain('“新生儿出生‘一件事’”')
  expect(speechIn(content, 'zh-Hant')('application-started', { title })).toContain('「新生儿出生『一件事』」')
  expect(speechIn(content, 'zh-Hans')('application-started', { title: '居住证' })).toContain('“居住证”')
  expect(speechIn(content, 'zh-Hans')('application-started', { title: '居“住证' })).toContain('“居“住证”')
})

test('a day is written as people write it', () => {
  expect(speechIn(content, 'zh-Hans').day('2026-12-12')).toBe('2026年12月12日')
  expect(speechIn(content, 'en').day('2026-12-12')).toBe('12 Dec 2026')
})
