import type { z } from 'zod'
import type { ToolInputs, ToolName } from '../tool-contract.ts'
import { asksAboutComplaints, complains, isHandledHere, leavesOpenOfWhat, tellsComplaint } from './complaint.ts'
import { besideGivenUp } from './change-of-mind.ts'
import { asksHowToFollow } from './follow.ts'
import { plainWords } from './plain-words.ts'
import { planApply, type Apply } from './plan-apply.ts'
import type { Turn } from './read-prompt.ts'
import { phrase } from './phrases.ts'
import { lacksSubject } from './lacks-subject.ts'
import { searchFor, type SearchInput } from './search-input.ts'
import { askedAgain, readSegments, type Segment } from './segments.ts'
import { namedService, namesTitle } from './subject.ts'
import type { Understanding } from './understand.ts'
import { cannotAnswer, forPeople, proposes } from './written-for.ts'

/** A tool call to make. */
export type Call = { readonly [Name in ToolName]: { tool: Name; input: z.input<(typeof ToolInputs)[Name]> } }[ToolName]

/** A question to look up. `inGuide` is a second place to look: the guide the conversation was about. */
export type Question = {
  readonly segment: Segment
  readonly search: SearchInput
  readonly inGuide: SearchInput | undefined
  /** The service whose guide is meant when the words name no other matter: that of the form in hand. */
  readonly service: string | undefined
  /** Where the guide in hand says something of just what she told of herself. */
  readonly told?: SearchInput
  /** All that she asks in one breath, where one question by itself may not tell its matter. */
  readonly whole?: SearchInput
}

/** What this turn has to do, in order: calls whose result the code shows, questions to answer, an application to start. */
export type Agenda = {
  readonly calls: readonly Call[]
  readonly questions: readonly Question[]
  readonly apply: Apply | undefined
}

const NOTHING: Agenda = { calls: [], questions: [], apply: undefined }

/** Decides what the turn has to do. Pure: the same prompt gives the same agenda at every step of the turn. */
export function planTurn(turn: Turn, heard: Understanding): Agenda {
  if (heard.boundary !== undefined) return only({ tool: 'decline', input: { reason: heard.boundary } })
  if (heard.acts.has('human')) return only({ tool: 'handOver', input: { reason: 'citizen-asked' } })
  if (proposes(turn, heard)) return only({ tool: 'handOver', input: { reason: 'suggestion' } })
  if (tellsComplaint(turn, heard)) return only({ tool: 'handOver', input: { reason: 'complaint' } })
  if (heard.acts.has('complaint') && !isHandledHere(turn, heard) && !asksAboutComplaints(heard))
    return only(
      leavesOpenOfWhat(turn, heard)
        ? { tool: 'askCitizen', input: { question: phrase('ofWhat', turn.briefing.locale), choices: [] } }
        : { tool: 'handOver', input: { reason: 'complaint' } },
    )
  if (heard.chosen !== undefined) return planChoice(turn, heard.chosen)

  if (heard.asksBenefits && heard.segments.length === 1) return only({ tool: 'matchBenefits', input: {} })

  const formCalls = planForm(turn, heard)
  const questions = heard.leavesForm
    ? planQuestions(withoutForm(turn), ofAnotherMatter(heard), formCalls.length > 0)
    : planQuestions(turn, heard, formCalls.length > 0)
  // 接着给孩子办出生登记 wants the form put aside, and none besides; 银行开户的先不弄 wants none.
  const startsNone = putsOffPart(turn, heard) || formCalls.some((call) => takesUpAnother(call, turn))
  const apply = startsNone ? undefined : planApply(turn, heard)
  if (formCalls.length > 0 || questions.length > 0 || apply) return { calls: formCalls, questions, apply }
  return planSmallTalk(turn, heard)
}

function takesUpAnother({ tool, input }: Call, { briefing }: Turn): boolean {
  return tool === 'setAsideApplication' && input.action === 'resume' && input.service !== briefing.application?.service
}

/** What she asks of another matter is not asked of the form she leaves. */
function withoutForm({ briefing, ...turn }: Turn): Turn {
  const { application: _form, lastGuide: _guide, ...rest } = briefing
  return { ...turn, briefing: rest }
}

function ofAnotherMatter(heard: Understanding): Understanding {
  return { ...heard, segments: heard.segments.map((segment) => ({ ...segment, ownSubject: true })) }
}

function only(call: Call): Agenda {
  return { ...NOTHING, calls: [call] }
}

/** 银行开户的先不弄, 刻章那块先放一放: one thing put off, and the rest goes on. */
const ONE_PART =
  /(?:^|[，,。；;\s])(?!(?:这|那|整|全|都|我|现在|今天))[^，,。；;\s]{2,10}?(?:的|那个|那块|这块|那项|这项|那部分|这部分)(?:事情?|就|我)?(?:先不|先放|晚点再|以后再|回头再)/u

function putsOffPart(
  { briefing }: Pick<Turn, 'briefing'>,
  { acts, plain }: Pick<Understanding, 'acts' | 'plain'>,
): boolean {
  return briefing.application !== undefined && acts.has('set-aside') && ONE_PART.test(plain)
}

/** Values, and what the citizen wants done with the form in hand or one she put aside. */
function planForm({ briefing, words }: Turn, { acts, values, plain, leavesForm }: Understanding): Call[] {
  const set = (action: 'set-aside' | 'resume' | 'discard', service?: string): Call => ({
    tool: 'setAsideApplication',
    input: service === undefined ? { action } : { action, service },
  })
  const [aside] = briefing.aside
  const back = acts.has('resume') ? asideMeant(words, briefing) : undefined
  if (back !== undefined) return [set('resume', back)]
  const named = acts.has('resume') ? namedService(plain, briefing)?.token : undefined
  // What is said beside it is for the form that is taken up.
  if (named !== undefined && briefing.aside.some(({ service }) => service === named)) return [set('resume', named)]
  // A form that is started puts the one in hand aside by itself.
  if (leavesForm && !acts.has('apply')) return [set('set-aside')]
  if (Object.keys(values).length > 0) return [{ tool: 'fillApplication', input: { values } }]
  if (acts.has('resume') && briefing.application) return [set('resume', briefing.application.service)]
  if (acts.has('resume') && aside) return [set('resume', aside.service)]
  if (briefing.application === undefined) return acts.has('cancel') && aside ? [set('discard', aside.service)] : []
  if (putsOffPart({ briefing }, { acts, plain })) return [{ tool: 'showApplication', input: {} }]
  if (acts.has('set-aside')) return [set('set-aside')]
  if (acts.has('cancel')) return [set('discard')]
  if (acts.has('show') || acts.has('skip') || acts.has('unknown')) {
    return [{ tool: 'showApplication', input: {} }]
  }
  return []
}

/** The form put aside that is gone on with instead of the one in hand: the one her words name, or the last where that one is given up. */
function asideMeant(words: string, briefing: Turn['briefing']): string | undefined {
  const { aside, application } = briefing
  const beside = besideGivenUp(words, briefing)
  const rest = beside ?? plainWords(words)
  if (beside === undefined && namesTitle(rest, application?.title ?? '')) return undefined
  const named = namedService(rest, briefing)?.token
  const meant = aside.find(({ service }) => service === named) ?? aside.find(({ title }) => namesTitle(rest, title))
  return (meant ?? (beside === undefined ? undefined : aside[0]))?.service
}

/** The clarifying question is answered: the question asked before it goes on with its subject known. */
function planChoice({ briefing, earlier }: Turn, chosen: string): Agenda {
  const service = briefing.services.find(({ title }) => title === chosen)
  const before = readSegments(earlier.at(-1) ?? '')
  const wantsStart = before.some(({ acts }) => acts.has('apply'))
  const asking = before.filter(({ asks }) => asks)
  if (wantsStart && asking.length === 0 && service)
    return { ...NOTHING, apply: { service: service.token, search: undefined, text: chosen } }
  const [segment] = readSegments(asking.map(({ text }) => text).join('，'))
  const question = askedAgain(segment, chosen, service !== undefined)
  return {
    ...NOTHING,
    questions: [
      {
        segment: question,
        search: searchFor(`${chosen} ${question.text}`),
        inGuide: undefined,
        service: service?.token,
      },
    ],
  }
}

function planQuestions(turn: Turn, heard: Understanding, formIsServed: boolean): Question[] {
  if (heard.acts.has('status') && heard.segments.length === 1 && !asksHowToFollow(turn, heard)) return []
  // Words beside a form, or beside the wish to start one, tell something unless they ask.
  const telling = turn.briefing.application !== undefined || formIsServed || heard.acts.has('apply')
  const questions = heard.segments
    .filter((segment) => segment.asks || (segment.ownSubject && !telling && !isOnlyAct(segment)))
    .filter((segment) => !(formIsServed && !segment.asks) && !isAboutForm(segment) && !complains(segment))
    .filter((segment) => !(segment.acts.has('apply') && !asksBesideApply(segment)))
    .map((segment) => toQuestion(turn, segment))
  const isTold = ({ segment, search, inGuide }: Question): boolean =>
    (search.guide ?? inGuide ?? namedService(segment.text, turn.briefing)) !== undefined
  if (questions.length < 2 || questions.some(isTold)) return questions
  const whole = searchFor(heard.segments.map(({ text }) => text).join(' '))
  return questions.map((question) => ({ ...question, whole }))
}

/** Thanks, greetings and the like carry no question, whatever words stand with them. */
function isOnlyAct({ acts, asks }: Segment): boolean {
  return (
    !asks &&
    ['thanks', 'greeting', 'status', 'resume', 'cancel', 'set-aside', 'wait'].some((act) =>
      [...acts].some((own) => own === act),
    )
  )
}

/** 看看我填了什么 and 这个不知道填什么 ask for the form, not for a guide. */
function isAboutForm({ acts, sections, asks }: Segment): boolean {
  if (sections.length > 0) return false
  return (acts.has('wait') && !asks) || (['show', 'skip', 'unknown', 'resume'] as const).some((act) => acts.has(act))
}

/** 帮我申请居住证 asks nothing; 居住证要多少钱，顺便帮我办 does. */
function asksBesideApply({ clauses, sections }: Segment): boolean {
  return sections.length > 0 || clauses.some(({ asks }) => asks)
}

function toQuestion({ briefing, earlier, within }: Turn, segment: Segment): Question {
  const { application, lastGuide } = briefing
  const { text, ownSubject, told } = segment
  const alone = {
    segment,
    search: searchFor(text, within && lastGuide?.token),
    inGuide: undefined,
    service: undefined,
    ...(told === undefined || lastGuide === undefined ? {} : { told: searchFor(told, lastGuide.token) }),
  }
  if (within) return alone
  if (application && lastGuide?.service !== application.service) {
    // The form's guide has no token here; its title finds it, and its service tells it from others found with it.
    const about = searchFor(ownSubject ? `${application.title} ${text}` : application.title)
    const { service } = application
    return ownSubject ? { ...alone, inGuide: about, service } : { ...alone, search: about, service }
  }
  if (lastGuide) {
    const about = searchFor(`${lastGuide.title} ${text}`, lastGuide.token)
    return ownSubject ? { ...alone, inGuide: about } : { ...alone, search: about }
  }
  const before = earlier.at(-1)
  return ownSubject || before === undefined ? alone : { ...alone, search: searchFor(`${before} ${text}`) }
}

/** Wants something done, whatever it is: 办证, 我来申请. */
const WANTS = /[办补换领]|申[请领报]|手续|证件?|\bappl(?:y|ication)\b/

/** Submitting is her own act at the review card; the words only show what there is. */
const SUBMIT = /确认|提交|\bsubmit\b/

function planSmallTalk(turn: Turn, heard: Understanding): Agenda {
  const { briefing } = turn
  const { acts } = heard
  if (acts.has('status')) return only({ tool: 'findCases', input: {} })
  if (briefing.application && SUBMIT.test(heard.plain)) return only({ tool: 'showApplication', input: {} })
  // Nothing to do: the code tells so and offers the pending step of the form again.
  if (briefing.application && !acts.has('thanks') && !acts.has('greeting')) return NOTHING
  if (WANTS.test(heard.plain) && forPeople(turn) === undefined && lacksSubject(turn, heard))
    return { ...NOTHING, apply: { service: undefined, search: undefined, text: heard.plain } }
  return only(cannotAnswer(turn, 'small-talk'))
}
