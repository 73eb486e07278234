import { describe, expect, test } from 'vitest'
import { readStaffContent } from '../../src/content/index.ts'
import { GUIDE, problemsWith, staffFolder } from './sample-files.ts'

const ENGLISH = 'knowledge/english/kite-permit.yaml'
const file = (...lines: readonly string[]): Record<string, string> => ({
  [ENGLISH]: ['id: kite-permit', ...lines].join('\n'),
})

describe('the English of the points of a guide', () => {
  test('stands with the guide, its numbers in words', () => {
    using folder = staffFolder(file('who:', '  开头: Anyone aged {{min-age}} or more can apply for the kite permit.'))
    const { content, problems } = readStaffContent(folder.root)
    expect(problems).toEqual([])
    expect([...(content.guides.get('kite-permit')?.pointsEn ?? [])]).toEqual([
      ['who#开头', 'Anyone aged 16 years of age or more can apply for the kite permit.'],
    ])
  })

  test('may not be of a point that the guide does not have', () => {
    expect(problemsWith(file('who:', '  开口: Anyone can apply.'))).toEqual([
      `${ENGLISH}:3 "who#开口" is no point of the guide | write 开头`,
    ])
  })

  test('may not be of a guide that does not exist', () => {
    expect(problemsWith({ 'knowledge/english/kite-permt.yaml': 'id: kite-permt\n' })).toEqual([
      'knowledge/english/kite-permt.yaml:1 the guide "kite-permt" does not exist | name the file kite-permit.yaml, with id: kite-permit',
    ])
  })

  test.each([
    [
      'another number of the guide',
      'Anyone can apply for a kite permit of {{valid-years}}.',
      [
        '{{valid-years}} does not stand in the Chinese of this point | say the numbers of the Chinese: {{min-age}}',
        'the Chinese says {{min-age}}, and the English does not | say {{min-age}} too',
      ],
    ],
    [
      'a number of its own',
      'Anyone of {{min-age}} can apply within 10 days.',
      ['the number 10 does not stand in the Chinese of this point | say only numbers that the Chinese says'],
    ],
    [
      'a number in words of its own',
      'Anyone of {{min-age}} can apply for three kites.',
      ['the number 3 does not stand in the Chinese of this point | say only numbers that the Chinese says'],
    ],
    [
      'a number of the guide in figures',
      'Anyone of 16 and more, so {{min-age}}, can apply.',
      ['the number 16 does not stand in the Chinese of this point | write {{min-age}}'],
    ],
    [
      'that it is free where the Chinese says nothing of it',
      'Anyone of {{min-age}} can apply free of charge.',
      ['the Chinese does not say that it is free | say of the fee what the Chinese says'],
    ],
    [
      'a word in Chinese outside of brackets',
      'Anyone of {{min-age}} can apply at 风筝局 (风筝局).',
      ['there is Chinese in the English | say it in English, with the Chinese name in brackets'],
    ],
  ])('may not say %s', (_, english, problems) => {
    expect(problemsWith(file('who:', `  开头: ${english}`))).toEqual(
      problems.map((problem) => `${ENGLISH}:3 ${problem}`),
    )
  })

  test('names a point as citizens read it, its numbers in words', () => {
    const guide = GUIDE.replace('照片{{photos}}。', '- **照片{{photos}}**：照片{{photos}}。')
    using folder = staffFolder({
      'knowledge/guides/leisure/kite-permit.md': guide,
      ...file('materials:', '  照片2张: Bring {{photos}} photos.'),
    })
    const { content, problems } = readStaffContent(folder.root)
    expect(problems).toEqual([])
    expect(content.guides.get('kite-permit')?.pointsEn.get('materials#照片2张')).toBe('Bring 2 photos.')
  })

  test('says a number that the guide has in Chinese words as the guide has it in English', () => {
    const withShare = (fact: string) => ({
      'knowledge/guides/leisure/kite-permit.md': GUIDE.replace('facts:\n', `facts:\n${fact}\n`).replace(
        '到窗口办。',
        '要{{share}}以上的人同意。',
      ),
      ...file('how:', '  开头: At least {{share}} must agree.'),
    })
    const share = `  - { id: share, label: 份额, value: 三分之二, unit: '', mark: source, source: S1`
    expect(problemsWith(withShare(`${share} }`))).toEqual([
      `${ENGLISH}:3 {{share}} has no English | give the fact share of the guide its valueEn`,
    ])
    using folder = staffFolder(withShare(`${share}, valueEn: two thirds }`))
    const { content } = readStaffContent(folder.root)
    expect(content.guides.get('kite-permit')?.pointsEn.get('how#开头')).toBe('At least two thirds must agree.')
  })

  test('with a mistake is left out of what is shown', () => {
    using folder = staffFolder(file('who:', '  开头: Anyone can apply.', 'how:', '  开头: Go to the counter.'))
    const { content, problems } = readStaffContent(folder.root)
    expect(problems).toHaveLength(1)
    expect([...(content.guides.get('kite-permit')?.pointsEn.keys() ?? [])]).toEqual(['how#开头'])
  })
})
