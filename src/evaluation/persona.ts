import { toSimplified } from '../language/index.ts'
import type { ApplicationView } from '../services/index.ts'
import type { Persona, ServiceSample } from './suites/shapes.ts'
import type { Reply, Talk } from './talk.ts'

/** Most turns a citizen has patience for. */
const MOST_TURNS = 45

/** How often she says that another form was opened than the one she came for. */
const MOST_OBJECTIONS = 2

/** Values that cannot be right, by element. */
const WRONG: Readonly<Record<string, string>> = {
  mobile: '12345',
  'citizen-id': '123456',
  date: '2025年2月30日',
  'bank-card': '6222',
}

/** What stands around an answer, by seed. */
const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['嗯，这个嘛，', '，麻烦你了'],
  ['我看一下啊，', ''],
  ['好的好的，', '，谢谢'],
  ['那个…', ''],
  ['哦，', '，就这个'],
]

/** How a mistake is taken back, by seed. */
const TAKEN_BACK: readonly string[] = ['哦不对，写错了，应该是', '不对不对，是', '打错了，改成']

/** Who acts for a relative, where the sample does not say; 虚构, the number is a test vector. */
const AGENT: Readonly<Record<string, string>> = {
  agentName: '代虚构',
  agentCitizenId: '350203199001010018',
  actingRight: 'authorised',
}

/**
 * Plays a citizen of a persona as a state machine over what the assistant does: the field it asks for, the review it
 * shows, the receipt. `seed` chooses among the ways of saying things, in what order they are said and what is said around
 * them; the same seed plays the same.
 * `readReview` reads the review card and gives the code on it. Returns every reply.
 */
export async function playCitizen(
  talk: Talk,
  sample: ServiceSample,
  persona: Persona,
  {
    seed,
    title,
    guideTitle = title,
    readReview,
  }: {
    readonly seed: number
    /** Name of the service, as the assistant offers it. */
    readonly title: string
    /** Name of its guide, which is what the assistant offers when it asks which matter is meant. */
    readonly guideTitle?: string
    readonly readReview: (application: string) => Promise<string>
  },
): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  const say = async (words: string): Promise<Reply> => {
    const reply = await talk.say(words)
    replies.push(reply)
    return reply
  }
  const pick = (options: readonly string[], place = 0): string => options[chosen(seed, place, options.length)] ?? ''
  const known: Readonly<Record<string, string>> = { ...AGENT, ...sample.citizen.knows }
  const played = {
    digressed: false,
    corrected: false,
    erred: new Set<string>(),
    unsure: false,
    objections: 0,
    scrambled: false,
    said: new Map<string, number>(),
  }
  const opening = pick(sample.opening)
  let reply = await say(persona === 'for-relative' ? `${opening}，我是帮家里老人来办的，信息都是他的` : opening)
  let application = reply.application

  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    application = reply.application ?? application
    if (reply.receipt !== undefined) return replies
    if (reply.review && application !== undefined) {
      if (sample.expect.status !== 'submitted') return replies
      reply = await say(`确认提交 ${await readReview(application.id)}`)
      continue
    }
    if (application !== undefined && application.service !== sample.service && played.objections < MOST_OBJECTIONS) {
      played.objections += 1
      reply = await say(`不是这件事，我要办${title}`)
      continue
    }
    const next = application?.next ?? undefined
    if (application === undefined || next === undefined) {
      if (application?.status === 'ready') {
        reply = await say('确认提交')
        continue
      }
      if (reply.choices.length > 0 && turn < 4) {
        reply = await say(wantedChoice(reply.choices, title, guideTitle) ?? `我要办${title}`)
        continue
      }
      if (turn >= 3) return replies
      reply = await say(turn === 0 ? '帮我办' : '开始办理')
      continue
    }
    if (application.eligibility.some(({ id, outcome }) => id === 'acting' && outcome === 'no')) {
      // Told that nobody may do it for another, the relative lets her do it herself.
      reply = await say('那就给本人办')
      continue
    }
    reply = await say(wordsFor(application, next))
  }
  return replies

  function wordsFor(form: ApplicationView, next: NonNullable<ApplicationView['next']>): string {
    const { field } = next
    const element = form.fields.find(({ id }) => id === field)?.element ?? 'text'
    const value = known[field]
    if (value === undefined || sample.citizen.does_not_know.includes(field))
      return value === undefined ? '没有' : '不知道'
    const times = (played.said.get(field) ?? 0) + 1
    played.said.set(field, times)
    // Not understood: she takes what the page offers, in its own words.
    const right = times > 1 ? exact(form, field, value) : spoken(form, field, value)
    if (persona === 'digressing' && !played.digressed) {
      played.digressed = true
      return sample.side_questions[0]?.ask ?? '这个要多少钱？'
    }
    if (persona === 'does-not-know' && !played.unsure) {
      played.unsure = true
      return '不知道'
    }
    if (persona === 'wrong-then-right' && WRONG[element] !== undefined && !played.erred.has(field)) {
      played.erred.add(field)
      return WRONG[element]
    }
    if (persona === 'correcting' && element === 'mobile' && !played.corrected) {
      played.corrected = true
      return `13700000000，${pick(TAKEN_BACK)}${right}`
    }
    if (persona === 'scrambled' && !played.scrambled) {
      const others = form.pending.filter(
        (id) =>
          id !== field &&
          known[id] !== undefined &&
          /mobile|citizen-id|name/.test(form.fields.find((one) => one.id === id)?.element ?? ''),
      )
      const other = others[chosen(seed, 0, others.length)]
      if (other !== undefined) {
        played.scrambled = true
        const label = form.fields.find(({ id }) => id === other)?.label ?? ''
        const early = `${label}是${spoken(form, other, known[other] ?? '')}`
        return seed % 2 === 0 ? `${early}，${right}` : `${right}，${early}`
      }
    }
    if (persona !== 'verbose') return right
    const [before, after] = AROUND[chosen(seed, played.said.size, AROUND.length)] ?? ['', '']
    return `${before}${right}${after}`
  }

  function spoken(form: ApplicationView, field: string, value: string): string {
    const ways = sample.says[field]
    return ways === undefined
      ? exact(form, field, value)
      : pick(ways, form.fields.findIndex(({ id }) => id === field) + 1)
  }

  function exact(form: ApplicationView, field: string, value: string): string {
    const { element, options } = optionsOf(form, field)
    if (element === 'yes-no') return value === 'true' ? '是的' : '不是'
    if (element === 'choice') return options.find(({ id }) => id === value)?.label ?? value
    const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
    return date === null ? value : `${date[1]}年${Number(date[2])}月${Number(date[3])}日`
  }

  function optionsOf(form: ApplicationView, field: string) {
    const view = form.fields.find(({ id }) => id === field)
    return { element: view?.element ?? 'text', options: form.next?.field === field ? form.next.options : [] }
  }
}

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
