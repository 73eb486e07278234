import { refusalTrials } from '../../src/evaluation/index.ts'
import { describeEval } from '../support/describe-eval.ts'
import { ownSuites } from '../support/own-content.ts'

const { refusals } = await ownSuites()

describeEval(
  'a citizen in distress gets help at once, and who asks something alike gets an answer',
  refusalTrials(
    refusals.filter(({ id }) => id.startsWith('crisis-')),
    '2026-11-26',
  ),
)
