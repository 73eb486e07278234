import { yearsOfAge, type Field } from '../../content/index.ts'

type Derivation = NonNullable<Field['derive']>['as']

/**
 * What an 18-digit identity number (GB 11643; the residence permit of 港澳台 residents has the same form) says about its
 * holder: birth date as `YYYY-MM-DD`, sex as 男/女, age in full years on `today`, reached on the birthday itself.
 * Undefined when the number has another form.
 */
export function deriveValue(number: string, as: Derivation, today: string): string | undefined {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(number)
  if (match === null) return undefined
  const [, year = '', month = '', day = '', order = ''] = match
  const born = `${year}-${month}-${day}`
  switch (as) {
    case 'birth-date':
      return born
    case 'sex':
      return Number(order) % 2 === 1 ? '男' : '女'
    case 'age':
      return String(yearsOfAge(born, today))
  }
}
