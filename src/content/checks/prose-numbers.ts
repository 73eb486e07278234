import { readQuantities } from '../../language/index.ts'
import type { Quantity } from '../../language/quantity.ts'
import { REFERENCE } from './references.ts'

/**
 * Short numbers of the whole country and of Xiamen's hotline, which may always be shown.
 * Source: reviewed list of the domain handbook, section 0.5, checked 2026-11-23.
 */
const OPEN_NUMBERS: readonly string[] =
  '0592-12345 110 119 120 122 12345 12333 12393 12329 12366 12367 12348 12315 12356'.split(' ')

/** A number that stands in prose without a reference. */
export type BareNumber = {
  readonly text: string
  readonly start: number
  readonly kind: 'number' | 'phone' | 'article'
}

/** What is no statement of a number: references, names of laws and documents, list marks, links, the open numbers. */
const SILENT: readonly RegExp[] = [
  REFERENCE,
  /《[^》]*》/g,
  /[〔[(（]\d{4}[〕\])）]\s*第?\d+号/g,
  /(?:令|公告|文件?)?第\s*\d+\s*号/g,
  /^\s*(?:\d+[.)、]|[-*+])\s/gm,
  /\]\([^)]*\)/g,
  /[哪某那这同任]一?(?:天|日|年|个?月|周)/g,
  /https?:\/\/\S+/g,
  // 120 is a telephone number, 120元 is not.
  new RegExp(`(?<!\\d)(?:${OPEN_NUMBERS.join('|')})(?!\\d)(?!\\s*[元日天年月周个岁小%名份张])`, 'g'),
]

/** Numbers of a text that should be references, in order. Articles are given with their digits for the caller to look up. */
export function bareNumbers(text: string): BareNumber[] {
  let spoken = text
  for (const pattern of SILENT) spoken = spoken.replace(pattern, (match) => match.replace(/[^\n]/g, '＿'))
  const found: BareNumber[] = readQuantities(spoken).flatMap((quantity) => {
    const kind = kindOf(quantity)
    return kind === undefined ? [] : [{ text: quantity.text, start: quantity.start, kind }]
  })
  for (const match of spoken.matchAll(/\d[\d-]{3,}\d/g)) {
    const start = match.index
    const told = found.some((number) => start >= number.start && start < number.start + number.text.length)
    if (!told) found.push({ text: match[0], start, kind: 'phone' })
  }
  return found.toSorted((left, right) => left.start - right.start)
}

function kindOf(quantity: Quantity): BareNumber['kind'] | undefined {
  switch (quantity.kind) {
    case 'money':
      return typeof quantity.value === 'number' && quantity.value > 0 ? 'number' : undefined
    case 'duration':
    case 'age':
    case 'date':
    case 'percent':
    case 'day-of-month':
      return 'number'
    case 'count':
    case 'area':
    case 'length':
      return /\d/.test(quantity.text) ? 'number' : undefined
    case 'phone':
      return OPEN_NUMBERS.includes(String(quantity.value)) ? undefined : 'phone'
    case 'article':
      return 'article'
  }
}
