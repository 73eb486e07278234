import type { DataElement, ElementCheck } from '../element.ts'
import { compact } from './identity-number.ts'
import { readCodes } from './read-codes.ts'

const MAINLAND = /^1[3-9]\d{9}$/
const ABROAD = /^\+(?!86)\d{6,15}$/

/** 手机号: 11 digits from 13 to 19 (no list of ranges), or a number abroad written with +. `+86` is dropped. */
export const mobile: DataElement = {
  id: 'mobile',
  label: '手机号',
  secret: true,
  read: (text, context) =>
    readCodes(text, 'mobile', context, 16, (code, offered, named) => {
      const checked = checkMobile(code)
      if (checked.ok)
        return {
          value: checked.value,
          confidence: code.startsWith('+') && !code.startsWith('+86') && !offered ? 0.7 : 1,
        }
      // 打12345没人接 is no answer; 手机号是12345 is meant as one.
      const meant = offered && (named ? /^\+?\d{3,15}$/ : /^\+?\d{7,15}$/).test(code)
      return meant ? { value: code, confidence: 0.8, problem: checked.problem } : undefined
    }),
  check: (value) => checkMobile(compact(value)),
  show: (value) =>
    MAINLAND.test(value) ? `${value.slice(0, 3)}****${value.slice(-4)}` : `${value.slice(0, 4)}****${value.slice(-2)}`,
}

function checkMobile(code: string): ElementCheck {
  const digits = code.replace(/^(?:\+86|0086|86(?=1[3-9]\d{9}$))/, '')
  if (MAINLAND.test(digits) || ABROAD.test(digits)) return { ok: true, value: digits }
  if (/^09\d{8}$/.test(digits)) return { ok: false, problem: '台湾手机号请加上+886，去掉开头的0。' }
  if (/^1[3-9]\d*$/.test(digits))
    return { ok: false, problem: `手机号应为11位数字，您写的是${digits.length}位，请核对。` }
  return { ok: false, problem: '手机号应为11位数字，以1开头，请核对。' }
}
