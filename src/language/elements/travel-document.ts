import type { DataElement, ElementCheck, ElementId } from '../element.ts'
import { compact } from './identity-number.ts'
import { readCodes } from './read-codes.ts'

/** 台湾居民来往大陆通行证: 8 digits, or 10 for a single journey. Read only where named or asked for: 8 digits may be anything. */
export const taiwanTravelPermit = documentElement(
  'taiwan-travel-permit',
  '台湾居民来往大陆通行证号码',
  /^(?:\d{8}|\d{10})$/,
  /^[A-Z]?\d{5,12}$/,
  '台胞证号码应为8位数字（一次有效的为10位），请核对。',
)

/** 护照: a Chinese passport (one or two letters, nine characters) is read by its shape; foreign ones, 5–20 letters and digits, where named or asked for. */
export const passport = documentElement(
  'passport',
  '护照号码',
  /^(?=.*\d)[A-Z0-9]{5,20}$/,
  /^(?=.*\d)[A-Z0-9]{2,24}$/,
  '护照号码应为5至20位字母或数字，请核对。',
  /^(?:E[A-Z]?\d{7,8}|G\d{8}|[DSP][EP]?\d{7,8})$/,
)

function documentElement(
  id: ElementId,
  label: string,
  valid: RegExp,
  offeredShape: RegExp,
  problem: string,
  unmistakable?: RegExp,
): DataElement {
  return {
    id,
    label,
    secret: true,
    read: (text, context) =>
      readCodes(text, id, context, 20, (code, offered) => {
        if (unmistakable?.test(code) === true && code.length === 9)
          return { value: code, confidence: offered ? 1 : 0.8 }
        if (!offered || !offeredShape.test(code)) return undefined
        if (/^1[3-9]\d{9}$|^\d{17}[\dX]$/.test(code)) return undefined
        return valid.test(code) ? { value: code, confidence: 0.9 } : { value: code, confidence: 0.7, problem }
      }),
    check: (value): ElementCheck => {
      const code = compact(value)
      return valid.test(code) ? { ok: true, value: code } : { ok: false, problem }
    },
    show: (value) => maskEnds(value),
  }
}

/** Keeps two characters at either end. */
function maskEnds(value: string): string {
  return value.length <= 4
    ? '*'.repeat(value.length)
    : value.slice(0, 2) + '*'.repeat(value.length - 4) + value.slice(-2)
}
