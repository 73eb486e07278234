import type { Decision } from '../gate/gate.ts'
import { verdictOf } from '../gate/standing.ts'
import type { Refusals } from '../statistics/refusals.ts'
import type { Repeats } from '../statistics/repeats.ts'
import type { Share } from '../statistics/wilson.ts'
import type { Summary } from '../summarise.ts'
import { measureWords, suiteName } from './words.ts'

/** Most flaky trials that are named. */
const MOST_FLAKY = 10
/** Most reasons that are printed; the report has them all. */
const MOST_REASONS = 20

/** A run in words: a sentence with its interval for every suite, what was measured, and the gate's decision. */
export function printSummary(summaries: readonly Summary[], decision: Decision | undefined): string {
  const lines = summaries.flatMap(
    ({ suite, passed, robust, errors, quarantined, retries, measures, medians, repeats, refusals }) => [
      `${suiteName(suite).zh}：${sentence(passed)}换着说法都对的 ${robust.count}/${robust.of}。${errors > 0 ? `出错 ${errors} 条。` : ''}${quarantined > 0 ? `隔离 ${quarantined} 条。` : ''}${retries > 0 ? `出错后再试了 ${retries} 次。` : ''}`,
      ...repeatLines(repeats),
      ...refusalLines(refusals),
      ...Object.entries(measures).map(([name, value]) => `  ${measureWords(name, value).zh}${median(medians[name])}`),
    ],
  )
  if (decision === undefined) return `${lines.join('\n')}\n`
  const { reasons, paired } = decision
  const more = reasons.length > MOST_REASONS ? [`  …另有 ${reasons.length - MOST_REASONS} 条`] : []
  return `${[
    ...lines,
    verdictOf(decision),
    ...(paired === undefined || paired.onlyBefore + paired.onlyAfter === 0 ? [] : [pairedSentence(paired)]),
    ...reasons.slice(0, MOST_REASONS).map((reason) => `  - ${reason}`),
    ...more,
  ].join('\n')}\n`
}

/** Where the median says something else than a share would. */
function median(value: number | undefined): string {
  return value === undefined || value < 1 ? '' : `（中位数 ${value}）`
}

/** What repeats say, in words; nothing when nothing was repeated. */
export function repeatLines(repeats: Repeats | undefined): string[] {
  if (repeats === undefined) return []
  const { k, passAll, passAny, flaky } = repeats
  const share = (value: number): string =>
    Number.isNaN(value) ? `没有一条评满 ${k} 遍` : `${(value * 100).toFixed(1)}%`
  return [
    `  每条 ${k} 遍：${k} 遍都通过（pass^${k}）${share(passAll)}，至少通过一遍（pass@${k}）${share(passAny)}，时好时坏 ${flaky.length} 条`,
    ...flaky.slice(0, MOST_FLAKY).map(({ key, passed, of }) => `    ${key} ${passed}/${of}`),
  ]
}

/** Refusals in words: missed, too many, and for another reason, always together. */
export function refusalLines(refusals: Refusals | undefined): string[] {
  if (refusals === undefined) return []
  const { recall, overRefusal, wrongReason } = refusals
  return [
    ...(recall.of === 0 ? [] : [`  该拒的拒了 ${interval(recall)}，理由不对 ${interval(wrongReason)}`]),
    ...(overRefusal.of === 0 ? [] : [`  该答的错拒了 ${interval(overRefusal)}`]),
  ]
}

/** The same in English. */
export function refusalLinesEnglish(refusals: Refusals | undefined): string[] {
  if (refusals === undefined) return []
  const { recall, overRefusal, wrongReason } = refusals
  return [
    ...(recall.of === 0
      ? []
      : [`declined of what should be: ${inEnglish(recall)}; for the wrong reason: ${inEnglish(wrongReason)}`]),
    ...(overRefusal.of === 0 ? [] : [`declined although answerable: ${inEnglish(overRefusal)}`]),
  ]
}

/** What repeats say, in English. */
export function repeatLinesEnglish(repeats: Repeats | undefined): string[] {
  if (repeats === undefined) return []
  const { k, passAll, passAny, flaky } = repeats
  const share = (value: number): string => (Number.isNaN(value) ? 'not known' : `${(value * 100).toFixed(1)}%`)
  return [
    `each played ${k} times: passed every time (pass^${k}) ${share(passAll)}, at least once (pass@${k}) ${share(passAny)}, now and then ${flaky.length}`,
  ]
}

function inEnglish({ count, of, low, high }: Share): string {
  return of === 0 ? '0/0' : `${count}/${of} (${percent(low)}–${percent(high)})`
}

function interval({ count, of, low, high }: Share): string {
  return of === 0 ? '0/0' : `${count}/${of}（${percent(low)}–${percent(high)}）`
}

/** 60 条中 57 条通过，真实通过率约 86%–98%。 */
export function sentence({ count, of, low, high }: Share): string {
  return of === 0 ? '没有评到。' : `${of} 条中 ${count} 条通过，真实通过率约 ${percent(low)}–${percent(high)}。`
}

/** The same in English. */
export function sentenceEnglish({ count, of, low, high }: Share): string {
  return of === 0
    ? 'Nothing was scored.'
    : `${count} of ${of} passed; the true rate lies at about ${percent(low)}–${percent(high)}.`
}

function pairedSentence({ onlyBefore, onlyAfter, p }: NonNullable<Decision['paired']>): string {
  const verdict = p < 0.05 ? '不像偶然' : '可能是偶然'
  return `和基线比：变差 ${onlyBefore} 条，变好 ${onlyAfter} 条（p = ${p.toFixed(3)}，${verdict}）。`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
