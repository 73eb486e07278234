import type { ElementOption } from '../element.ts'
import { foldCharacters } from '../script.ts'

/** 撤回同意, 取消授权: acts, and no answer in parts of words. */
export const TAKES_BACK = /撤回|撤销|撤掉|收回|取消|作废|不同意|退出/
/** A word that denies. */
export const NOT = /[不没未非无]|(?<![特区级性告个])别(?![的人墅处])/

/** 不是商品房，是公租房: what is denied is blank where another clause says what is so. */
export function withoutDenials(folded: string): string {
  const kept = folded.replaceAll(/[^，,。；;！!\n]+[，,。；;！!\n]?/g, (clause) =>
    NOT.test(clause) ? ' '.repeat(clause.length) : clause,
  )
  return /\p{Script=Han}{2}/u.test(kept) ? kept : folded
}

/**
 * The options under the names that a message may mean by its own words: what it negates (租的不是普通房子) is none of its
 * choices, unless the option is called so itself (没有合同).
 */
export function negatesNone(folded: string, options: readonly ElementOption[]): readonly ElementOption[] {
  if (!NOT.test(folded)) return options
  return options.map(({ label, aliases, ...option }) => {
    const names = [label, ...aliases].filter((name) => NOT.test(foldCharacters(name)))
    return { ...option, label: names[0] ?? '', aliases: names.slice(1) }
  })
}

const NEGATION =
  /(?:不是|并非|不想要?|不要|不选|不算|谈不上|算不上|够不上|称不上|说不上|没有?|别|非|不属于|不用|而不是|不|未)(?:那么|这么|怎么|去|来|为了?|因为|要|办|选|在|申请|[租住买开做用])?$/

/** Whether the words say that it is outside what was named: 福建以外, 跨出福建. */
export function isOutside(folded: string, start: number, end: number): boolean {
  return (
    /^[省市区县国]?(?:以外|之外)/u.test(folded.slice(end, end + 3)) ||
    /[跨走迈离](?:出|开)(?:了)?$/u.test(folded.slice(0, start))
  )
}

/** 今年都快完了: what is over is not chosen. */
export function isOver(folded: string, end: number): boolean {
  return /^(?:都|也)?(?:快|就要|马上)?(?:过|完|到头|结束)了/u.test(folded.slice(end, end + 8))
}

/** 爸爸是集体户落不了: what cannot be is not chosen. */
export function isRuledOut(folded: string, end: number): boolean {
  return /^[^，,。；;]{0,8}(?:[上落办转迁]不了|不行|不让|没法(?:上|落|办|转|迁)|不能(?:上|落|办|转|迁))/u.test(
    folded.slice(end),
  )
}

const ENGLISH_NEGATION = /(?:\b(?:not|no|never|neither)|n't)(?:\s+(?:a|an|the|for|my|as|any))*\s+$/i

/** Whether what stands at `start` is denied by the words right before it. */
export function isNegated(folded: string, start: number): boolean {
  return (
    NEGATION.test(folded.slice(Math.max(0, start - 8), start)) ||
    ENGLISH_NEGATION.test(folded.slice(Math.max(0, start - 20), start))
  )
}

const DEFERRED = /[^，,。；;！!\n]*(?:(?:以后|回头|将来|过(?:阵子|段时间)|下次|到时)再|暂时不|先不)[^，,。；;！!\n]*/gu

/** 先上医保，养老以后再讲: what is put off is none of the choices, and blank where another clause says what is so. */
export function withoutDeferred(folded: string): string {
  const kept = folded.replaceAll(DEFERRED, (clause) => ' '.repeat(clause.length))
  return /\p{Script=Han}{2}/u.test(kept) ? kept : folded
}
