import type { Fact } from '../guide.ts'
import { bareNumbers } from '../checks/prose-numbers.ts'
import { renderChinese } from '../render-number.ts'
import { readQuantities } from '../../language/index.ts'

/** Puts the texts of a spreadsheet into the form guides want, and keeps the numbers it takes out of them. */
export type DraftText = {
  /**
   * A text of the spreadsheet as prose: numbers become `{{id}}` of a fact, articles and telephone numbers are left out.
   * @param label what the numbers in it are about.
   */
  readonly write: (text: string, label: string) => string
  readonly facts: () => readonly Fact[]
  /** What was left out of the texts so far, in plain Chinese; asking empties it. */
  readonly leftOut: () => string[]
}

const CLOCK =
  /(?:(?:周|星期)[一二三四五六日天至到、周星期]+)?\s*(?:[上下]午)?\s*\d{1,2}[:：]\d{2}(?:\s*[-—–~～至到]+\s*\d{1,2}[:：]\d{2})?/g
const LINK = /(?:https?:\/\/|www\.)[^\s，。；、）)]+/g

/** @param source what the facts name as their source. */
export function createDraftText(source: string): DraftText {
  const facts: Fact[] = []
  const left = new Set<string>()

  const refer = (value: number | string, unit: string, label: string): string => {
    const known = facts.find((fact) => fact.value === value && fact.unit === unit)
    if (known !== undefined) return `{{${known.id}}}`
    const id = `number-${facts.length + 1}`
    facts.push({ id, label, value, unit, mark: 'source', source })
    return `{{${id}}}`
  }

  return {
    write(text, label) {
      let prose = plainProse(text, left).replace(CLOCK, (clock) => refer(clock.trim(), '', label))
      // From the end, so that earlier places stay true.
      for (const { text: written, start, kind } of bareNumbers(prose).toReversed()) {
        const put = kind === 'number' ? referTo(written, label, refer) : kind === 'phone' ? '12345' : ''
        if (kind === 'phone') left.add('电话号码没有录入，改成了12345')
        if (kind === 'article') left.add('条号没有录入，核对法条后再补')
        prose = prose.slice(0, start) + put + prose.slice(start + written.length)
      }
      return prose
    },
    facts: () => facts,
    leftOut: () => {
      const told = [...left]
      left.clear()
      return told
    },
  }
}

/** A number with its unit where the two read back as written, else in the words of the spreadsheet. */
function referTo(
  written: string,
  label: string,
  refer: (value: number | string, unit: string, label: string) => string,
) {
  const [quantity] = readQuantities(written)
  if (quantity !== undefined && quantity.max === undefined) {
    const { value, unit } = quantity
    if (renderChinese({ value, unit }) === written) return refer(value, unit, label)
  }
  return refer(written, '', label)
}

/** The text without what guides may not hold: HTML, foreign links, tables, pictures, headings, braces. */
function plainProse(text: string, left: Set<string>): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(LINK, (link) => {
      if (/^(https?:\/\/)?([\w-]+\.)*gov\.cn(\/|$)/.test(link)) return link
      left.add('网址不是政府网站，没有录入')
      return ''
    })
    .replace(/[<{]/g, '（')
    .replace(/[>}]/g, '）')
    .replaceAll('|', '／')
    .replace(/[`*_~[\]!\\]/g, '')
    .split('\n')
    .map((line) => line.trim().replace(/^(#+|>+|[-=+]{1,})\s*/, ''))
    .filter((line) => line !== '')
    .join('\n')
}
