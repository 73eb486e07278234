import type { DataElement, ElementCheck } from '../element.ts'
import { luhnHolds } from './check-digits.ts'
import { compact } from './identity-number.ts'
import { readCodes } from './read-codes.ts'

/** 银行卡号: 16–19 digits that pass the Luhn check. Only the last four are shown. */
export const bankCard: DataElement = {
  id: 'bank-card',
  label: '银行卡号',
  secret: true,
  read: (text, context) =>
    readCodes(text, 'bank-card', context, 23, (code, offered) => {
      const checked = checkCard(code)
      if (checked.ok)
        return looksLikeIdentity(code) && !offered ? undefined : { value: code, confidence: offered ? 1 : 0.9 }
      return offered && /^\d{12,23}$/.test(code) && !looksLikeIdentity(code)
        ? { value: code, confidence: 0.8, problem: checked.problem }
        : undefined
    }),
  check: (value) => checkCard(compact(value)),
  show: (value) => '*'.repeat(Math.max(0, value.length - 4)) + value.slice(-4),
}

function checkCard(digits: string): ElementCheck {
  if (!/^\d{16,19}$/.test(digits)) return { ok: false, problem: '银行卡号应为16至19位数字，请核对。' }
  return luhnHolds(digits)
    ? { ok: true, value: digits }
    : { ok: false, problem: '银行卡号校验不通过，可能有数字写错了，请核对。' }
}

/** 18 digits with a birth date in the seventh to fourteenth place. */
function looksLikeIdentity(code: string): boolean {
  return /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/.test(code)
}
