import { resolve } from 'node:path'
import { readStaffContent } from '../../src/content/index.ts'
import { readSuites, refusalTrials } from '../../src/evaluation/index.ts'
import { describeEval } from '../support/describe-eval.ts'

const root = resolve(import.meta.dirname, '../..')
const { refusals } = readSuites(root, readStaffContent(root).content)

describeEval(
  'a citizen in distress gets help at once, and who asks something alike gets an answer',
  refusalTrials(
    refusals.filter(({ id }) => id.startsWith('crisis-')),
    '2026-11-26',
  ),
)
