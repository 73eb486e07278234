import { readAct, toSimplified } from '../../language/index.ts'
import { relationOf } from '../../services/index.ts'
import { actingTalk } from '../telling/acting-talk.ts'
import { fillTalk } from '../telling/case-talk.ts'
import { whomFor } from '../steps/hear-acting.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** The wish to have several matters done as one. */
const TOGETHER =
  /一起[办弄]|(?<![第头每再上下这那有])一次(?:性)?[办弄]|一件事|一并办|一块儿?[办弄]|全套|联办|\b(?:all )?together\b|\bin one go\b/iu
/** 生了孩子要办啥: an open question which matters there are, which is answered by all of them as one. */
const WHICH_MATTERS =
  /办(?:理|些|点)*(?:什么|啥|哪些|哪几)|\bwhat\b.{0,24}\b(?:(?:do|should) i (?:need|have)? ?(?:to )?(?:do|arrange|apply)|(?:has|have|needs?) to be done)\b/iu
/** What only asks of it, or tells of it: 能一次办齐吗, 听说可以一起办. */
const ASKED =
  /[吗嘛么?？]\s*$|(\p{Script=Han})不\1|能不能|可不可以|是不是|听说|什么|啥|哪|佗|入口|网址|怎么|咋|如何|多少|多[久长快]|何时|几[天个]|是否|还是/u
const WISHED = /帮|[给替]我|我们?(?:要|想)|开始|直接/u
/** Words that every bundle is named with, and that name none. */
const NOISE = /一件事|全套|要办的事|要办|办理|一起|哪些|什么|申请|事项|[“”"]/gu

/** What a wish that names no matter may be wrapped in. */
const NODS = /^[\s，,。.!！好的嗯行那就请麻烦你您我现在马上吧了啊呀谢]*$/u

type Bundle = ReturnType<Rooms['counter']['bundles']>[number]

/** 那就一起办吧, 这些能一起办吗: nothing but the wish or the question; 我和老公一起办 and 能一次办完吗 are about something else. */
const BARE =
  /^(?:那|就|我们?|想|要|都|也|帮我?|给我|可以|可不可以|能不能|能否|能|这些|这几[个件样]|全部?|[，,\s])*(?:一起[办弄]|一并办|一块儿?[办弄]|联办)(?:了|掉|理|好|完|一下|吧|吗|么|嘛|呢|啊|呀|的|可以|行|[?？。！!，,\s])*$/u

/**
 * Starts the bundle that the citizen's words name, when they want things done together, or the one of the matter spoken of
 * where they name none; offers that where they only ask (能一起办吗). Undefined otherwise.
 */
export async function startBundle(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn): Promise<Outcome | undefined> {
  const words = toSimplified(turn.words)
  const wants = wantsTogether(words)
  const earlier = wants ? undefined : askedTogether(turn, words)
  if (earlier === undefined && !TOGETHER.test(words)) return undefined
  const all = rooms.counter.bundles()
  const bundles = earlier === undefined ? all : all.filter(({ guides: [own] }) => own === turn.state.lastGuide)
  const [named, second] = ranked(bundles, earlier ?? words)
  const meant = named === undefined && BARE.test(words) ? spokenOf(all, turn) : undefined
  const first = named ?? (meant === undefined ? undefined : { bundle: meant, score: 0 })
  const begins = wants || earlier !== undefined
  if (first === undefined || (!begins && meant === undefined)) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  if (!begins) {
    return askWhich(turn, say, say('bundle-offer', { title: titleIn(first.bundle, turn) }), [first.bundle])
  }
  if (second !== undefined && second.score === first.score) {
    return askWhich(turn, say, say('bundle-which'), [first.bundle, second.bundle])
  }
  const { conversationId, citizen } = turn
  const actingFor = whomFor(turn)
  const started = await rooms.counter.start({ conversationId, service: first.bundle.service, citizen, actingFor })
  turn.effects.fills.push(started)
  const acts = relationOf(started.application.form) !== undefined
  const lines = [
    say('application-started', { title: started.application.title }),
    ...(acts ? [actingTalk(say, started.application)] : []),
    ...fillTalk(say, started),
  ]
  turn.write({ type: 'text', text: `${lines.join('\n')}\n` })
  await offerNextStep(rooms, turn, say, started.application)
  return { outcome: started.application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}

function askWhich(turn: Turn, say: Speech, text: string, bundles: readonly Bundle[]): Outcome {
  turn.write({ type: 'text', text })
  const choices = bundles.map((bundle) => say('bundle-choice', { title: titleIn(bundle, turn) }))
  turn.write({ type: 'choices', question: say('bundle-which'), choices })
  return { outcome: 'clarify', engine: 'none' }
}

function titleIn({ title, titleEn }: Bundle, { locale }: Turn): string {
  return locale === 'en' ? titleEn : title
}

/** The bundle that holds all she asks after, where the answer came from its guide: what there is to do after a birth. */
export function offerBundle(rooms: Pick<Rooms, 'counter'>, turn: Turn, say: Speech, guide: string): string | undefined {
  if (!WHICH_MATTERS.test(toSimplified(turn.words))) return undefined
  const bundle = rooms.counter.bundles().find(({ guides: [own] }) => own === guide)
  if (bundle === undefined) return undefined
  const title = titleIn(bundle, turn)
  turn.write({ type: 'text', text: `\n\n${say('bundle-beside', { title })}` })
  return say('bundle-choice', { title })
}

/** 一起办 wants it done, in a clause that asks nothing or wishes all the same. */
function wantsTogether(words: string): boolean {
  return words
    .split(/[，,。；;！!]|(?<=[？?])/u)
    .some((clause) => TOGETHER.test(clause) && (!ASKED.test(clause) || WISHED.test(clause)))
}

/** 帮我办 after a question about several matters as one: the question it takes up. */
function askedTogether({ inHand: { active, history } }: Turn, words: string): string | undefined {
  const wish = readAct(words).find(({ act }) => act === 'apply')
  if (active !== undefined || wish === undefined || !NODS.test(words.replace(wish.text, ''))) return undefined
  const before = toSimplified(history.findLast(({ role }) => role === 'user')?.text ?? '')
  return TOGETHER.test(before) || WHICH_MATTERS.test(before) ? before : undefined
}

/** The bundle of the form in hand or of the guide quoted last: the one whose own guide it is, else the only one it is a part of. */
function spokenOf(bundles: readonly Bundle[], { inHand: { active }, state }: Turn): Bundle | undefined {
  const guide = active?.guide ?? state.lastGuide
  const having = bundles.filter(({ guides }) => guide !== undefined && guides.includes(guide))
  const found = having.find(({ guides: [own] }) => own === guide) ?? (having.length === 1 ? having[0] : undefined)
  return found?.service === active?.service ? undefined : found
}

/** Bundles that share telling words with what was said, best first. */
function ranked(bundles: readonly Bundle[], words: string): { bundle: Bundle; score: number }[] {
  const said = pairsOf(words)
  return bundles
    .map((bundle) => ({
      bundle,
      score: Math.max(
        ...[bundle.title, bundle.titleEn, ...bundle.aliases].map((name) =>
          words.toLowerCase().includes(name.toLowerCase()) ? 100 : shared(said, pairsOf(name)),
        ),
      ),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((pair) => other.has(pair)).length
}

function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.replace(NOISE, ' ').match(/\p{Script=Han}{2,}/gu) ?? []
  return new Set(runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))))
}
