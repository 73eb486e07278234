import type { ElementContext, ElementId, Reading } from '../element.ts'
import { foldCharacters } from '../script.ts'
import { labelBefore, labelsOf } from './labelled.ts'

/** What a reader makes of one code: its value, or what is wrong with it. Undefined: it is something else. */
type CodeVerdict = { readonly value: string; readonly confidence: number; readonly problem?: string }

/** Judges a code of letters (upper case) and digits without separators. `offered`: the words or the question say it is meant as this element; `named`: the words do. */
export type JudgeCode = (code: string, offered: boolean, named: boolean) => CodeVerdict | undefined

type Group = { readonly code: string; readonly start: number; readonly end: number }

const SPELLED_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
}
const HAN_DIGIT = `[${Object.keys(SPELLED_DIGITS).join('')}]`
const SPELLED_RUN = new RegExp(`${HAN_DIGIT}{7,}|${HAN_DIGIT}{3,}(?:\\s${HAN_DIGIT}{2,}){1,4}`, 'g')

/** 138 0013 八零零零: the end of a number that began in figures. */
const SPELLED_END = new RegExp(`(?<=\\d[\\d\\s-]{5,})${HAN_DIGIT}{2,}(?=$|\\P{Script=Han})`, 'gu')

/** 一三四，四个零，四三三二: groups as they are dictated. */
const DICTATED = new RegExp(
  `${HAN_DIGIT}{3,}(?:[\\s，,、]{1,2}(?:${HAN_DIGIT}个${HAN_DIGIT}|${HAN_DIGIT}{2,}))+(?!\\p{Script=Han})`,
  'gu',
)
const REPEATED = new RegExp(`(${HAN_DIGIT})个(${HAN_DIGIT})`, 'gu')
/** 136零零零零4373. */
const AMID = new RegExp(`(?<=\\d)${HAN_DIGIT}{2,}(?=\\d)`, 'gu')
const ENGLISH_DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const ENGLISH_DIGIT = `(?:${ENGLISH_DIGITS.join('|')})`
const IN_ENGLISH = new RegExp(`\\b${ENGLISH_DIGIT}(?:[\\s,-]{1,2}${ENGLISH_DIGIT}\\b){2,}`, 'giu')

function inDigits(run: string): string {
  return Array.from(run, (character) => SPELLED_DIGITS[character] ?? character).join('')
}

function dictatedCode(words: string): string {
  const code = words
    .replaceAll(REPEATED, (_, count: string, digit: string) => digit.repeat(Number(SPELLED_DIGITS[count])))
    .replaceAll(/[\s，,、]/g, '')
  return inDigits(code)
}

/** A text with numbers that are said digit by digit (一三八四个零…, 幺三九…) in figures; of seven digits or in groups. */
export function withCodesInFigures(text: string): string {
  return text.replaceAll(DICTATED, dictatedCode).replaceAll(SPELLED_RUN, inDigits)
}

/** Numbers as they are dictated, in digits. */
function spokenGroups(folded: string): Group[] {
  const dictated = Array.from(folded.matchAll(DICTATED), (match) => groupAt(match, dictatedCode(match[0])))
  const english = Array.from(folded.matchAll(IN_ENGLISH), (match) =>
    groupAt(
      match,
      (match[0].toLowerCase().match(/[a-z]+/g) ?? []).map((word) => ENGLISH_DIGITS.indexOf(word)).join(''),
    ),
  )
  return [...dictated, ...english]
}

function groupAt({ 0: words, index }: RegExpExecArray, code: string): Group {
  return { code, start: index, end: index + words.length }
}

/**
 * Codes (numbers of papers, phones, cards) in a text: full-width, spaced (138 0013 8000), hyphenated and spelled in Han
 * digits alike. `longest` bounds the code; a run of groups is tried joined before its parts.
 */
export function readCodes(
  text: string,
  element: ElementId,
  context: ElementContext,
  longest: number,
  judge: JudgeCode,
): Reading[] {
  const folded = foldCharacters(text)
  const labels = labelsOf(element, context)
  const groups = readGroups(folded)
  const readings: Reading[] = []
  let index = 0
  while (index < groups.length) {
    const first = groups[index]
    if (first === undefined) break
    const named = labelBefore(folded, first.start, labels) !== undefined
    const offered = context.asked === true || named
    const found = bestWindow(groups, index, longest, (code) => judge(code, offered, named), folded)
    if (found === undefined) index += 1
    else {
      const { verdict, last } = found
      const end = groups[last]?.end ?? first.end
      const corrected = withTail(verdict.value, folded.slice(end))
      const meant = corrected === undefined ? verdict : (judge(corrected, offered, named) ?? verdict)
      readings.push({ ...meant, text: text.slice(first.start, end), start: first.start, end })
      index = last + 1
    }
  }
  return readings
}

/** 138…不对，尾号是1235: the last digits, which take the place of those just said. */
const TAIL_CORRECTED =
  /^[，,。\s]*(?:哦|啊)?(?:不对|不是|[写打说记]?错了?)[，,。\s]*(?:应该)?(?:是)?(?:尾号|末尾|最后|后面?)(?:[两三四2-4]位)?(?:数)?(?:应该)?[是为]?\s?(?<tail>\d{2,4})(?!\d)/u

function withTail(code: string, after: string): string | undefined {
  const tail = TAIL_CORRECTED.exec(after)?.groups?.['tail']
  return tail === undefined ? undefined : code.slice(0, -tail.length) + tail
}

/** Letters and digits, glued. A leading + belongs to the number. */
function readGroups(folded: string): Group[] {
  const spoken = spokenGroups(folded)
  const digits = spoken
    .reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), folded)
    .replaceAll(AMID, inDigits)
    .replaceAll(SPELLED_RUN, inDigits)
    .replaceAll(SPELLED_END, inDigits)
  const written = Array.from(digits.matchAll(/\+?(?<![A-Za-z]['’])[0-9A-Za-z]+/g), (match) => ({
    code: match[0].toUpperCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [...spoken, ...written].toSorted((one, other) => one.start - other.start)
}

type Window = { readonly verdict: CodeVerdict; readonly last: number }

/** The best window that starts at a group: one without a problem if any, else the problem of the widest. */
function bestWindow(
  groups: readonly Group[],
  index: number,
  longest: number,
  judge: (code: string) => CodeVerdict | undefined,
  folded: string,
): Window | undefined {
  const windows = windowsFrom(groups, index, longest, folded)
  let flawed: Window | undefined
  for (const { code, last } of windows.reverse()) {
    const verdict = judge(code)
    if (verdict === undefined) continue
    if (verdict.problem === undefined) return { verdict, last }
    flawed ??= { verdict, last }
  }
  return flawed
}

function windowsFrom(
  groups: readonly Group[],
  index: number,
  longest: number,
  folded: string,
): { code: string; last: number }[] {
  const windows: { code: string; last: number }[] = []
  let code = ''
  for (let last = index; last < groups.length; last += 1) {
    const group = groups[last]
    const previous = groups[last - 1]
    if (group === undefined) break
    if (last > index && (previous === undefined || !joins(folded, previous, group))) break
    code += group.code
    if (last > index && code.length > longest) break
    windows.push({ code, last })
  }
  return windows
}

const WORD = /^(?:[A-Z]{3,}|NO|NR|IS|IT|ID|MY)$/

/** A space, a hyphen or a stop joins two groups; a comma only short ones (137，1234，5678). */
function joins(folded: string, one: Group, other: Group): boolean {
  const between = folded.slice(one.end, other.start)
  const short = one.code.length <= 4 && other.code.length <= 4 && /^\d+$/.test(one.code + other.code)
  // Words before a number are no part of it: passport number is 5632….
  if (WORD.test(one.code) || WORD.test(other.code)) return false
  return /^[ \-.]$/.test(between) || (short && one.code.length >= 3 && /^[，,]$/.test(between))
}
