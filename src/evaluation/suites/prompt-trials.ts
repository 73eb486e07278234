import type { StaffContent } from '../../content/index.ts'
import { expectationOf } from '../samples/expectation.ts'
import { checkPrompt, MOST_CHARACTERS } from '../prompts/lint-prompt.ts'
import type { Trial } from '../trial.ts'

/** One trial for each prompt: what is risky about it and can be seen without a model. It needs no engine. */
export function promptTrials({ prompts }: Pick<StaffContent, 'prompts'>): Trial[] {
  return [...prompts.values()].map((prompt): Trial => ({
    key: `prompts/${prompt.name}`,
    suite: 'prompts',
    sample: prompt.name,
    cluster: prompt.name,
    severity: 'critical',
    guide: undefined,
    tags: [],
    quarantined: false,
    expects: expectationOf({ checks: 'size label changelog placeholders delimiters', most: String(MOST_CHARACTERS) }),
    play: () =>
      Promise.resolve({ replies: [], checks: checkPrompt(prompt), measures: { characters: prompt.body.length } }),
  }))
}
