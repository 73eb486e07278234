import type { StaffContent } from '../../content/index.ts'
import { checkCitations, countCitations } from '../checks/citations.ts'
import { checkForbidden } from '../checks/forbidden.ts'
import { checkEnding, endingOf, firstEnding } from '../checks/outcome.ts'
import { expectationOf } from '../samples/expectation.ts'
import { clausesOf } from '../fact-matcher/clauses.ts'
import { matchFact, matchFactIn } from '../fact-matcher/match-fact.ts'
import { factWords, type Both } from '../reports/fact-words.ts'
import { openTalk, type Reply } from '../citizens/talk.ts'
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
        expects: answerExpectation(sample, words),
        expected: firstEnding(sample.outcome),
        play: async (rooms) => {
          const reply = await (await openTalk(rooms)).say(words)
          const turn = { said: words, text: reply.text, sources: reply.sources, ending: endingOf(reply) }
          return { replies: [reply], ...scoreAnswer(turn, sample, content) }
        },
      }
    }),
  )
}

/** The fingerprint of a question of the sample. `quote` says how a section reads and not what is expected of an answer. */
export function answerExpectation({ severity, outcome, facts, must_not, cite }: AnswerSample, words: string): string {
  return expectationOf({
    words,
    severity,
    outcome,
    facts: facts.map(({ quote: _quote, ...fact }) => fact),
    must_not,
    cite,
  })
}

/** What an answer is judged by, as it is said or as it was stored. */
export type AnsweredTurn = Pick<Reply, 'said' | 'text' | 'sources'> & { readonly ending: string }

/** The checks of an answer: how it ended, each fact, what may not be said, and what it cites. Pure. */
export function scoreAnswer(turn: AnsweredTurn, sample: AnswerSample, content: StaffContent) {
  const checks = checksOf(turn, sample, content)
  return { checks, measures: measuresOf(turn, checks, content) }
}

function checksOf(turn: AnsweredTurn, sample: AnswerSample, content: StaffContent): Check[] {
  const clauses = clausesOf(turn.text)
  // A refusal is staff's own text, with the short numbers that may be told, and quotes no guide.
  const quotes = sample.cite !== undefined && !turn.ending.startsWith('refuse:')
  return [
    checkEnding(turn.ending, sample.outcome),
    ...sample.facts.map((fact): Check => {
      const { verdict, evidence } = matchFactIn(clauses, fact)
      const said = factWords(fact)
      return {
        name: `fact:${fact.id}`,
        ok: verdict === 'holds',
        critical: fact.critical || verdict === 'contradicts',
        message: `${said.zh}：${VERDICTS[verdict].zh}`,
        english: `${said.en}: ${VERDICTS[verdict].en}`,
        evidence,
        ...(verdict === 'contradicts' ? { contradicts: evidence ?? '' } : {}),
      }
    }),
    ...checkForbidden(turn.text, sample.must_not),
    ...(quotes ? checkCitations(turn, allowedSources(turn, sample, content), content) : []),
  ]
}

const VERDICTS: Readonly<Record<ReturnType<typeof matchFactIn>['verdict'], Both>> = {
  holds: { zh: '说对了', en: 'stated' },
  missing: { zh: '没有说到', en: 'not stated' },
  contradicts: { zh: '说错了', en: 'stated wrongly' },
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

function measuresOf(turn: AnsweredTurn, checks: readonly Check[], content: StaffContent): Record<string, number> {
  const facts = checks.filter(({ name }) => name.startsWith('fact:'))
  const { sentences, supported, citations, useful } = countCitations(turn, content)
  return {
    ...(facts.length === 0 ? {} : { 'fact recall': facts.filter(({ ok }) => ok).length / facts.length }),
    ...(sentences === 0 ? {} : { 'citation recall': supported / sentences }),
    ...(citations === 0 ? {} : { 'citation precision': useful / citations }),
    'unsupported numbers': sentences - supported,
    ...readingMeasures(turn),
  }
}

const ANSWERED = new Set(['answer', 'partial'])
/** A list item in front of every sentence, under a heading or not. */
const BULLET_FIRST = /^(?:\*\*[^*\n]+\*\*[：:]\s*)?[-*] /u

/** What an answer is to read: how long it is, and whether a list stands before its conclusion. */
function readingMeasures({ text, ending }: AnsweredTurn): Record<string, number> {
  const read = text.replaceAll(/\[\d{1,2}\]/g, '').trim()
  if (!ANSWERED.has(ending) || read === '') return {}
  return { characters: read.length, 'bullet first': Number(BULLET_FIRST.test(read)) }
}
