import type { CheckedCitation, Verdict } from './check-citations.ts'
import { renderChinese } from '../render-number.ts'

const TITLES: readonly (readonly [Verdict, string])[] = [
  ['no-article', '没有这一条（请改正，或者改标 law-m 并去掉条号）'],
  ['outdated', '文件里是修订前的文本，条号不能用（改标 law-m 并去掉条号，或者换上新文本再核）'],
  ['no-law', '文件里没有这部法，条号没有核过（改标 law-m 并去掉条号，或者补上法条再核）'],
  ['number-missing', '条文里没有这个数字（请对照条文改正）'],
  ['number-unread', '数字要人工对照条文'],
  ['maybe-outdated', '条文对得上，但听说有修订，请留意'],
]

/** What could not be confirmed, by kind, each with its place; the count of what was confirmed first. */
export function printCitations(checked: readonly CheckedCitation[]): string {
  const confirmed = checked.filter(({ verdict }) => verdict === 'confirmed').length
  const blocks = TITLES.flatMap(([verdict, title]) => {
    const found = checked.filter((citation) => citation.verdict === verdict)
    return found.length === 0 ? [] : [`${title}：${found.length}\n${found.map(line).join('')}`]
  })
  return [`引用的条款共${checked.length}处，核对一致${confirmed}处\n`, ...blocks].join('\n')
}

function line({ file, line, what, law, article, number, revised }: CheckedCitation): string {
  const stated = number === undefined ? '' : `，${renderChinese(number)}`
  const revision = revised === undefined ? '' : `（${[revised.inForce, revised.note].filter(Boolean).join(' ')}）`
  return `  ${file} 第${line}行 ${what}：《${law}》${article}${stated}${revision}\n`
}
