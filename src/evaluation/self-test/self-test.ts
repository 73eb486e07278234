import type { StaffContent } from '../../content/index.ts'
import { checkCitations } from '../checks/citations.ts'
import type { Fact, Finding } from '../fact-matcher/fact.ts'
import { matchFact } from '../fact-matcher/match-fact.ts'
import { wilson, type Share } from '../statistics/wilson.ts'
import { sectionText } from '../suites/read-suites.ts'
import type { AnswerSample } from '../suites/shapes.ts'
import { mutantsOf } from './mutants.ts'
import { rewritesOf } from './rewrites.ts'
import { sayFact } from './say-fact.ts'

/** How well the scorers tell right answers from wrong ones. The lists name what slipped through or was turned down. */
export type SelfTest = {
  readonly caught: Share
  readonly accepted: Share
  readonly escaped: readonly string[]
  readonly refused: readonly string[]
}

/** What is put to the test; another matcher stands in to prove that the self-test sees a bad one. */
type Scorers = { readonly match: (answer: string, fact: Fact) => Finding }

/** A matter no guide knows: a number said of it belongs to nothing asked. */
const ELSEWHERE = '另一件无关的事'
/** Least share of mutants that must be caught, and of rewrites accepted. */
export const SELF_TEST_FLOOR = 0.99

/**
 * Puts the scorers themselves to the test: of every fact of the samples it writes right answers in other guises, and
 * answers that are wrong in one thing, and counts what the scorers make of them. Pure.
 */
export function selfTest(
  samples: readonly AnswerSample[],
  content: StaffContent,
  { match }: Scorers = { match: matchFact },
): SelfTest {
  const verdicts = samples.flatMap((sample) =>
    sample.facts.flatMap((fact) => [
      ...rewritesOf(fact).map(({ kind, answer }) => ({
        name: `${sample.id}/${fact.id}/${kind}: ${answer}`,
        right: true,
        passed: match(answer, fact).verdict === 'holds',
      })),
      ...mutantsOf(fact, ELSEWHERE).map(({ kind, answer }) => ({
        name: `${sample.id}/${fact.id}/${kind}: ${answer}`,
        right: false,
        passed: match(answer, fact).verdict === 'holds',
      })),
      ...citationCases(sample, fact, content),
    ]),
  )
  const wrong = verdicts.filter(({ right }) => !right)
  const good = verdicts.filter(({ right }) => right)
  const escaped = wrong.filter(({ passed }) => passed).map(({ name }) => name)
  const refused = good.filter(({ passed }) => !passed).map(({ name }) => name)
  return {
    caught: wilson(wrong.length - escaped.length, wrong.length),
    accepted: wilson(good.length - refused.length, good.length),
    escaped,
    refused,
  }
}

/** The fact with its own section behind it, and with a section of the same guide that says nothing of it. */
function citationCases(sample: AnswerSample, fact: Fact, content: StaffContent) {
  const { source, quantity } = fact
  if (source === undefined || quantity === undefined || quantity.value === 0) return []
  const [guide = ''] = source.split('#')
  const text = `${sayFact(fact)}。[1]`
  const passes = (cited: string): boolean =>
    checkCitations({ text, sources: [cited] }, [], content).every(({ ok }) => ok)
  const silent = [...new Set(content.guides.get(guide)?.sections.map(({ slug }) => `${guide}#${slug}`))].find(
    (other) => other !== source && !/\d|[一二三四五六七八九十百]/.test(sectionText(content, other) ?? '1'),
  )
  const name = `${sample.id}/${fact.id}`
  return [
    { name: `${name}/cited: ${text} ${source}`, right: true, passed: passes(source) },
    { name: `${name}/cites nothing: ${text}`, right: false, passed: passes(`${guide}#nowhere`) },
    ...(silent === undefined
      ? []
      : [{ name: `${name}/citation moved: ${text} ${silent}`, right: false, passed: passes(silent) }]),
  ]
}
