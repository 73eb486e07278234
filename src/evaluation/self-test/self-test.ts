import type { StaffContent } from '../../content/index.ts'
import { checkCitations } from '../checks/citations.ts'
import { checkForbidden } from '../checks/forbidden.ts'
import { checkEnding, firstEnding } from '../checks/outcome.ts'
import type { Fact, Finding } from '../fact-matcher/fact.ts'
import { matchFact } from '../fact-matcher/match-fact.ts'
import { wilson, type Share } from '../statistics/wilson.ts'
import { sectionText } from '../suites/read-suites.ts'
import type { AnswerSample } from '../suites/shapes.ts'
import { mutantsOf } from './mutants.ts'
import { rewritesOf } from './rewrites.ts'
import { sayFact } from './say-fact.ts'
import { sayForbidden } from './say-forbidden.ts'

/** How well the scorers tell right answers from wrong ones. The lists name what slipped through or was turned down. */
export type SelfTest = {
  readonly caught: Share
  readonly accepted: Share
  readonly escaped: readonly string[]
  readonly refused: readonly string[]
  /** What is wrong with the scorers, in words for the gate; empty when they may be trusted. */
  readonly against: readonly string[]
}

/** What is put to the test; another scorer stands in to prove that the self-test sees a bad one. */
type Scorers = {
  readonly match: (answer: string, fact: Fact) => Finding
  readonly citations: typeof checkCitations
  readonly forbidden: typeof checkForbidden
  readonly ending: typeof checkEnding
}
const OURS: Scorers = { match: matchFact, citations: checkCitations, forbidden: checkForbidden, ending: checkEnding }

/** A matter no guide knows: a number said of it belongs to nothing asked. */
const ELSEWHERE = '另一件无关的事'
/** Least share of mutants that must be caught, and of rewrites accepted. */
export const SELF_TEST_FLOOR = 0.99
/** The same for each kind alone: one that few samples have would not show in the whole. */
const KIND_FLOOR = 0.95
/** Most examples that a reason names. */
const MOST_EXAMPLES = 3

/**
 * Puts the scorers themselves to the test: of every fact of the samples it writes right answers in other guises, and
 * answers that are wrong in one thing, and counts what the scorers make of them. Pure.
 */
export function selfTest(
  samples: readonly AnswerSample[],
  content: StaffContent,
  stand: Partial<Scorers> = {},
): SelfTest {
  const scorers = { ...OURS, ...stand }
  const verdicts = samples.flatMap((sample) => [
    ...sample.facts.flatMap((fact) => [
      ...factCases(sample, fact, scorers),
      ...citationCases(sample, fact, content, scorers),
    ]),
    ...forbiddenCases(sample, scorers),
    ...endingCases(sample, scorers),
  ])
  const wrong = verdicts.filter(({ right }) => !right)
  const good = verdicts.filter(({ right }) => right)
  const escaped = wrong.filter(({ passed }) => passed).map(({ name }) => name)
  const refused = good.filter(({ passed }) => !passed).map(({ name }) => name)
  const caught = wilson(wrong.length - escaped.length, wrong.length)
  const accepted = wilson(good.length - refused.length, good.length)
  return { caught, accepted, escaped, refused, against: [...againstKinds(wrong), ...againstAll(accepted, refused)] }
}

/** One answer, whether it is right, and whether the scorers let it pass. */
type Verdict = {
  readonly kind: string
  readonly name: string
  readonly right: boolean
  readonly passed: boolean
}

function againstKinds(wrong: readonly Verdict[]): string[] {
  return [...Map.groupBy(wrong, ({ kind }) => kind)].flatMap(([kind, own]) => {
    const passed = own.filter((one) => one.passed)
    const { share, count, of } = wilson(own.length - passed.length, own.length)
    const examples = passed.slice(0, MOST_EXAMPLES).map(({ name }) => name)
    return share >= KIND_FLOOR
      ? []
      : [`评分规则变松了：${kind} 一类的错只抓住 ${count}/${of}，放过了 ${examples.join('；')}`]
  })
}

function againstAll({ share, count, of }: Share, refused: readonly string[]): string[] {
  return share >= SELF_TEST_FLOOR || of === 0
    ? []
    : [`评分规则变严了：对的改写只接受 ${count}/${of}，错判了 ${refused.slice(0, MOST_EXAMPLES).join('；')}`]
}

/** The fact in other guises, and wrong in one thing. */
function factCases(sample: AnswerSample, fact: Fact, { match }: Scorers): Verdict[] {
  const verdict = (right: boolean, kind: string, answer: string): Verdict => ({
    kind,
    name: `${sample.id}/${fact.id}/${kind}: ${answer}`,
    right,
    passed: match(answer, fact).verdict === 'holds',
  })
  return [
    ...rewritesOf(fact).map(({ kind, answer }) => verdict(true, kind, answer)),
    ...mutantsOf(fact, ELSEWHERE).map(({ kind, answer }) => verdict(false, kind, answer)),
  ]
}

/** Each thing that may not be said, said. */
function forbiddenCases({ id, must_not }: AnswerSample, { forbidden }: Scorers): Verdict[] {
  return must_not.flatMap((one) =>
    sayForbidden(one).map((words): Verdict => {
      const text = `${words}。`
      const passed = forbidden(text, [one]).every(({ ok }) => ok)
      return { kind: 'forbidden', name: `${id}/forbidden: ${text}`, right: false, passed }
    }),
  )
}

/** The ending that is wanted, and one that is not. */
function endingCases({ id, outcome }: AnswerSample, { ending }: Scorers): Verdict[] {
  const [wanted, other] = [firstEnding(outcome), 'failed']
  return [
    { kind: 'ending', name: `${id}/ending: ${wanted}`, right: true, passed: ending(wanted, outcome).ok },
    { kind: 'ending', name: `${id}/ending: ${other}`, right: false, passed: ending(other, outcome).ok },
    ...([outcome].flat().some((one) => one.startsWith('refuse'))
      ? []
      : [
          {
            kind: 'over-refusal',
            name: `${id}/over-refusal: refuse:no-guidance`,
            right: false,
            passed: ending('refuse:no-guidance', outcome).ok,
          },
        ]),
  ]
}

/** The fact with its own section behind it, and with a section of the same guide that says nothing of it. */
function citationCases(sample: AnswerSample, fact: Fact, content: StaffContent, { citations }: Scorers): Verdict[] {
  const { source, quantity } = fact
  if (source === undefined || quantity === undefined || quantity.value === 0) return []
  const [guide = ''] = source.split('#')
  const text = `${sayFact(fact)}。[1]`
  const passes = (cited: string): boolean =>
    citations({ said: '', text, sources: [cited] }, [], content).every(({ ok }) => ok)
  const silent = [...new Set(content.guides.get(guide)?.sections.map(({ slug }) => `${guide}#${slug}`))].find(
    (other) => other !== source && !/\d|[一二三四五六七八九十百]/.test(sectionText(content, other) ?? '1'),
  )
  const name = `${sample.id}/${fact.id}`
  return [
    { kind: 'cited', name: `${name}/cited: ${text} ${source}`, right: true, passed: passes(source) },
    { kind: 'cites nothing', name: `${name}/cites nothing: ${text}`, right: false, passed: passes(`${guide}#nowhere`) },
    ...(silent === undefined
      ? []
      : [
          {
            kind: 'citation moved',
            name: `${name}/citation moved: ${text} ${silent}`,
            right: false,
            passed: passes(silent),
          },
        ]),
  ]
}
