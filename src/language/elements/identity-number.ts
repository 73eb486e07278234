import { isoDate } from '../calendar-date.ts'
import type { DataElement, ElementCheck, ElementContext, ElementId, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { identityCheckCharacter } from './check-digits.ts'
import { readCodes } from './read-codes.ts'

/** Area codes that GB 11643 gives to residents from Hong Kong, Macao and Taiwan. */
const HMT = /^8[123]0000/
const SHAPE = /^\d{17}[\dX]$/

type Kind = { readonly id: ElementId; readonly label: string; readonly hmt: boolean }

/** 公民身份号码: 18 characters with a real birth date and the check character of GB 11643. The area code is not judged: old numbers keep theirs. */
export const citizenId = identityElement({ id: 'citizen-id', label: '身份证号码', hmt: false })

/** 港澳台居民居住证号码: the same form with area code 810000, 820000 or 830000. */
export const hmtResidencePermit = identityElement({
  id: 'hmt-residence-permit',
  label: '港澳台居民居住证号码',
  hmt: true,
})

/** 驾驶证号: the identity number of the driver, of either kind. */
export const driverLicence: DataElement = {
  ...identityElement({ id: 'driver-licence', label: '驾驶证号', hmt: false }),
  check: (value, context) => problemOr(compact(value), undefined, context, '驾驶证号'),
  read: (text, context) =>
    readIdentity(text, { id: 'driver-licence', label: '驾驶证号', hmt: false }, context, undefined),
}

function identityElement(kind: Kind): DataElement {
  return {
    id: kind.id,
    label: kind.label,
    secret: true,
    read: (text, context) => readIdentity(text, kind, context, kind.hmt),
    check: (value, context) => problemOr(compact(value), kind.hmt, context, kind.label),
    show: (value) => maskIdentity(value),
  }
}

function readIdentity(text: string, kind: Kind, context: ElementContext, hmt: boolean | undefined): Reading[] {
  return readCodes(text, kind.id, context, 20, (code, offered) => {
    const meant =
      /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2]|\d{2})[\dX]{5,8}$/.test(code) && code.length >= 16 && code.length <= 19
    const checked = problemOr(code, hmt, context, kind.label)
    if (checked.ok) return { value: checked.value, confidence: 1 }
    if (SHAPE.test(code) && hmt !== undefined && HMT.test(code) !== hmt && !offered) return undefined
    const plausible = meant && (offered || hasBirthDate(code))
    if (!plausible && !(offered && code.length >= 8 && /^\d+X?$/.test(code) && !/^1[3-9]\d{9}$/.test(code)))
      return undefined
    return { value: code, confidence: offered ? 0.9 : 0.8, problem: checked.problem }
  })
}

function hasBirthDate(code: string): boolean {
  return (
    isoDate({ year: Number(code.slice(6, 10)), month: Number(code.slice(10, 12)), day: Number(code.slice(12, 14)) }) !==
    undefined
  )
}

function problemOr(code: string, hmt: boolean | undefined, context: ElementContext, label: string): ElementCheck {
  const problem = identityProblem(code, hmt, context.today, label)
  return problem === undefined ? { ok: true, value: code } : { ok: false, problem }
}

function identityProblem(code: string, hmt: boolean | undefined, today: string, label: string): string | undefined {
  if (/^\d{15}$/.test(code)) return `15位的旧号码已停用，请提供18位${label}。`
  if (!SHAPE.test(code)) return `${label}应为18位数字，最后一位可能是X，请核对后再发一次。`
  if (/^(?:000000|999999)/.test(code)) return `${label}的前六位不对，请核对。`
  if (hmt === true && !HMT.test(code)) return '港澳台居民居住证号码以810000、820000或830000开头，请核对。'
  if (hmt === false && HMT.test(code)) return '这是港澳台居民居住证的号码，这里需要居民身份证号码。'
  const birth = isoDate({
    year: Number(code.slice(6, 10)),
    month: Number(code.slice(10, 12)),
    day: Number(code.slice(12, 14)),
  })
  if (birth === undefined || birth < '1900-01-01' || birth > today) return `${label}里的出生日期不对，请核对。`
  if (identityCheckCharacter(code) !== code.charAt(17))
    return `${label}的最后一位校验不通过，可能有数字写错了，请核对。`
  return undefined
}

function maskIdentity(value: string): string {
  return value.length <= 7
    ? '*'.repeat(value.length)
    : value.slice(0, 3) + '*'.repeat(value.length - 7) + value.slice(-4)
}

/** A code without the spaces and hyphens people put into it, in upper case and half width. */
export function compact(value: string): string {
  return foldCharacters(value)
    .replaceAll(/[\s\-.]/g, '')
    .toUpperCase()
}
