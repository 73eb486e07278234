import { expect, test } from 'vitest'
import { diffLines, lintPrompt } from '../../src/evaluation/index.ts'
import { ownContent } from '../support/own-content.ts'

const content = await ownContent()

test('no prompt in use is too long, without a label, or open to injection', () => {
  const prompts = [...content.prompts.values()]
  expect(prompts.length).toBeGreaterThan(0)
  expect(prompts.flatMap((prompt) => lintPrompt(prompt))).toEqual([])
})

test('staff are told of a prompt that is too long, unlabelled, or lets a variable speak as an instruction', () => {
  const risks = lintPrompt({
    body: `${'长'.repeat(9000)}{{words}} <words>{{words}}</words>`,
    label: '最好的',
    version: 2,
    changelog: [{ version: 1, change: '第一版' }],
    variables: { words: 'what the citizen said' },
  })
  expect(risks).toHaveLength(4)
  expect(risks.join()).toContain('{{words}}')
})

test('two versions of a prompt are shown line by line', () => {
  expect(diffLines('一\n二\n三', '一\n三\n四').map(({ mark, text }) => mark + text)).toEqual([
    ' 一',
    '-二',
    ' 三',
    '+四',
  ])
})
