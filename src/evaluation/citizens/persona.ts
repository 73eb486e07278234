import { toSimplified } from '../../language/index.ts'
import { EARLIER_CASES, type ApplicationView } from '../../services/index.ts'
import * as W from './persona-words.ts'
import type { Persona, ServiceSample, SignedInPersona } from '../suites/shapes.ts'
import type { Reply, Talk } from './talk.ts'

/** Most turns a citizen has patience for. */
const MOST_TURNS = 45

/** How often she says that another form was opened than the one she came for. */
const MOST_OBJECTIONS = 2

/** Who acts for a relative, where the sample does not say; 虚构, the number is a test vector. */
const AGENT: Readonly<Record<string, string>> = {
  agentName: '代虚构',
  agentCitizenId: '350203199001010018',
  actingRight: 'authorised',
}

/** How one citizen is played. */
type Part = {
  readonly seed: number
  /** Name of the service, as the assistant offers it. */
  readonly title: string
  /** Name of its guide, which is what the assistant offers when it asks which matter is meant. */
  readonly guideTitle?: string
  /** Reads the review card and gives the code on it. */
  readonly readReview: (application: string) => Promise<string>
}

/**
 * Plays a citizen of a persona as a state machine over what the assistant does: the field it asks for, what it offers to look up, the
 * review it shows, the receipt. `seed` chooses among the ways of saying things, in what order they are said and what is said around
 * them; the same seed plays the same. Returns every reply.
 */
export async function playCitizen(
  talk: Talk,
  sample: ServiceSample,
  persona: Persona | SignedInPersona,
  { seed, title, guideTitle = title, readReview }: Part,
): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  const say = async (words: string): Promise<Reply> => {
    const reply = await talk.say(words)
    replies.push(reply)
    return reply
  }
  const pick = <T>(options: readonly [T, ...T[]] | readonly T[], place = 0): T => {
    const picked = options[chosen(seed, place, options.length)]
    if (picked === undefined) throw new Error('there is nothing to choose from')
    return picked
  }
  /** The same request, with what people write around one; a slip of the keyboard now and then. */
  const asked = (request: string, place: number): string => {
    if (seed === 0) return request
    const [before, after] = pick(W.POLITE, place)
    const [right, wrong] = pick(W.SLIPS, place + 1)
    return `${before}${seed % 3 === 0 ? request.replace(right, wrong) : request}${after}`
  }
  const known: Readonly<Record<string, string>> = { ...AGENT, ...sample.citizen.knows }
  /** Before which answer she digresses or is unsure: at once, or a few questions on. */
  const patience = seed % 4
  const played = {
    answers: 0,
    digressed: false,
    corrected: false,
    takesBack: undefined as string | undefined,
    erred: new Set<string>(),
    unsure: false,
    objections: 0,
    scrambled: false,
    said: new Map<string, number>(),
  }
  const opening = asked(pick(sample.opening), 0)
  // Who is not married acts for no husband.
  const relatives =
    known['married'] === 'false' ? W.FOR_RELATIVE.filter((words) => !/老公/u.test(words)) : W.FOR_RELATIVE
  let reply = await say(persona === 'for-relative' ? `${opening}，${pick(relatives)}` : opening)
  let application = reply.application

  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    application = reply.application ?? application
    if (reply.receipt !== undefined) return replies
    if (played.takesBack !== undefined) {
      const words = played.takesBack
      played.takesBack = undefined
      reply = await say(words)
      continue
    }
    if (reply.consent !== undefined) {
      const { source, title: register } = reply.consent
      reply = await say(source === EARLIER_CASES ? pick(W.LIKE_LAST_TIME) : pick(W.CONSENT, turn)(register))
      continue
    }
    if (reply.review && application !== undefined) {
      if (sample.expect.status !== 'submitted') return replies
      reply = await say(`${pick(W.SEND)}${pick(W.CODE, 1)}${await readReview(application.id)}`)
      continue
    }
    if (application !== undefined && application.service !== sample.service && played.objections < MOST_OBJECTIONS) {
      played.objections += 1
      reply = await say(`${pick(W.OTHER_MATTER)}${title}`)
      continue
    }
    const next = application?.next ?? undefined
    if (application === undefined || next === undefined) {
      if (application?.status === 'ready') {
        reply = await say('确认提交')
        continue
      }
      if (reply.choices.length > 0 && turn < 4) {
        reply = await say(wantedChoice(reply.choices, title, guideTitle) ?? `${pick(W.MATTER)}${title}`)
        continue
      }
      if (turn >= 3) return replies
      reply = await say(pick(turn === 0 ? W.GO_ON : W.BEGIN))
      continue
    }
    if (application.eligibility.some(({ id, outcome }) => id === 'acting' && outcome === 'no')) {
      // Told that nobody may do it for another, the relative lets her do it herself.
      reply = await say(pick(W.SELF))
      continue
    }
    reply = await say(wordsFor(application, next))
  }
  return replies

  function wordsFor(form: ApplicationView, next: NonNullable<ApplicationView['next']>): string {
    const { field } = next
    const element = form.fields.find(({ id }) => id === field)?.element ?? 'text'
    const value = known[field]
    played.answers += 1
    const place = played.answers
    if (value === undefined || sample.citizen.does_not_know.includes(field))
      return pick(value === undefined ? W.NONE : W.UNSURE, place)
    const times = (played.said.get(field) ?? 0) + 1
    played.said.set(field, times)
    // Not understood: she takes what the page offers, in its own words.
    const right = times > 1 ? exact(form, field, value) : spoken(form, field, value)
    if (persona === 'digressing' && !played.digressed && place > patience) {
      played.digressed = true
      const own = sample.side_questions.map(({ ask }) => ask)
      return pick(own.length > 0 && seed % 2 === 0 ? own : W.ASIDE)
    }
    if (persona === 'does-not-know' && !played.unsure && place > patience) {
      played.unsure = true
      return pick(W.UNSURE)
    }
    const wrong = W.WRONG[element]
    if (persona === 'wrong-then-right' && wrong !== undefined && !played.erred.has(field)) {
      played.erred.add(field)
      return pick(wrong)
    }
    if (persona === 'correcting' && element === 'mobile' && !played.corrected) {
      played.corrected = true
      if (seed % 2 === 0) return `${W.WRONG_MOBILE}，${pick(W.TAKEN_BACK, seed === 0 ? 0 : place)}${right}`
      played.takesBack = `${pick(W.TAKEN_BACK_LATER, place)}${right}`
      return W.WRONG_MOBILE
    }
    if (persona === 'scrambled' && !played.scrambled) {
      const scrambled = withOthers(form, field, right)
      if (scrambled !== undefined) {
        played.scrambled = true
        return scrambled
      }
    }
    const [before, after] =
      persona === 'verbose'
        ? pick(W.AROUND, played.said.size)
        : seed === 0 || times > 1
          ? ['', '']
          : pick(W.NOISE, place)
    return `${before}${right}${after}`
  }

  /** The answer, with what else is pending and says by itself what it is, in an order of her own. */
  function withOthers(form: ApplicationView, field: string, right: string): string | undefined {
    const others = form.pending.filter(
      (id) =>
        id !== field &&
        known[id] !== undefined &&
        /mobile|citizen-id|name/.test(form.fields.find((one) => one.id === id)?.element ?? ''),
    )
    if (others.length === 0) return undefined
    const first = chosen(seed, 0, others.length)
    const many = seed === 0 ? 1 : 1 + (seed % 2)
    const early = [...others, ...others].slice(first, first + Math.min(many, others.length)).map((other) => {
      const label = form.fields.find(({ id }) => id === other)?.label ?? ''
      return `${label}是${spoken(form, other, known[other] ?? '')}`
    })
    return (seed % 2 === 0 ? [...early, right] : [right, ...early]).join('，')
  }

  function spoken(form: ApplicationView, field: string, value: string): string {
    const ways = sample.says[field]
    const place = form.fields.findIndex(({ id }) => id === field) + 1
    if (ways !== undefined) return pick(ways, place)
    const { element, options } = optionsOf(form, field)
    const at = options.findIndex(({ id }) => id === value)
    const label = options[at]?.label
    if (element === 'choice' && label !== undefined && seed > 0) return pick(W.CHOSEN, place)(label, ORDINALS[at] ?? '')
    if (element === 'yes-no' && seed > 0) return pick(value === 'true' ? W.YES : W.NO, place)
    const [, year = '', month, day] = DATE.exec(value) ?? []
    return year === ''
      ? exact(form, field, value)
      : pick(W.DATES, seed === 0 ? 0 : place)(year, Number(month), Number(day))
  }

  function exact(form: ApplicationView, field: string, value: string): string {
    const { element, options } = optionsOf(form, field)
    if (element === 'yes-no') return value === 'true' ? '是的' : '不是'
    if (element === 'choice') return options.find(({ id }) => id === value)?.label ?? value
    const [, year, month, day] = DATE.exec(value) ?? []
    return year === undefined ? value : `${year}年${Number(month)}月${Number(day)}日`
  }

  function optionsOf(form: ApplicationView, field: string) {
    const view = form.fields.find(({ id }) => id === field)
    return { element: view?.element ?? 'text', options: form.next?.field === field ? form.next.options : [] }
  }
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** One of so many: the next for the next seed, and mixed further along in the talk. The first for seed 0. */
function chosen(seed: number, place: number, of: number): number {
  if (of === 0) return 0
  return (place === 0 ? seed : Math.imul(seed, 0x9e3779b1 + place * 0x85ebca6b) >>> 16) % of
}

/** The choice that is her guide or service, else the one that names it and the least besides; in either script. */
function wantedChoice(choices: readonly string[], title: string, guideTitle: string): string | undefined {
  const read = choices.map((choice) => ({ choice, offered: toSimplified(choice) }))
  const exact = read.find(({ offered }) => offered === guideTitle || offered === title)
  if (exact !== undefined) return exact.choice
  return read
    .filter(({ offered }) => offered.includes(title) || title.includes(offered))
    .toSorted((a, b) => Math.abs(a.offered.length - title.length) - Math.abs(b.offered.length - title.length))[0]
    ?.choice
}
