import type { Decision } from '../gate/gate.ts'
import type { Run } from '../run.ts'
import type { Refusals } from '../statistics/refusals.ts'
import { verdictOf } from '../gate/standing.ts'
import { summarise } from '../summarise.ts'
import { failureWords } from './junit.ts'
import { refusalLines, repeatLines, sentence } from './print-summary.ts'

/** Most failures that a pull request shows. */
const MOST_FAILURES = 30

/** A run for a pull request: the decision, each suite with its interval, and the first failures. */
export function markdown(run: Run, decision: Decision): string {
  const { code, reasons } = decision
  const failed = run.trials.filter(({ passed }) => passed !== true)
  return `${[
    `## 评测：${verdictOf(decision)}${code === 0 ? '' : `（${code}）`}`,
    '',
    ...reasons.slice(0, MOST_FAILURES).map((reason) => `- ${oneLine(reason)}`),
    '',
    '| 套件 | 结果 | 换着说都对 | 出错 | 隔离 |',
    '|---|---|---|---|---|',
    ...summarise(run.trials).map(
      ({ suite, passed, robust, errors, quarantined }) =>
        `| ${suite} | ${sentence(passed)} | ${robust.count}/${robust.of} | ${errors} | ${quarantined} |`,
    ),
    '',
    ...summarise(run.trials).flatMap(({ suite, repeats, refusals }) => [
      ...[...repeatLines(repeats), ...refusalLines(refusals)].map((line) => `- ${suite}：${line.trim()}`),
      ...confusionTable(refusals),
    ]),
    '',
    `<details><summary>没有通过的 ${failed.length} 条</summary>`,
    '',
    ...failed
      .slice(0, MOST_FAILURES)
      .map(
        (trial) => `- \`${trial.key}\` ${oneLine(trial.turns.at(-1)?.said ?? '')} — ${oneLine(failureWords(trial))}`,
      ),
    ...(failed.length > MOST_FAILURES ? [`- …另有 ${failed.length - MOST_FAILURES} 条，见完整报告`] : []),
    '',
    '</details>',
  ].join('\n')}\n`
}

/** How turns ended against how they should have, where some ended otherwise. */
function confusionTable(refusals: Refusals | undefined): string[] {
  if (refusals === undefined) return []
  const rows = [...refusals.confusion].map(
    ([expected, actual]) =>
      `| ${expected} | ${[...actual].map(([ending, count]) => `${ending} ${count}`).join('，')} |`,
  )
  return ['', '| 应当 | 实际 |', '|---|---|', ...rows, '']
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;')
    .replaceAll('|', '\\|')
}
