import { expect, test } from 'vitest'
import { summarise, type TrialResult } from '../../src/evaluation/index.ts'
import { markdown } from '../../src/evaluation/reports/markdown.ts'
import { printSummary } from '../../src/evaluation/reports/print-summary.ts'
import { showProgress } from '../../src/commands/evaluate/evaluate-progress.ts'
import { madeCheck, madeRun, madeTrial } from './support/made-run.ts'

/** A turn that should have ended one way and ended another. */
function ended(at: number, expected: string, actual: string, right = false): TrialResult {
  return {
    ...madeTrial({ key: `refusals/s${at}/0`, checks: [madeCheck('outcome', right)] }),
    expected,
    turns: [{ said: '问', text: '答', ending: actual, sources: [] }],
  }
}

const trials = [
  ended(1, 'refuse:medical', 'refuse:personal-advice', true),
  ended(2, 'refuse:medical', 'refuse:unsafe'),
  ended(3, 'refuse:medical', 'answer'),
  ended(4, 'answer', 'refuse:no-guidance'),
  ended(5, 'answer', 'partial', true),
  // Several endings were allowed, and one of them came.
  ended(6, 'refuse:promise', 'answer', true),
]

test('missed, wrong and needless refusals are told apart, and always together', () => {
  const refusals = summarise(trials)[0]?.refusals
  expect(refusals?.recall).toMatchObject({ count: 2, of: 3 })
  expect(refusals?.wrongReason).toMatchObject({ count: 1, of: 2 })
  expect(refusals?.overRefusal).toMatchObject({ count: 1, of: 3 })
  const text = printSummary(summarise(trials), undefined)
  expect(text).toContain('该拒的拒了 2/3')
  expect(text).toContain('理由不对 1/2')
  expect(text).toContain('该答的错拒了 1/3')
})

test('a pull request shows how turns ended against how they should have', () => {
  const text = markdown(madeRun(trials), { code: 0, reasons: [], paired: undefined })
  expect(text).toContain('| refuse:medical | refuse:personal-advice 1，refuse:unsafe 1，answer 1 |')
})

test('a terminal shows one line that is written over; CI gets plain lines, the last one at the end', () => {
  const show = (isTTY: boolean): string[] => {
    const lines: string[] = []
    const out = { isTTY, write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream
    let clock = 0
    const progress = showProgress(4, { out, now: () => (clock += 1000) })
    for (const passed of [true, false, null, true]) progress({ suite: 'answers', passed })
    return lines
  }
  expect(show(false)).toEqual(['4/4 answers，不通过 1，出错 1\n'])
  const lines = show(true)
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe('\r\u001B[2K██████████░░░░░░░░░░ 2/4 answers，不通过 1，出错 0，还要约 2 秒')
  expect(lines[3]).toMatch(/\n$/)
})
