import type { ElementContext } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { foldCharacters } from '../script.ts'
import { nameSpans } from './name-spans.ts'
import { wantedBy } from './named-thing.ts'

/** The least probability with which what the rules cut out is kept. */
const KEPT = 0.15
/** The least with which a shorter stretch of it stands in its place. */
const SHORTER = 0.7
/** The least with which a name is taken where the rules find none. */
const ALONE = 0.7

/** In the order of the features. Fitted on the answers of evals/slots that were read: bench/fit-names.ts, docs/decisions/0027. */
export const NAME_WEIGHTS: readonly number[] = [
  0.21, 0.21, 1.38, 2.52, 2.15, 3.59, -0.67, 0.51, -3.8, 1.47, -2.1, 0.84, -0.13, 2.59, -0.98, -2.59, -3.08, -3.23,
  -2.84, -0.54, 1.62, 0.53, 2.94,
]

/** Something is asked, put off, guessed or not known: whatever is named beside it, nothing is told. */
const OPEN =
  /[?？]|[吗么]$|(?<!(?:在|正|还)[^，,。]{0,20})呢$|(?<same>\p{Script=Han})[不没]\k<same>|有没有|是不是|要不要|还没|没[定想留找]|不(?:知道|清楚|确定|晓得|记得|懂|会|方便)|记混|记不|忘|好几[个家]|什么|啥|怎么|哪|多少|多[久长]|可能|也许|好像|如果|(?<!主)要是|或者|(?<=[^\s，,。我想就])还是\p{Script=Han}|再说|等[他她它]|先空|看得|我得|得[先再去下上]?\p{Script=Han}{0,2}[看查翻问找]|要[看查翻问]|看看|问问|教教|推荐|[他她]说|听说/u

/** Whether an answer to a question for a name tells none. */
export function tellsNoName(folded: string): boolean {
  return OPEN.test(folded)
}

/**
 * The name in an answer, of what the rules cut out and of what the learnt weights make likely: where they agree, or one of them
 * finds it within the words of the other. Undefined where neither is sure, and the question is asked again.
 */
export function agreedName(
  whole: string,
  ruled: string | undefined,
  context: ElementContext,
  weights = NAME_WEIGHTS,
): string | undefined {
  const spans = nameSpans(foldCharacters(whole), wantedBy(context))
  const powers = spans.map(({ features }) =>
    Math.exp(features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)),
  )
  const all = powers.reduce((sum, power) => sum + power, 1)
  const names = spans.map(({ start, end }) => normalise(whole.slice(start, end)))
  const most = Math.max(0, ...powers)
  const best = names[powers.indexOf(most)]
  if (best === undefined) return undefined
  const sure = most / all
  if (ruled === undefined) return sure >= ALONE ? best : undefined
  const kept = powers.reduce((sum, power, at) => sum + (names[at] === ruled ? power : 0), 0) / all
  const within = best !== ruled && ruled.includes(best)
  if (within && sure > kept) return sure >= SHORTER ? best : undefined
  return kept >= KEPT ? ruled : undefined
}
