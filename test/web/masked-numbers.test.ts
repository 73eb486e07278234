import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/web/plain-markdown.ts'

test('two masked numbers in a line keep their stars, and bold words stay bold', () => {
  const render = createMarkdown((_href, label) => label)
  expect(render('已把手机号从“138****0001”改成“138****0003”。')).toBe(
    '<p>已把手机号从“138****0001”改成“138****0003”。</p>\n',
  )
  expect(render('证号 350***********0018，**照片** 3张')).toBe(
    '<p>证号 350***********0018，<strong>照片</strong> 3张</p>\n',
  )
})
