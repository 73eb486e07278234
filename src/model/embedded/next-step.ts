import { recent } from '../../language/index.ts'
import { planTurn, type Agenda, type Call } from './agenda.ts'
import type { SearchInput } from './search-input.ts'
import { answerQuestion, type Answer } from './answer.ts'
import { readUnanswered } from './public-matters.ts'
import { compareTwo } from './comparison.ts'
import { composeAnswers } from './compose.ts'
import { lacksSubject } from './lacks-subject.ts'
import { withQuestionsOnly } from './long-message.ts'
import { phrase } from './phrases.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { withReferences } from './references.ts'
import { foundGuide, isSurelyMeant, resolveQuestions, type Resolved } from './resolve.ts'
import { wasSearched } from './search-results.ts'
import { namesOfService } from './subject.ts'
import { askFork, withOwnCase } from './tell-own-case.ts'
import { understand, valuesBeside, type Understanding } from './understand.ts'
import { withoutRepeats } from './without-repeats.ts'
import { cannotAnswer, forPeople } from './written-for.ts'

/** One step of a turn: text to speak, then tools to call. Neither means the turn is done. */
export type EngineStep = { readonly text: readonly string[]; readonly calls: readonly Call[] }

const NOTHING_ASKED = { words: '', situations: new Set<string>(), signature: new Map<string, number>(), meant: [] }
const DONE: EngineStep = { text: [], calls: [] }
/** Text that quotes a guide is the answer; a model's words before its tool calls are not. */
const CITED = /\[[a-z]\d+\]/
/** Searches and readings a step makes at most. */
const MOST_SEARCHES = 6
/** Choices a clarifying question offers at most. */
const MOST_CHOICES = 6
/** Tools after which the code speaks for itself and the turn is over. */
const LAST_WORDS = new Set(['decline', 'askCitizen', 'handOver', 'findCases', 'matchBenefits'])

/** Tools that put a form into the citizen's hands. */
const OPENING = new Set(['startApplication', 'setAsideApplication', 'matchBenefits'])

/** The steps of a turn have one agenda. */
const REMEMBERED = 64
const planned = recent<Agenda>(REMEMBERED)

/** Decides the next step of a turn. Pure: it reads all it knows from the prompt, so any replica can take the step. */
export function nextStep(given: Turn): EngineStep {
  const turn = withReferences(withQuestionsOnly(given))
  const early = earlyValues(turn)
  if (early !== undefined) return { text: [], calls: [early] }
  if (turn.calls.some(({ tool }) => LAST_WORDS.has(tool) || tool === 'startApplication')) return DONE
  const heard = understand(turn)
  const compared = compareTwo(turn, heard)
  if (compared !== undefined) return compared
  const agenda = planned(turn.key, () => planTurn(turn, heard))

  const waiting = agenda.calls.filter(({ tool }) => !turn.calls.some((done) => done.tool === tool))
  if (waiting.length > 0) return { text: [], calls: waiting }
  if (agenda.questions.length === 0 && agenda.apply === undefined) return DONE
  const open = agenda.calls.length === 0 && forPeople(turn) === undefined && lacksSubject(turn, heard)
  if (open && agenda.questions.length === 0) return askWhichMatter(turn)

  const searches = searchesOf(agenda).filter((search) => !wasSearched(search, turn.calls))
  if (searches.length > 0) return { text: [], calls: searches.map((input) => ({ tool: 'searchGuides', input })) }
  if (CITED.test(turn.spoken)) return { text: [], calls: startCalls(agenda, turn) }

  const resolved = resolveQuestions(agenda, turn)
  if (open && !resolved.some(isSurelyMeant)) return askWhichMatter(turn)
  const lookups = lookupsOf(resolved, turn)
  if (lookups.length > 0) return { text: [], calls: lookups }
  return finish(turn, heard, agenda, resolved)
}

/** What the citizen said of a form in the same words with which she asked for it: filled in as soon as the form is open. */
function earlyValues(turn: Turn): Call | undefined {
  if (turn.calls.some(({ tool }) => tool === 'fillApplication')) return undefined
  const opened = turn.calls.find(({ tool }) => OPENING.has(tool))
  if (opened?.application === undefined || (opened.input['action'] ?? 'resume') !== 'resume') return undefined
  const values = valuesBeside(turn, opened.application.fields)
  return Object.keys(values).length === 0 ? undefined : { tool: 'fillApplication', input: { values } }
}

function searchesOf({ questions, apply }: Agenda): SearchInput[] {
  const searches = questions.flatMap(({ search, inGuide, told }) =>
    [search, inGuide, told].filter((one) => one !== undefined),
  )
  const whole = questions[0]?.whole
  const all = [...searches, ...(whole ? [whole] : []), ...(apply?.search ? [apply.search] : [])]
  return all.slice(0, Math.max(MOST_SEARCHES, questions.length))
}

/** The guides that answer, each read whole once, and searched for every question that goes on with one. */
function lookupsOf(resolved: readonly Resolved[], { calls }: Turn): Call[] {
  const guides = new Set(resolved.flatMap(({ guide, unread }) => (guide && unread ? [guide.token] : [])))
  const searches = resolved.flatMap(({ within }) => within.filter((search) => !wasSearched(search, calls)))
  return [
    ...searches.map((input): Call => ({ tool: 'searchGuides', input })),
    ...[...guides].map((guide): Call => ({ tool: 'readGuide', input: { guide } })),
  ]
}

/** Everything is looked up: ask which is meant, answer, start, or say that there is nothing. */
function finish(turn: Turn, heard: Understanding, agenda: Agenda, resolved: readonly Resolved[]): EngineStep {
  const { locale, lastChoices } = turn.briefing
  const [only] = resolved
  if (resolved.length === 1 && only && only.rivals.length > 0 && only.guide && lastChoices.length === 0) {
    const choices = [only.guide, ...only.rivals].map(({ title }) => title).slice(0, MOST_CHOICES)
    return { text: [], calls: [{ tool: 'askCitizen', input: { question: phrase('whichMatter', locale), choices } }] }
  }
  const answers = resolved
    .flatMap((one) => {
      if (!one.guide) return []
      const { service, titleEn = '' } = one.guide
      const names = [...namesOfService(service, turn.briefing.services), plainWords(titleEn)]
      const { passages, answers } = one
      const { today } = turn.briefing
      return [
        withOwnCase(one.question, { passages, answers, today }, (question) =>
          answerQuestion({ ...one, question, names }),
        ),
      ]
    })
    .map((answer) => (turn.beside ? { ...answer, partial: true } : answer))
  const found = answers.filter(({ quotes, own }) => quotes.length > 0 || own !== undefined)
  const answered = withoutRepeats(found)
  const starts = startCalls(agenda, turn)
  const text = [...composeAnswers(answered, locale), ...leftOpen(found, resolved, turn)]
  if (agenda.apply && starts.length === 0) return { ...cannotStart(turn, agenda, text) }
  if (text.length === 0 && starts.length === 0) {
    if (agenda.calls.length > 0) return DONE
    return { text: [], calls: [cannotAnswer(turn, whyUnanswered(turn, heard.plain))] }
  }
  const fork = starts.length === 0 ? askFork(answered, locale) : undefined
  return { text, calls: fork === undefined ? starts : [{ tool: 'askCitizen', input: fork }] }
}

/** What comes this near to a guide is a matter of ours that none of them tells of: 退休 of 病退. What is no matter of ours stays below. */
const NEAR_CONFIDENCE = 0.12

function whyUnanswered({ calls }: Turn, plain: string): ReturnType<typeof readUnanswered> {
  const isNear = calls.some(({ passages }) => (passages?.confidence ?? 0) >= NEAR_CONFIDENCE)
  return isNear ? 'no-guidance' : readUnanswered(plain)
}

/** What an answer leaves open: a question no guide answers, and the complaint that stands around the question. */
function leftOpen(answered: readonly Answer[], resolved: readonly Resolved[], turn: Turn): string[] {
  if (answered.length === 0) return []
  const { locale } = turn.briefing
  return [
    ...(answered.length < resolved.length ? [`${phrase('otherUnanswered', locale)}\n`] : []),
    ...(forPeople(turn) === 'complaint' ? [`${phrase('toComplain', locale)}\n`] : []),
  ]
}

function startCalls({ apply }: Agenda, turn: Turn): Call[] {
  if (!apply) return []
  const service = (apply.search && foundGuide(apply.search, turn.calls)?.service) ?? apply.service
  return service === undefined ? [] : [{ tool: 'startApplication', input: { service } }]
}

/** A matter without a form here: say so, and tell how and where it is done. */
function cannotStart(turn: Turn, agenda: Agenda, text: readonly string[]): EngineStep {
  const search = agenda.apply?.search
  const guide = search && foundGuide(search, turn.calls)
  if (!guide) {
    if (text.length > 0) return { text, calls: [] }
    return agenda.apply?.search
      ? { text: [], calls: [cannotAnswer(turn, whyUnanswered(turn, agenda.apply.text))] }
      : askWhichMatter(turn)
  }
  const { locale } = turn.briefing
  const passages = turn.calls
    .flatMap((call) => call.passages?.passages ?? [])
    .filter((passage) => passage.guide === guide.token)
  const quotes = (['how', 'where'] as const).flatMap((section) => {
    const passage = passages.find((candidate) => candidate.section === section)
    return passage ? [{ passage, extent: 'full' as const }] : []
  })
  const told = text.length > 0 ? text : composeAnswers([{ quotes, asked: NOTHING_ASKED, partial: false }], locale)
  return { text: [`${phrase('notStartable', locale)}\n`, ...told], calls: [] }
}

function askWhichMatter({ briefing }: Turn): EngineStep {
  const choices = briefing.services.slice(0, MOST_CHOICES).map(({ title }) => title)
  return {
    text: [],
    calls: [{ tool: 'askCitizen', input: { question: phrase('whichMatter', briefing.locale), choices } }],
  }
}
