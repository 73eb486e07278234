import { expectationOf } from '../samples/expectation.ts'
import { scoreRanking } from '../statistics/ranking.ts'
import type { Trial } from '../trial.ts'
import { isQuarantined } from './quarantine.ts'
import type { AnswerSample } from './shapes.ts'

/**
 * One search for each way of asking of the samples that say what is relevant. A trial passes when a section that states
 * the fact is among the first k.
 */
export function retrievalTrials(samples: readonly AnswerSample[], today: string): Trial[] {
  return samples.flatMap((sample) => {
    const { id, guide, severity, tags, cluster = id, ask, retrieve } = sample
    if (retrieve === undefined) return []
    const { relevant, k } = retrieve
    return ask.map((words, at): Trial => ({
      key: `retrieval/${id}/${at}`,
      suite: 'retrieval',
      sample: id,
      cluster,
      severity,
      guide,
      tags: [...tags, sample.question_type],
      expects: expectationOf({ words, severity, relevant, k }),
      quarantined: isQuarantined(sample, today),
      play: async ({ library }) => {
        const { passages } = await library.search(words, { limit: k })
        const found = passages.map(({ sourceId }) => sourceId)
        const shelf = [...new Set(Object.keys(relevant).map((source) => source.split('#')[0] ?? ''))].flatMap((one) =>
          library.passages(one).map(({ sourceId }) => sourceId),
        )
        const { recall, ...measures } = scoreRanking({ found, shelf, relevant, k })
        const ok = recall > 0
        return {
          replies: [],
          checks: [
            {
              name: 'found',
              ok,
              critical: true,
              message: `“${words}”的前 ${k} 段${ok ? '里有该找到的小节' : `是 ${found.join('、') || '空的'}，没有 ${wanted(relevant).join('、')}`}`,
              english: ok
                ? `the section stands among the first ${k}`
                : `the first ${k} are ${found.join(', ') || 'none'}; wanted is ${wanted(relevant).join(', ')}`,
            },
          ],
          measures: { [`recall@${k}`]: recall, ...measures },
        }
      },
    }))
  })
}

function wanted(relevant: Readonly<Record<string, number>>): string[] {
  return Object.entries(relevant).flatMap(([source, grade]) => (grade >= 2 ? [source] : []))
}
