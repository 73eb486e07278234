import { expect, test } from 'vitest'
import { parseOptions } from '../../src/commands/evaluate/evaluate-options.ts'
import { chooseTrials } from '../../src/commands/evaluate/evaluate-trials.ts'
import type { Trial } from '../../src/evaluation/index.ts'

const trials = ['a', 'b', 'c'].flatMap((sample) =>
  ['answers', 'retrieval'].flatMap((suite) => [0, 1, 2].map((at) => trialOf(suite, sample, at))),
)

function trialOf(suite: string, sample: string, at: number): Trial {
  const shared = { suite, sample, cluster: sample, severity: 'normal', guide: undefined } as const
  const play = (): Promise<never> => Promise.reject(new Error('not played'))
  return { ...shared, key: `${suite}/${sample}/${at}`, tags: [], expects: '', quarantined: false, play }
}

test('every trial is in one shard, and what stands or falls together is in the same', () => {
  const shards = ['1/2', '2/2'].map((shard) => chooseTrials(trials, parseOptions(['--shard', shard]).values))
  const keys = shards.flat().map(({ key }) => key)
  expect(keys).toHaveLength(trials.length)
  expect(new Set(keys)).toEqual(new Set(trials.map(({ key }) => key)))
  for (const shard of shards) {
    expect(shard.length).toBeGreaterThan(0)
    for (const own of Map.groupBy(shard, ({ suite, cluster }) => `${suite}/${cluster}`).values())
      expect(own).toHaveLength(3)
  }
})
