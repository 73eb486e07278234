import { describe, expect, test } from 'vitest'
import { readStaffContent } from '../../src/content/index.ts'
import { literalsIn } from '../../src/content/condition-tree.ts'
import { BENEFIT, PROFILE } from './sample-bundle.ts'
import { GUIDE, problemsWith, staffFolder } from './sample-files.ts'

const FILE = 'knowledge/benefits/kite-allowance.yaml'

function benefitAfter(from: string, to: string): string[] {
  expect(BENEFIT).toContain(from)
  return problemsWith({ [FILE]: BENEFIT.replace(from, to) })
}

test('a benefit is read with its numbers in words, beside the profile it asks', () => {
  using folder = staffFolder()
  const { content } = readStaffContent(folder.root)
  expect(content.benefits.get('kite-allowance')?.rules[0]?.reason).toBe('年满16周岁。')
  expect([...content.profile.keys()]).toEqual(['birthDate', 'hasKite'])
  expect(content.profile.get('birthDate')?.source).toBe('population')
})

describe('a number without source', () => {
  test('is told with the condition it stands in', () => {
    expect(benefitAfter('age(birthDate) >= 16', 'age(birthDate) >= 60')).toEqual([
      `${FILE}:7 60 in the condition "age(birthDate) >= 60" is a number without source | ` +
        'put it under facts of knowledge/guides/leisure/kite-permit.md with its mark, or leave the rule out',
    ])
    expect(benefitAfter('when: hasKite, fee', 'when: birthDate > "2020-01-01", fee').join()).toContain(
      '2020-01-01 in the condition',
    )
  })
  test('is one though the same figure measures something else there', () => {
    expect(benefitAfter('age(birthDate) >= 16', 'age(birthDate) >= 2').join()).toContain('2 in the condition')
    expect(benefitAfter('age(birthDate) >= 16', 'daysSince(birthDate) >= 16').join()).toContain('16 in the condition')
  })
  test('is none where the guide states it, in years or in months', () => {
    expect(benefitAfter('age(birthDate) >= 16', 'monthsSince(birthDate) >= 60')).toEqual([])
    expect(benefitAfter('age(birthDate) >= 16', 'birthDate >= "2025-05-10"')).toEqual([])
    expect(benefitAfter('age(birthDate) >= 16', 'age(birthDate) > 0')).toEqual([])
  })
  test('is one all the same while the guide has only an unverified number', () => {
    const guide = GUIDE.replace(
      'value: 16, unit: year-of-age, mark: law, law: 风筝条例, article: 第九条',
      'value: 16, unit: year-of-age, mark: unverified',
    ).replaceAll('{{min-age}}', '足够大')
    const changes = { 'knowledge/guides/leisure/kite-permit.md': guide }
    expect(problemsWith({ ...changes, [FILE]: BENEFIT.replace('{{min-age}}', '够大') }).join()).toContain(
      '16 in the condition',
    )
  })
  test('is found wherever it stands in an expression', () => {
    expect(
      literalsIn('!(a in [2, 3.5]) || (today > "2026-01" ? -4 : 5) == 6 && age(b) >= 80').map(({ value }) => value),
    ).toEqual([2, 3.5, '2026-01', 4, 5, 6, 80])
    expect(literalsIn('monthsSince(a) < 6')).toEqual([{ value: 6, measure: 'monthsSince' }])
    expect(literalsIn('a >')).toEqual([])
  })
})

test('a broken rule, citation or amount is told with its line', () => {
  expect(benefitAfter('when: hasKite, reason', 'when: hasKites, reason')).toEqual([
    `${FILE}:8 the condition "hasKites" is wrong: there is no field "hasKites"; perhaps "hasKite" | correct the condition, or add to profile.yaml`,
  ])
  expect(
    benefitAfter('reason: 有风筝。, cite: kite-permit#who', 'reason: 有风筝。, cite: kite-permit#whom').join(),
  ).toContain('leads to no section')
  expect(benefitAfter('reason: 有风筝。, cite: kite-permit', 'reason: 有风筝。, cite: kite-permits').join()).toContain(
    'the guide "kite-permits" does not exist',
  )
  expect(benefitAfter('fee: first-issue', 'fee: first-isue').join()).toContain('write fee: first-issue')
  expect(benefitAfter('fee: first-issue', 'fee: replacement').join()).toContain('is unverified')
  expect(benefitAfter('fee: first-issue', 'fee: first-issue, fact: photos').join()).toContain('a fact and a fee')
  expect(benefitAfter('service: kite-permit', 'service: kite-permitt').join()).toContain('write service: kite-permit')
  expect(benefitAfter('年满{{min-age}}', '年满16周岁').join()).toContain('stands bare in the text')
  expect(benefitAfter('id: kite,', 'id: old-enough,').join()).toContain('stands in rules a second time')
  expect(benefitAfter('review:', 'reviews:').join()).toContain('write "review"')
})

test('the profile is checked like the fields of a form', () => {
  const profileWith = (from: string, to: string) =>
    problemsWith({ 'knowledge/profile.yaml': PROFILE.replace(from, to) })
  expect(profileWith('source: population', 'source: populace').join()).toContain('one of population')
  expect(profileWith('id: birthDate', 'id: hasKite').join()).toContain('stands in the profile a second time')
  expect(profileWith('element: yes-no', 'element: choice').join()).toContain('fewer than two options')
  expect(profileWith('fields:', 'field:')).toHaveLength(2)
})
