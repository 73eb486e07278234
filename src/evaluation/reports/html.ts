import type { Baseline } from '../baseline.ts'
import type { Decision } from '../gate.ts'
import type { Run, TrialResult } from '../run.ts'
import type { Share } from '../statistics/wilson.ts'
import { verdictOf } from '../standing.ts'
import { summarise, type Summary } from '../summarise.ts'
import { escape, failureWords } from './junit.ts'
import { refusalLines, repeatLines, sentence } from './print-summary.ts'

const VIEWS = [
  ['all', '全部'],
  ['failed', '没通过'],
  ['different', '和基线不同'],
  ['worse', '变差'],
] as const

const STYLE = `
body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:72rem;padding:1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem}.decision{padding:.75rem 1rem;border-left:.4rem solid #1a7f37;background:#eef8f0}.decision.bad{border-color:#b3261e;background:#fcefee}
.bar{position:relative;height:.8rem;background:#e4e4e4;border-radius:.4rem;max-width:32rem}.bar i{position:absolute;top:0;bottom:0;background:#9cc3f0;border-radius:.4rem}.bar b{position:absolute;top:-.15rem;bottom:-.15rem;width:.2rem;background:#0b3d91}
fieldset{border:0;padding:0;margin:1rem 0;display:flex;gap:1rem;flex-wrap:wrap;align-items:center}input[type=search]{font:inherit;padding:.25rem .5rem;min-width:16rem}
details{border:1px solid #ccc;border-radius:.4rem;margin:.4rem 0;padding:.4rem .8rem}summary{cursor:pointer}.pass summary::before{content:"✓ 通过 ";color:#1a7f37}.fail summary::before{content:"✗ 不通过 ";color:#b3261e}.error summary::before{content:"! 出错 ";color:#8a5300}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.1rem .5rem;text-align:right}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}mark{background:#ffe58a}.no{color:#b3261e}[hidden]{display:none}
`
const SCRIPT = `
const rows=[...document.querySelectorAll('details[data-view]')],count=document.querySelector('output');
function show(){const view=document.querySelector('input[name=view]:checked').value,words=document.querySelector('input[type=search]').value.trim();let n=0;
for(const row of rows){const ok=(view==='all'||row.dataset.view.split(' ').includes(view))&&(words===''||row.textContent.includes(words));row.hidden=!ok;n+=ok}
count.textContent='显示 '+n+' 条'}
document.querySelector('fieldset').addEventListener('input',show);show();
`

/** A run as one HTML page that needs no network: filters, conversations, evidence and intervals, in Chinese. */
export function html(run: Run, decision: Decision, baseline: Baseline | undefined): string {
  const { engine, content, suites, scorer } = run.fingerprint
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>边办评测报告</title><style>${STYLE}</style></head><body>
<h1>边办评测报告</h1>
<p>引擎 ${escape(engine)}，内容 ${escape(content)}，样本 ${escape(suites)}，评分规则第 ${scorer} 版</p>
<div class="decision${decision.code === 0 ? '' : ' bad'}"><strong>${escape(verdictOf(decision))}</strong>${list(decision.reasons)}</div>
${summarise(run.trials)
  .map((summary) => suite(summary))
  .join('\n')}
<h2>每一条</h2>
<fieldset><legend>显示</legend>${VIEWS.map(([id, label], at) => `<label><input type="radio" name="view" value="${id}"${at === 0 ? ' checked' : ''}> ${label}</label>`).join('')}<label>查找 <input type="search"></label><output></output></fieldset>
${run.trials.map((trial) => row(trial, baseline)).join('\n')}
<script>${SCRIPT}</script></body></html>
`
}

function suite({ suite: name, passed, robust, errors, quarantined, measures, repeats, refusals }: Summary): string {
  const more = Object.entries(measures).map(([measure, value]) => `${escape(measure)} ${value.toFixed(3)}`)
  return `<h2>${escape(name)}</h2><p>${sentence(passed)}换着说都对的 ${robust.count}/${robust.of}，出错 ${errors}，隔离 ${quarantined}。${more.join('，')}</p>${bar(passed)}${list([...repeatLines(repeats), ...refusalLines(refusals)])}${confusion(refusals)}`
}

/** How turns ended against how they should have, as a table. */
function confusion(refusals: Summary['refusals']): string {
  if (refusals === undefined) return ''
  const endings = [...new Set([...refusals.confusion.values()].flatMap((row) => [...row.keys()]))].toSorted()
  const head = endings.map((ending) => `<th scope="col">${escape(ending)}</th>`).join('')
  const rows = [...refusals.confusion].map(
    ([expected, row]) =>
      `<tr><th scope="row">${escape(expected)}</th>${endings.map((ending) => `<td>${row.get(ending) ?? ''}</td>`).join('')}</tr>`,
  )
  return `<details><summary>应当怎样结束，实际怎样结束</summary><table><thead><tr><th>应当＼实际</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`
}

function bar({ of, share, low, high }: Share): string {
  if (of === 0) return ''
  const place = (value: number): string => `${(value * 100).toFixed(1)}%`
  return `<div class="bar" role="img" aria-label="通过率 ${place(share)}，区间 ${place(low)} 到 ${place(high)}"><i style="left:${place(low)};width:${place(high - low)}"></i><b style="left:${place(share)}"></b></div>`
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
}

function row(trial: TrialResult, baseline: Baseline | undefined): string {
  const { key, passed, checks, turns } = trial
  const before = baseline?.trials[key]?.passed
  const views = [
    'all',
    ...(passed === true ? [] : ['failed']),
    ...(before === undefined || passed === before ? [] : ['different']),
    ...(before === true && passed !== true ? ['worse'] : []),
  ]
  const kind = passed === null ? 'error' : passed ? 'pass' : 'fail'
  const evidence = checks.flatMap(({ evidence: words }) => words ?? [])
  const talk = turns.map(
    ({ said, text, ending, sources }) =>
      `<dt>问</dt><dd>${escape(said)}</dd><dt>答（${escape(ending)}）</dt><dd>${highlight(text, evidence)}</dd>${sources.length === 0 ? '' : `<dt>依据</dt><dd>${escape(sources.join('　'))}</dd>`}`,
  )
  const checked = checks.map(
    ({ name, ok, message }) =>
      `<li${ok ? '' : ' class="no"'}>${ok ? '✓' : '✗'} ${escape(name)}：${escape(message)}</li>`,
  )
  return `<details class="${kind}" data-view="${views.join(' ')}"><summary>${escape(key)} ${escape(turns.at(-1)?.said ?? '')}${passed === true ? '' : ` — <span class="no">${escape(failureWords(trial))}</span>`}</summary><dl>${talk.join('')}</dl><ul>${checked.join('')}</ul></details>`
}

/** The text with the words that decided marked. Evidence in another script or form than the text's is left unmarked. */
function highlight(text: string, evidence: readonly string[]): string {
  return evidence.reduce((rest, words) => {
    const inside = escape(words)
    return inside === '' || rest.includes(`<mark>${inside}`)
      ? rest
      : rest.replace(inside, () => `<mark>${inside}</mark>`)
  }, escape(text))
}
