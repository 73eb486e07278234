import { describe, expect, test } from 'vitest'
import { readStaffContent } from '../../src/content/index.ts'
import { problemsWith, staffFolder } from './sample-files.ts'

const ASKS = 'knowledge/asks/kite-permit.yaml'

describe('questions written by section', () => {
  test('stand with their guide, under the section that answers them', () => {
    using folder = staffFolder({
      [ASKS]: 'id: kite-permit\nfees: [放个风筝还要钱啊]\ntime: [风筝证明天能拿吗, 要等几天]\n',
    })
    const { content, problems } = readStaffContent(folder.root)
    expect(problems).toEqual([])
    expect([...(content.guides.get('kite-permit')?.sectionAsks ?? [])]).toEqual([
      ['time', ['风筝证明天能拿吗', '要等几天']],
      ['fees', ['放个风筝还要钱啊']],
    ])
  })

  test('for a guide that is not there are a mistake', () => {
    expect(problemsWith({ 'knowledge/asks/kite-permt.yaml': 'id: kite-permt\nfees: [多少钱]\n' })).toEqual([
      'knowledge/asks/kite-permt.yaml:1 the guide "kite-permt" does not exist | name the file kite-permit.yaml, with id: kite-permit',
    ])
  })

  test('that stand in two places are a mistake, since they could not tell which is meant', () => {
    expect(problemsWith({ [ASKS]: 'id: kite-permit\nfees: [放风筝要钱吗]\nwho:\n  - 放风筝要钱吗\n' })).toEqual([
      `${ASKS}:2 "放风筝要钱吗" already stands in kite-permit#who | keep it in one place`,
    ])
  })

  test('under a section that no guide has are a mistake', () => {
    const [problem] = problemsWith({ [ASKS]: 'id: kite-permit\nprice: [放风筝要钱吗]\n' })
    expect(problem).toContain('price')
  })
})
