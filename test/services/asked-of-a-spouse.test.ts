import { expect, test } from 'vitest'
import { WHOM } from '../../src/services/acting/acting.ts'
import { about } from '../../src/services/acting/represented-service.ts'
import { ownContent } from '../support/own-content.ts'

const { services } = await ownContent()

/** How a form asks when somebody acts for this relative. */
function askedFor(relative: keyof typeof WHOM, service: string, id: string): string {
  const field = services.get(service)?.fields.find((each) => each.id === id)
  if (field === undefined) throw new Error(`${service} asks for no ${id}`)
  return about(field, WHOM[relative]).ask
}

test('whoever acts for her husband is asked for her own name where the form asks for his spouse', () => {
  expect(askedFor('spouse', 'housing-fund-rent', 'spouseName')).toBe('请问您的姓名？')
  expect(askedFor('father', 'housing-fund-rent', 'spouseName')).toBe('请问父亲配偶的姓名？')
})

test('whoever acts for her mother is asked where her mother works, and who hires her', () => {
  expect(askedFor('mother', 'maternity-benefit', 'companyName')).toBe('母亲的工作单位全称是什么？')
  expect(askedFor('mother', 'labour-dispute', 'privateEmployer')).toContain('对方是私人请母亲干活')
  expect(askedFor('mother', 'residence-permit', 'mobile')).toContain('您')
})
