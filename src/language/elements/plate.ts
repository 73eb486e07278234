import type { DataElement } from '../element.ts'
import { foldCharacters } from '../script.ts'

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Blue plates have five characters after the letter, new-energy plates six with the energy letter third or last. */
const SHAPE = `[${PROVINCES}]\\s?[A-HJ-NP-Z][\\s·.，,-]?(?:[A-HJK]\\s?(?:\\d{5}|[A-HJ-NP-Z]\\d{4})|\\d{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])`
const IN_TEXT = new RegExp(SHAPE, 'gi')
const WHOLE = new RegExp(`^${SHAPE}$`, 'i')
const PROBLEM = '车牌号不完整或有误，例如“闽D12345”，请核对。'

/** 车牌号: province, letter and five or six characters; spaces and the dot are dropped. */
export const plate: DataElement = {
  id: 'plate',
  label: '车牌号',
  secret: false,
  read: (text) =>
    Array.from(foldCharacters(text).matchAll(IN_TEXT), (match) => {
      const end = match.index + match[0].length
      return {
        value: compactPlate(match[0]),
        text: text.slice(match.index, end),
        start: match.index,
        end,
        confidence: 1,
      }
    }),
  check: (value) => {
    const compacted = compactPlate(foldCharacters(value))
    return WHOLE.test(compacted) ? { ok: true, value: compacted } : { ok: false, problem: PROBLEM }
  },
  show: (value) => value,
}

function compactPlate(text: string): string {
  return text.replaceAll(/[\s·.，,-]/g, '').toUpperCase()
}
