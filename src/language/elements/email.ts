import type { DataElement } from '../element.ts'
import { foldCharacters } from '../script.ts'

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g
const PROBLEM = '邮箱地址不完整，例如“name@example.com”，请核对。'

/** 电子邮箱: a plain address of at most 64 characters. */
export const email: DataElement = {
  id: 'email',
  label: '电子邮箱',
  secret: false,
  read: (text) =>
    Array.from(foldCharacters(text).matchAll(EMAIL), (match) => {
      const end = match.index + match[0].length
      return { value: match[0], text: text.slice(match.index, end), start: match.index, end, confidence: 1 }
    }).filter(({ value }) => value.length <= 64),
  check: (value) => {
    const trimmed = foldCharacters(value).trim()
    EMAIL.lastIndex = 0
    return EMAIL.exec(trimmed)?.[0] === trimmed && trimmed.length <= 64
      ? { ok: true, value: trimmed }
      : { ok: false, problem: PROBLEM }
  },
  show: (value) => value,
}
