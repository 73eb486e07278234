import { expect, test } from 'vitest'
import { pointsOf } from '../../src/content/points.ts'
import { ownContent } from '../support/own-content.ts'

test('a guide is named point by point: what opens a section, its bullets and steps, what ends it, each common question', async () => {
  const { guides } = await ownContent()
  const guide = guides.get('taiwan-pass')
  if (guide === undefined) throw new Error('no such guide')
  const points = new Map(pointsOf(guide).map(({ name, text }) => [name, text]))
  expect(points.get('who#首次申领')).toContain('先申领通行证')
  expect(points.get('how#第三步')).toContain('提交')
  expect(points.get('who#开头')).toContain('可以申请往来台湾通行证和签注')
  expect(points.get('who#结尾')).toContain('台湾居民来大陆请办台胞证')
  expect(points.get('faq#要不要单位同意')).toContain('单位意见')
  expect([...points.keys()].filter((name) => name.startsWith('basis#'))).toEqual([])
})

test('every point of every guide has a name that does not stand for the whole line', async () => {
  const { guides } = await ownContent()
  const long = [...guides.values()].flatMap((guide) =>
    pointsOf(guide).flatMap(({ name, text }) => (!name.startsWith('faq#') && name.endsWith(`#${text}`) ? [name] : [])),
  )
  expect(long).toEqual([])
})
