import type { DataElement } from '../element.ts'
import { creditCodeHolds } from './check-digits.ts'
import { compact } from './identity-number.ts'
import { readCodes } from './read-codes.ts'

const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const PROBLEM = '统一社会信用代码应为18位，校验不通过，请对照营业执照核对。'

/** 统一社会信用代码: 18 characters, GB 32100 check character. The inner GB 11714 check only fails for faulty issues and is not made. */
export const uscc: DataElement = {
  id: 'uscc',
  label: '统一社会信用代码',
  secret: false,
  read: (text, context) =>
    readCodes(text, 'uscc', context, 20, (code, offered) => {
      if (SHAPE.test(code) && creditCodeHolds(code))
        return /[A-Z]/.test(code) || offered ? { value: code, confidence: 1 } : { value: code, confidence: 0.6 }
      const meant =
        /^[0-9A-Z]{15,20}$/.test(code) &&
        (offered || (code.length === 18 && /^[159]/.test(code) && /[A-WYZ]/.test(code)))
      return meant && !/^\d{17}X$/.test(code)
        ? { value: code, confidence: offered ? 0.9 : 0.7, problem: PROBLEM }
        : undefined
    }),
  check: (value) => {
    const code = compact(value)
    return SHAPE.test(code) && creditCodeHolds(code) ? { ok: true, value: code } : { ok: false, problem: PROBLEM }
  },
  show: (value) => value,
}
