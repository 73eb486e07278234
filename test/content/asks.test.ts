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

  test('say which points of the guide answer them, and where it is silent', () => {
    using folder = staffFolder({
      [ASKS]: [
        'id: kite-permit',
        'fees:',
        '  - answer: [fees#开头, how#开头]',
        '    asks: [放个风筝还要钱啊]',
        '  - answer: []',
        '    asks: [能刷卡吗]',
        '  - 能开发票吗',
      ].join('\n'),
    })
    const { content, problems } = readStaffContent(folder.root)
    expect(problems).toEqual([])
    const guide = content.guides.get('kite-permit')
    expect(guide?.sectionAsks.get('fees')).toEqual(['放个风筝还要钱啊', '能刷卡吗', '能开发票吗'])
    expect([...(guide?.answers ?? [])]).toEqual([
      ['放个风筝还要钱啊', ['fees#开头', 'how#开头']],
      ['能刷卡吗', []],
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
