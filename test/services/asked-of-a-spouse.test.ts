import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readStaffContent } from '../../src/content/index.ts'
import { WHOM } from '../../src/services/acting/acting.ts'
import { about } from '../../src/services/acting/represented-service.ts'

const { services } = readStaffContent(resolve(import.meta.dirname, '../..')).content

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
