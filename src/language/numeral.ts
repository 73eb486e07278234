/** A number written in digits, in Han numerals or in both (1万2千). */
export type Numeral = {
  readonly value: number
  readonly end: number
  /** Written in Han numerals. */
  readonly han: boolean
  /** Han digits read one by one (二〇二五, 两三): their count; 0 otherwise. */
  readonly spelled: number
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...pairs('零〇○', [0, 0, 0]),
  ...pairs('一二三四五六七八九', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ...pairs('壹贰叁肆伍陆柒捌玖', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ...pairs('两', [2]),
])
const UNITS: ReadonlyMap<string, number> = new Map(
  pairs('十拾百佰千仟万亿', [10, 10, 100, 100, 1000, 1000, 10_000, 100_000_000]),
)
/** 千米, 千克, 百分 …: the character belongs to the unit, not to the number. */
const NOT_A_MULTIPLIER = /[米克瓦分]/

function pairs(characters: string, values: readonly number[]): [string, number][] {
  return Array.from(characters, (character, index) => [character, values[index] ?? 0])
}

/** Old forms that stand for two characters. */
const OLD: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['卅', '三十'],
])

/** True for a character that can start a number: a digit or a Han numeral. Expects folded text. */
export function startsNumeral(character: string): boolean {
  return (character >= '0' && character <= '9') || isHanNumeral(character)
}

function isHanNumeral(character: string): boolean {
  return DIGITS.has(character) || UNITS.has(character) || OLD.has(character)
}

/**
 * The number that starts exactly at `start` of folded text (see `foldCharacters`); undefined when none does.
 * 一万二 is 12000, 一万零二 is 10002, 1.2万 is 12000, 12,000 is 12000; 百 or 万 alone is no number.
 */
export function readNumeral(text: string, start: number): Numeral | undefined {
  const first = text.charAt(start)
  return first >= '0' && first <= '9' ? readArabic(text, start) : readHan(text, start)
}

/** End of the run of digits or Han numerals at `start`, whether it makes sense as a number or not. */
export function endOfNumeralRun(text: string, start: number): number {
  let end = start
  while (end < text.length && startsNumeral(text.charAt(end))) end += 1
  return end
}

const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y

function arabicAt(text: string, start: number): { value: number; end: number } | undefined {
  ARABIC.lastIndex = start
  const found = ARABIC.exec(text)
  return found === null ? undefined : { value: Number(found[0].replaceAll(',', '')), end: ARABIC.lastIndex }
}

/** 百 and larger after digits, several in a row multiplied (3千万). */
function multiplierAt(text: string, start: number): { value: number; end: number } | undefined {
  let value = 1
  let end = start
  while (end < text.length) {
    const unit = UNITS.get(text.charAt(end))
    if (unit === undefined || unit < 100 || NOT_A_MULTIPLIER.test(text.charAt(end + 1))) break
    value *= unit
    end += 1
  }
  return end === start ? undefined : { value, end }
}

function readArabic(text: string, start: number): Numeral | undefined {
  const head = arabicAt(text, start)
  if (head === undefined) return undefined
  let { value, end } = head
  let multiplier = multiplierAt(text, end)
  if (multiplier === undefined) return { value, end, han: false, spelled: 0 }
  value = exact(value * multiplier.value)
  end = multiplier.end
  for (;;) {
    const part = arabicAt(text, end)
    if (part === undefined) break
    const next = multiplierAt(text, part.end)
    if (next === undefined) {
      if (part.end === end + 1)
        return { value: value + (part.value * multiplier.value) / 10, end: part.end, han: false, spelled: 0 }
      break
    }
    if (next.value >= multiplier.value) break
    value = exact(value + part.value * next.value)
    end = next.end
    multiplier = next
  }
  return { value, end, han: false, spelled: 0 }
}

/** Drops the binary dust of 1.2 × 10000. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}

function readHan(text: string, start: number): Numeral | undefined {
  const end = endOfHan(text, start)
  if (end === start || end - start > LONGEST_HAN) return undefined
  const run = text.slice(start, end).replaceAll(/[廿卅]/g, (old) => OLD.get(old) ?? old)
  const value = /[十拾百佰千仟万亿]/.test(run) ? readPlaces(run) : readSpelled(run)
  if (value === undefined) return undefined
  const spelled = /[十拾百佰千仟万亿]/.test(run) || run.length < 2 ? 0 : run.length
  const fraction = readFraction(text, end)
  return fraction === undefined
    ? { value, end, han: true, spelled }
    : { value: value + fraction.value, end: fraction.end, han: true, spelled: 0 }
}

/** No number is written in more Han numerals; a longer run is no number, and is not read over and over. */
const LONGEST_HAN = 24

function endOfHan(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start <= LONGEST_HAN && isHanNumeral(text.charAt(end))) {
    if (
      text.startsWith('百分', end) ||
      text.startsWith('千米', end) ||
      text.startsWith('千克', end) ||
      text.startsWith('千瓦', end)
    )
      break
    end += 1
  }
  return end
}

function readSpelled(run: string): number | undefined {
  return run.length > 16 ? undefined : Number(Array.from(run, (character) => DIGITS.get(character) ?? '').join(''))
}

/** 点五: the decimals after a Han number. */
function readFraction(text: string, start: number): { value: number; end: number } | undefined {
  if (text.charAt(start) !== '点') return undefined
  let end = start + 1
  let digits = ''
  for (; digits.length < 6; end += 1) {
    const digit = DIGITS.get(text.charAt(end))
    if (digit === undefined) break
    digits += String(digit)
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), end }
}

/** A number with places (一万二千零五); undefined when the characters do not form one (一百二三, 百, 万). */
function readPlaces(run: string): number | undefined {
  if (run.length === 1 && run !== '十' && run !== '拾') return undefined
  let total = 0
  let section = 0
  let digit: number | undefined
  let place = 1
  let zero = false
  for (const character of run) {
    const unit = UNITS.get(character)
    if (unit === undefined) {
      const read = DIGITS.get(character) ?? 0
      if (digit !== undefined && digit !== 0) return undefined
      if (read === 0) zero = true
      digit = read
      continue
    }
    if (unit >= 10_000) {
      const inner = section + (digit ?? 0)
      // 三亿五千万: what stands before 亿 is not multiplied again.
      const before = unit < 100_000_000 && total >= 100_000_000 ? total : 0
      const part = total - before + inner
      total = before + (part === 0 ? 1 : part) * unit
      section = 0
    } else section += (digit === undefined || digit === 0 ? 1 : digit) * unit
    digit = undefined
    zero = false
    place = unit
  }
  const last = digit ?? 0
  return total + section + (place > 10 && !zero ? (last * place) / 10 : last)
}
