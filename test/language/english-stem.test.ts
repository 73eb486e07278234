import { expect, test } from 'vitest'
import { englishStem } from '../../src/language/index.ts'

test.each([
  ['apply', 'applied', 'applying', 'application', 'applicant'],
  ['register', 'registered', 'registration'],
  ['licence', 'license', 'licences'],
  ['renew', 'renewal', 'renewing', 'renewed'],
  ['replace', 'replacement', 'replacing'],
  ['lost', 'lose', 'losing'],
  ['marry', 'married', 'marriage'],
  ['submit', 'submitted', 'submitting'],
  ['notarise', 'notarized', 'notarisation'],
  ['company', 'companies'],
])('the forms of "%s" meet', (...words) => {
  expect(new Set(words.map((word) => englishStem(word))).size).toBe(1)
})

test.each([
  ['employer', 'employee'],
  ['passport', 'passed'],
  ['permit', 'permanent'],
  ['resident', 'residence'],
])('"%s" and "%s" stay two words', (one, other) => {
  expect(englishStem(one)).not.toBe(englishStem(other))
})

test('the stem of a stem is itself, and what is no English word stays as it is', () => {
  for (const word of ['residences', 'endorsement', 'cancellations', 'processes', 'addresses'])
    expect(englishStem(englishStem(word))).toBe(englishStem(word))
  expect(englishStem('fee')).toBe('fee')
  expect(englishStem('居住证')).toBe('居住证')
})
