import { createAdmit } from './steps/admit.ts'
import { createCompose } from './steps/compose.ts'
import type { ConversationState } from './kept/conversation-state.ts'
import type { Locale } from '../content/index.ts'
import { createHearManner } from './steps/hear-manner.ts'
import { createHearRemark } from './steps/hear-remark.ts'
import { createHearUnreadable } from './steps/hear-unreadable.ts'
import { hearActing } from './steps/hear-acting.ts'
import { inScript, ownSpelling } from './in-script.ts'
import type { MessageLog } from './kept/message-log.ts'
import { originOf } from './origin.ts'
import type { Outcome } from './outcome.ts'
import { createRecallCase } from './steps/recall-case.ts'
import { createRelease } from './steps/release.ts'
import { remember } from './steps/remember.ts'
import type { Rooms } from './rooms.ts'
import type { SignedIn } from '../services/index.ts'
import { spokenOf } from './telling/spoken-turn.ts'
import { speechIn } from './speech.ts'
import { createTakeDirectAct } from './steps/take-direct-act.ts'
import { createTellMore } from './steps/tell-more.ts'
import { createTellNews } from './steps/tell-news.ts'
import { noEffects, type Channel, type Step, type ToolCall, type Turn, type TurnPart } from './turn.ts'

export type TurnRequest = {
  readonly conversationId: string
  readonly citizen: SignedIn | undefined
  readonly messageId: string
  readonly locale: Locale
  readonly state: ConversationState
  readonly message: string
  readonly channel: Channel
  /** How she chose by button to be spoken to; undefined: as before. */
  readonly plain?: boolean | undefined
  readonly signal: AbortSignal
  readonly left?: AbortSignal | undefined
  readonly write: (part: TurnPart) => void
  readonly onCall?: ((call: ToolCall) => void) | undefined
}

/**
 * One turn, in order. A step returns the turn enriched, or the outcome that ends it; `remember` keeps whatever ended it.
 * The runner does the timing and the catching: a step that fails ends the turn as `failed`, and the citizen is told.
 */
export function createAnswerTurn(rooms: Rooms, messages: MessageLog): (request: TurnRequest) => Promise<Outcome> {
  const spoken = spokenRooms(rooms)
  const steps: readonly (readonly [name: string, step: Step])[] = [
    ['admit', createAdmit(rooms)],
    ['recallCase', spoken((own) => createRecallCase(own, messages))],
    ['tellNews', spoken(createTellNews)],
    ['hearManner', spoken(createHearManner)],
    ['tellMore', spoken(createTellMore)],
    ['hearUnreadable', spoken(createHearUnreadable)],
    ['hearRemark', spoken(createHearRemark)],
    ['takeDirectAct', spoken(createTakeDirectAct)],
    ['hearActing', spoken((own) => (turn) => hearActing(own, turn))],
    ['compose', spoken((own) => createCompose(own, messages))],
    ['release', spoken(createRelease)],
  ]

  return async (request) => {
    const parts: TurnPart[] = []
    const write = (part: TurnPart) => {
      const readable = inScript(part, turn.locale, () => ownSpelling(turn))
      parts.push(readable)
      request.write(readable)
    }
    const timings: { name: string; ms: number }[] = []
    let turn: Turn = openTurn(request, write)
    let outcome: Outcome | undefined
    for (const [name, step] of steps) {
      const from = performance.now()
      try {
        const result = await step(turn)
        turn = result.turn
        if ('outcome' in result) outcome = result.outcome
      } catch (error) {
        rooms.log.error({ error, step: name }, 'a step of the turn failed')
        write({ type: 'text', text: `\n${speechIn(rooms.content(), turn.locale)('failed')}` })
        outcome = { outcome: 'failed', reason: name, engine: turn.engine }
      }
      timings.push({ name, ms: Math.round((performance.now() - from) * 100) / 100 })
      if (outcome !== undefined) break
    }
    outcome ??= { outcome: 'failed', reason: 'no-ending', engine: turn.engine }
    const spokenText = turn.plain ? spokenOf(parts, turn, speechIn(rooms.content(), turn.locale)) : ''
    if (spokenText !== '') write({ type: 'speech', text: spokenText })
    const ending = (of: Outcome): TurnPart => ({ type: 'outcome', outcome: of, origin: originOf(parts, turn) })
    try {
      await remember(rooms, turn, outcome, [...parts, ending(outcome)], { steps: timings, parts: parts.length })
    } catch (error) {
      rooms.log.error({ error, step: 'remember' }, 'a turn could not be kept')
      outcome = { outcome: 'failed', reason: 'remember', engine: turn.engine }
    }
    write(ending(outcome))
    return outcome
  }
}

/** A step whose counter speaks the language of the turn, as `admit` heard it. */
function spokenRooms(rooms: Rooms): (make: (own: Rooms) => Step) => Step {
  const english: Rooms = { ...rooms, counter: rooms.counter.in('en') }
  return (make) => {
    const steps = { zh: make(rooms), en: make(english) }
    return (turn) => steps[turn.locale === 'en' ? 'en' : 'zh'](turn)
  }
}

function openTurn(request: TurnRequest, write: (part: TurnPart) => void): Turn {
  return {
    ...request,
    write,
    number: request.state.turns,
    words: '',
    asks: '',
    plain: request.plain ?? request.state.plain,
    rest: [],
    inHand: { active: undefined, aside: [], cases: [], history: [] },
    actingFor: request.state.actingFor,
    effects: noEffects(),
    released: undefined,
    engine: 'none',
    embedded: false,
  }
}
