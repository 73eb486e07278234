import type { StaffContent } from '../../content/index.ts'
import { checkCitations, countCitations } from '../checks/citations.ts'
import { checkForbidden } from '../checks/forbidden.ts'
import { checkEnding, endingOf, firstEnding } from '../checks/outcome.ts'
import { clausesOf } from '../fact-matcher/clauses.ts'
import type { Fact } from '../fact-matcher/fact.ts'
import { matchFact, matchFactIn } from '../fact-matcher/match-fact.ts'
import { openTalk, type Reply } from '../talk.ts'
import type { Check, Trial } from '../trial.ts'
import { isQuarantined } from './quarantine.ts'
import { sectionText } from './read-suites.ts'
import type { AnswerSample } from './shapes.ts'

/** One trial for each way of asking; all of a sample stand in one cluster. */
export function answerTrials(samples: readonly AnswerSample[], content: StaffContent, today: string): Trial[] {
  return samples.flatMap((sample) =>
    sample.ask.map((words, at): Trial => {
      const { id, guide, severity, tags, cluster = id } = sample
      return {
        key: `answers/${id}/${at}`,
        suite: 'answers',
        sample: id,
        cluster,
        severity,
        guide,
        tags: [...tags, sample.question_type],
        quarantined: isQuarantined(sample, today),
        expected: firstEnding(sample.outcome),
        play: async (rooms) => {
          const reply = await (await openTalk(rooms)).say(words)
          const turn = { text: reply.text, sources: reply.sources, ending: endingOf(reply) }
          return { replies: [reply], ...scoreAnswer(turn, sample, content) }
        },
      }
    }),
  )
}

/** What an answer is judged by, as it is said or as it was stored. */
export type AnsweredTurn = Pick<Reply, 'text' | 'sources'> & { readonly ending: string }

/** The checks of an answer: how it ended, each fact, what may not be said, and what it cites. Pure. */
export function scoreAnswer(turn: AnsweredTurn, sample: AnswerSample, content: StaffContent) {
  const checks = checksOf(turn, sample, content)
  return { checks, measures: measuresOf(turn, checks, content) }
}

function checksOf(turn: AnsweredTurn, sample: AnswerSample, content: StaffContent): Check[] {
  const clauses = clausesOf(turn.text)
  return [
    checkEnding(turn.ending, sample.outcome),
    ...sample.facts.map((fact): Check => {
      const { verdict, evidence } = matchFactIn(clauses, fact)
      return {
        name: `fact:${fact.id}`,
        ok: verdict === 'holds',
        critical: fact.critical || verdict === 'contradicts',
        message: `${nameOf(fact)}：${{ holds: '说对了', missing: '没有说到', contradicts: '说错了' }[verdict]}`,
        evidence,
      }
    }),
    ...checkForbidden(turn.text, sample.must_not),
    ...(sample.cite === undefined ? [] : checkCitations(turn, allowedSources(turn, sample, content), content)),
  ]
}

/** The sections the sample names, and any cited one that states a critical fact itself: a guide may say a thing twice. */
function allowedSources(turn: AnsweredTurn, { cite, facts }: AnswerSample, content: StaffContent): string[] {
  const named = cite?.allow ?? []
  if (named.length === 0) return []
  const critical = facts.filter((fact) => fact.critical)
  const states = (source: string): boolean => {
    const text = sectionText(content, source)
    return text !== undefined && critical.some((fact) => matchFact(text, fact).verdict === 'holds')
  }
  return [...named, ...turn.sources.filter((source) => !named.includes(source) && states(source))]
}

function nameOf({ id, about, quantity, polarity, any_of, list }: Fact): string {
  const subject = about === undefined ? '' : `${about[0]} `
  if (quantity !== undefined)
    return `${subject}${quantity.op} ${String(quantity.value)} ${quantity.unit ?? ''}（${id}）`
  if (polarity !== undefined) return `${subject}${polarity}（${id}）`
  return `${(any_of ?? list ?? []).map((terms) => terms.join('+')).join(any_of === undefined ? '、' : ' 或 ')}（${id}）`
}

function measuresOf(turn: AnsweredTurn, checks: readonly Check[], content: StaffContent): Record<string, number> {
  const facts = checks.filter(({ name }) => name.startsWith('fact:'))
  const { sentences, supported, citations, useful } = countCitations(turn, content)
  return {
    ...(facts.length === 0 ? {} : { 'fact recall': facts.filter(({ ok }) => ok).length / facts.length }),
    ...(sentences === 0 ? {} : { 'citation recall': supported / sentences }),
    ...(citations === 0 ? {} : { 'citation precision': useful / citations }),
    'unsupported numbers': sentences - supported,
  }
}
