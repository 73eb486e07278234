import type { Baseline } from '../gate/baseline.ts'
import type { Both } from './fact-words.ts'
import type { Decision } from '../gate/gate.ts'
import type { Run, TrialResult } from '../run.ts'
import { verdictOf } from '../gate/standing.ts'
import { summarise, type Summary } from '../summarise.ts'
import { charts, kindsOf } from './html-charts.ts'
import { SCRIPT, STYLE } from './html-page.ts'
import { appendix, both, guideName, type Shelf } from './html-text.ts'
import { isKnown, trialAnchor, trialRow, whyNot } from './html-trial.ts'
import { escape } from './junit.ts'
import {
  refusalLines,
  refusalLinesEnglish,
  repeatLines,
  repeatLinesEnglish,
  sentence,
  sentenceEnglish,
} from './print-summary.ts'
import { endingName, kindName, measureWords, suiteName } from './words.ts'

/**
 * A run as one HTML page that needs no network, in Chinese and English: the decision, what was accepted before, each suite
 * with intervals by guide and by kind of question, and every conversation with its reasons and the sections it cites.
 */
export function html(run: Run, decision: Decision, baseline: Baseline | undefined, shelf?: Shelf): string {
  const { engine, content, suites, scorer } = run.fingerprint
  const rests: Both = {
    zh: `引擎 ${engine === 'embedded' ? '内置' : engine}，内容 ${content}，样本 ${suites}，评分规则第 ${scorer} 版`,
    en: `engine ${engine}, content ${content}, samples ${suites}, scoring rules version ${scorer}`,
  }
  const cited = new Set(run.trials.flatMap(({ turns }) => turns.flatMap(({ sources }) => sources)))
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>边办评测报告</title><style>${STYLE}</style></head><body>
<header><h1>${both({ zh: '边办评测报告', en: 'Bianban evaluation report' })}</h1><div class="lang"><label><input type="radio" name="lang" value="zh" checked> 中文</label><label lang="en"><input type="radio" name="lang" value="en"> English</label></div></header>
${banner(run, decision, { baseline, shelf })}
<p class="soft">${both(rests)}</p>
${summarise(run.trials)
  .map((summary) => suite(summary, run.trials, shelf))
  .join('\n')}
<section><h2>${both({ zh: '每一条', en: 'Every trial' })}</h2>
${filters(run.trials, shelf)}
${run.trials.map((trial) => trialRow(trial, baseline, shelf)).join('\n')}
</section>${appendix(cited, shelf)}
<script>${SCRIPT}</script></body></html>
`
}

/** The decision, and of what did not pass how much was so in the baseline already. */
function banner(
  { trials }: Run,
  decision: Decision,
  { baseline, shelf }: { readonly baseline: Baseline | undefined; readonly shelf: Shelf | undefined },
): string {
  const { code, reasons } = decision
  const failed = trials.filter(({ passed, quarantined }) => passed === false && !quarantined)
  const known = failed.filter((trial) => isKnown(trial, baseline)).length
  const passed = trials.filter((trial) => trial.passed === true).length
  const verdict: Both = { zh: verdictOf(decision), en: code === 0 && failed.length === 0 ? ALL_PASSED : VERDICTS[code] }
  const counts: Both = {
    zh: `${trials.length} 条里通过 ${passed} 条，不通过 ${failed.length} 条：其中 ${known} 条在基线里就不通过（已知，定基线时接受了），${failed.length - known} 条不是。`,
    en: `${passed} of ${trials.length} trials passed and ${failed.length} did not: ${known} of these failed in the baseline already (known, and accepted when it was set), ${failed.length - known} did not.`,
  }
  const byKey = new Map(trials.map((trial) => [trial.key, trial]))
  const list = reasons
    .map((reason) => `<li>${reasonOf(reason, byKey.get(reason.split(' ')[0] ?? ''), shelf)}</li>`)
    .join('')
  return `<div class="decision${code === 0 ? (failed.length === 0 ? '' : ' partly') : ' bad'}"><strong>${both(verdict)}</strong><p>${both(counts)}</p>${list === '' ? '' : `<ul>${list}</ul>`}</div>`
}

const ALL_PASSED = 'Passed: as good as the baseline, or better.'
const VERDICTS: Readonly<Record<Decision['code'], string>> = {
  0: 'Nothing got worse, but not everything passes.',
  1: 'Not passed: something got worse, or a new critical sample fails.',
  3: 'Not valid: too many errors.',
  4: 'Cannot be compared, or not with all of the baseline.',
  5: 'Not valid: nothing was scored, or not all that was asked for.',
}

/** A reason of the gate: about a trial its question, as a link, and why; otherwise the gate's own words. */
function reasonOf(reason: string, trial: TrialResult | undefined, shelf: Shelf | undefined): string {
  if (trial === undefined) return escape(reason)
  const asked = trial.turns.at(-1)?.said ?? trial.key
  return `${both(suiteName(trial.suite))} · <a href="#${trialAnchor(trial.key)}">${escape(asked)}</a><br>${whyNot(trial, shelf)}`
}

function suite(summary: Summary, trials: readonly TrialResult[], shelf: Shelf | undefined): string {
  const { suite: name, passed, robust, errors, quarantined, measures, repeats, refusals } = summary
  const robustWords: Both = {
    zh: `换着说法都对的 ${robust.count}/${robust.of}，出错 ${errors} 条，隔离 ${quarantined} 条。`,
    en: `Right in every wording: ${robust.count}/${robust.of}; errors ${errors}, in quarantine ${quarantined}.`,
  }
  const measured = Object.entries(measures).map(([measure, value]) => `<li>${both(measureWords(measure, value))}</li>`)
  const lines = [...repeatLines(repeats), ...refusalLines(refusals)].map((line) => escape(line.trim()))
  const english = [...repeatLinesEnglish(repeats), ...refusalLinesEnglish(refusals)].map((line) => escape(line))
  const listed = [
    ...lines.map((line) => `<li class="zh">${line}</li>`),
    ...english.map((line) => `<li class="en" lang="en">${line}</li>`),
  ]
  const own = trials.filter((trial) => trial.suite === name)
  return `<h2>${both(suiteName(name))}</h2><p>${both({ zh: sentence(passed), en: sentenceEnglish(passed) })} ${both(robustWords)}</p><ul>${measured.join('')}${listed.join('')}</ul>${charts(name, own, shelf)}${confusion(refusals, shelf)}`
}

/** How turns ended against how they should have, as a table. */
function confusion(refusals: Summary['refusals'], shelf: Shelf | undefined): string {
  if (refusals === undefined) return ''
  const endings = [...new Set([...refusals.confusion.values()].flatMap((row) => [...row.keys()]))].toSorted()
  const head = endings.map((ending) => `<th scope="col">${both(endingName(ending, shelf))}</th>`).join('')
  const rows = [...refusals.confusion].map(
    ([expected, row]) =>
      `<tr><th scope="row">${both(endingName(expected, shelf))}</th>${endings.map((ending) => `<td class="n">${row.get(ending) ?? ''}</td>`).join('')}</tr>`,
  )
  const title: Both = {
    zh: '应当怎样结束（行），实际怎样结束（列）',
    en: 'How turns should have ended (rows), and did (columns)',
  }
  return `<details class="more"><summary>${both(title)}</summary><table class="confusion"><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`
}

const VIEWS: readonly (readonly [string, Both])[] = [
  ['all', { zh: '全部', en: 'all' }],
  ['failed', { zh: '没通过', en: 'not passed' }],
  ['different', { zh: '和基线不同', en: 'other than the baseline' }],
  ['worse', { zh: '变差', en: 'worse' }],
]

function filters(trials: readonly TrialResult[], shelf: Shelf | undefined): string {
  const options = (name: string, every: Both, values: readonly (readonly [string, Both])[]): string =>
    `<select name="${name}" aria-label="${escape(`${every.zh} ${every.en}`)}"><option value="">${escape(`${every.zh} / ${every.en}`)}</option>${values.map(([value, { zh, en }]) => `<option value="${escape(value)}">${escape(zh === en ? zh : `${zh} / ${en}`)}</option>`).join('')}</select>`
  const suites = [...new Set(trials.map((trial) => trial.suite))]
  const guides = [...new Set(trials.flatMap(({ guide }) => guide ?? []))].toSorted()
  const views = VIEWS.map(
    ([id, label], at) =>
      `<label><input type="radio" name="view" value="${id}"${at === 0 ? ' checked' : ''}> ${both(label)}</label>`,
  )
  return `<form class="filters">${views.join('')}${options(
    'suite',
    { zh: '所有套件', en: 'every suite' },
    suites.map((one) => [one, suiteName(one)]),
  )}${options(
    'guide',
    { zh: '所有指南', en: 'every guide' },
    guides.map((one) => [one, guideName(one, shelf)]),
  )}${options(
    'kind',
    { zh: '所有种类', en: 'every kind' },
    kindsOf(trials).map((one) => [one, kindName(one)]),
  )}<label>${both({ zh: '查找', en: 'Find' })} <input type="search" name="words"></label><output class="soft"></output></form>`
}
