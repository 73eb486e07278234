import type { Baseline } from '../gate/baseline.ts'
import type { Both } from './fact-words.ts'
import type { TrialResult } from '../run.ts'
import { firstKey } from '../statistics/repeats.ts'
import { both, guideName, markdown, sectionLink, withSectionNames, type Shelf } from './html-text.ts'
import { escape } from './junit.ts'
import { checkName, endingName, suiteName, withoutCodes } from './words.ts'

/** One trial: what was asked and answered, why it passed or not, and the sections it cites. */
export function trialRow(trial: TrialResult, baseline: Baseline | undefined, shelf: Shelf | undefined): string {
  const { key, suite, guide, tags, passed, checks, turns, repeat } = trial
  const before = baseline?.trials[firstKey(key, repeat)]?.passed
  const views = [
    'all',
    ...(passed === true ? [] : ['failed']),
    ...(before === undefined || passed === before ? [] : ['different']),
    ...(before === true && passed !== true ? ['worse'] : []),
  ]
  const kind = passed === null ? 'error' : passed ? 'pass' : 'fail'
  const evidence = checks.flatMap(({ evidence: words }) => words ?? [])
  const why = whyNot(trial, shelf)
  const known = isKnown(trial, baseline) ? `<span class="known">${both({ zh: '已知', en: 'known' })}</span>` : ''
  const about = [both(suiteName(suite)), ...(guide === undefined ? [] : [both(guideName(guide, shelf))]), escape(key)]
  const data = `data-view="${views.join(' ')}" data-suite="${escape(suite)}" data-guide="${escape(guide ?? '')}" data-kind="${escape(suite === 'services' ? '' : (tags.at(-1) ?? ''))}"`
  return `<details class="trial ${kind}" id="${trialAnchor(key)}" ${data}><summary><span class="badge">${both(BADGES[kind])}</span><span class="ask">${escape(turns.at(-1)?.said ?? key)}</span>${known}${why === '' ? '' : `<span class="why">${why}</span>`}</summary><p class="soft">${about.join(' · ')}</p><dl>${turns.map((turn) => talk(turn, evidence, shelf)).join('')}</dl><ul class="checks">${checks.map((check) => checked(check, shelf)).join('')}</ul></details>`
}

/** Why a trial did not pass, as HTML; empty when it did. */
export function whyNot({ checks, error }: Pick<TrialResult, 'checks' | 'error'>, shelf: Shelf | undefined): string {
  if (error !== undefined) return escape(error)
  return checks
    .filter(({ ok, critical }) => !ok && critical)
    .map((check) => both(reason(check, shelf)))
    .join('<br>')
}

/** Whether a trial fails that failed when the baseline was set, and expects the same as then. */
export function isKnown({ key, repeat, passed, expects }: TrialResult, baseline: Baseline | undefined): boolean {
  const before = baseline?.trials[firstKey(key, repeat)]
  return passed === false && before?.passed === false && before.expects === expects
}

/** Where a trial stands on the page. */
export function trialAnchor(key: string): string {
  return `t-${key.replaceAll(/[^\w-]/g, '-')}`
}

const BADGES: Readonly<Record<'pass' | 'fail' | 'error', Both>> = {
  pass: { zh: '✓ 通过', en: '✓ passed' },
  fail: { zh: '✗ 不通过', en: '✗ failed' },
  error: { zh: '! 出错', en: '! error' },
}

type Check = TrialResult['checks'][number]

/** Why a check came out as it did, without codes. A check that says nothing in English is named in English. */
function reason({ name, ok, message, english }: Check, shelf: Shelf | undefined): Both {
  const called = checkName(name)
  const said = { zh: message, en: english ?? (ok ? 'as expected' : `not as expected (in Chinese: ${message})`) }
  const { zh, en } = withSectionNames(
    name === 'outcome' || name === 'not-refused' || name === 'told-why' ? withoutCodes(said, shelf) : said,
    shelf,
  )
  // 结局：结局应为… says it twice.
  return { zh: zh.startsWith(called.zh) ? zh : `${called.zh}：${zh}`, en: `${called.en}: ${en}` }
}

function checked(check: Check, shelf: Shelf | undefined): string {
  const { ok, critical } = check
  const aside: Both = { zh: '（只供参考）', en: ' (for information)' }
  return `<li class="${critical ? (ok ? '' : 'no') : 'aside'}">${ok ? '✓' : '✗'} ${both(reason(check, shelf))}${critical ? '' : both(aside)}</li>`
}

function talk(
  { said, text, ending, sources }: TrialResult['turns'][number],
  evidence: readonly string[],
  shelf: Shelf | undefined,
): string {
  const link = (at: number): string | undefined => {
    const source = sources[at - 1]
    return source === undefined ? undefined : `<sup>${sectionLink(source, shelf, String(at))}</sup>`
  }
  const { zh, en } = endingName(ending, shelf)
  const cited = sources.map((source, at) => `${at + 1}. ${sectionLink(source, shelf)}`).join('　')
  return `<dt>${both({ zh: '问', en: 'Asked' })}</dt><dd>${escape(said)}</dd><dt>${both({ zh: `答（${zh}）`, en: `Answer (${en})` })}</dt><dd>${markdown(text, { evidence, link })}</dd>${cited === '' ? '' : `<dt>${both({ zh: '依据', en: 'Sections cited' })}</dt><dd>${cited}</dd>`}`
}
