import { expect, test } from 'vitest'
import { WHOM } from '../../src/services/acting/acting.ts'
import { about } from '../../src/services/acting/represented-service.ts'
import { ownContent } from '../support/own-content.ts'

const { services } = await ownContent()

/** How the form asks for the spouse's name when somebody acts for this relative. */
function askedFor(relative: keyof typeof WHOM): string {
  const field = services.get('housing-fund-rent')?.fields.find(({ id }) => id === 'spouseName')
  if (field === undefined) throw new Error('the form asks for no spouse')
  return about(field, WHOM[relative]).ask
}

test('whoever acts for her husband is asked for her own name where the form asks for his spouse', () => {
  expect(askedFor('spouse')).toBe('请问您的姓名？')
  expect(askedFor('father')).toBe('请问父亲配偶的姓名？')
})
