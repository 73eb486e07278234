import type { ApplicationView } from '../../services/index.ts'
import { actingTalk } from '../telling/acting-talk.ts'
import { askAgain } from '../telling/ask-again.ts'
import { readAct, readWrong } from '../../language/index.ts'
import { boundaryHeard } from './boundary-heard.ts'
import { benefitTalk } from '../acts/benefit-talk.ts'
import { casesTalk, fillTalk } from '../telling/case-talk.ts'
import { toEnglishTitle } from '../tools/english-titles.ts'
import { fillLikeLastTime } from '../acts/decide-consent.ts'
import { guideCard, tellsWhole } from '../telling/guide-card.ts'
import { offerMore } from '../telling/offer-more.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { DeclineReason, Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import { offerBundle } from '../acts/start-bundle.ts'
import { suggestNext } from '../telling/suggest.ts'
import type { Step, Turn } from '../turn.ts'

/**
 * Ends the turn: says by code what the tools did, offers the pending step of the form again, and derives the outcome.
 * The model's own text has gone through the releaser already.
 */
export function createRelease(rooms: Pick<Rooms, 'content' | 'counter' | 'library'>): Step {
  return async (turn) => {
    const say = speechIn(rooms.content(), turn.locale)
    const released = turn.released?.cited === true
    const gap = () => {
      if (released) turn.write({ type: 'text', text: '\n\n' })
    }
    if (turn.released?.interrupted === true) turn.write({ type: 'text', text: `\n${say('interrupted-answer')}` })
    const ending = endingTalk(turn, say, rooms)
    if (ending !== undefined) {
      gap()
      for (const line of ending) turn.write({ type: 'text', text: `${line}\n`, ...writerOf(line, turn) })
    }
    const matched = await benefitTalk(rooms, turn, say)
    if (matched !== undefined) turn.write({ type: 'text', text: `${matched}\n` })
    const draft = await stillDraft(rooms, turn, latestApplication(turn))
    const application = draft === undefined ? undefined : await fillLikeLastTime(rooms, turn, draft)
    if (application !== undefined) {
      const quiet = ending === undefined && !released
      const waits = quiet && readAct(turn.words).some(({ act }) => act === 'wait')
      const answers = quiet && readAct(turn.words).some(({ act }) => act === 'affirm')
      if (waits) {
        turn.effects.waits = true
        turn.write({ type: 'text', text: say('take-your-time', { title: application.title }) })
        turn.write({ type: 'application', application })
        return { turn, outcome: outcomeOf(turn, application) }
      }
      if (quiet && !answers) turn.write({ type: 'text', text: `${say('not-understood')}\n` })
      else if (ending === undefined) gap()
      else turn.write({ type: 'text', text: '\n' })
      const moved = turn.effects.fills.length > 0 || turn.effects.setAside?.action === 'resume'
      const refused = askedAgain(turn, application)
      if (refused !== undefined) askAgain(rooms, turn, application, refused)
      else await offerNextStep(rooms, turn, say, application, { moved })
    } else if (!released && ending === undefined) {
      turn.write({ type: 'text', text: say('no-guidance') })
    }
    if (released && !(application === undefined && offerMore(turn, say))) {
      suggest(rooms, turn, say, application !== undefined)
    }
    return { turn, outcome: outcomeOf(turn, application) }
  }
}

/** The field that was asked for out of turn, where what she gave for it was refused. */
function askedAgain({ state, effects }: Turn, { id, next }: ApplicationView): string | undefined {
  if (state.asked?.application !== id || state.asked.field === next?.field) return undefined
  const refused = effects.fills.flatMap(({ rejected }) => rejected.map(({ field }) => field))
  return refused.includes(state.asked.field) ? state.asked.field : undefined
}

/** What code says of the tools' effects, or undefined when there is nothing to say. */
function endingTalk(
  turn: Turn,
  say: Speech,
  { content, library }: Pick<Rooms, 'content' | 'library'>,
): string[] | undefined {
  const { effects } = turn
  const lines: string[] = []
  const resumed = effects.setAside?.action === 'resume' ? effects.setAside.application.id : turn.inHand.active?.id
  const started = effects.fills.find(({ application }) => application.id !== resumed)
  if (started !== undefined) lines.push(say('application-started', { title: started.application.title }))
  if (effects.actsFor !== undefined) lines.push(actingTalk(say, effects.actsFor))
  for (const fill of effects.fills) lines.push(...fillTalk(say, fill))
  for (const finding of findings(turn)) lines.push(finding.message)
  if (effects.setAside !== undefined) {
    lines.push(say(`draft-${effects.setAside.action}`, { title: effects.setAside.application.title }))
  }
  if (effects.shown !== undefined) lines.push(shownTalk(say, effects.shown))
  if (effects.cases !== undefined) {
    lines.push(casesTalk(say, effects.cases, turn.state.supplement))
    turn.write({ type: 'progress', cases: effects.cases })
  }
  if (effects.ticket !== undefined) {
    lines.push(handedOver(turn, say, effects.ticket))
    turn.write({ type: 'handover', ticket: effects.ticket.number, hotline: '12345' })
  }
  if (effects.asked !== undefined) {
    const { question, choices } = effects.asked
    lines.push(question)
    const named = turn.locale === 'en' ? choices.map((choice) => toEnglishTitle(choice, content())) : choices
    turn.write({ type: 'choices', question, choices: named })
  }
  if (effects.declined !== undefined && turn.released?.cited !== true)
    lines.push(say(declineKey(turn, effects.declined, library)))
  if (effects.failed && lines.length === 0) lines.push(say('failed'))
  return lines.length === 0 ? undefined : lines
}

/** A question back to the citizen is the model's; the embedded engine asks in fixed words. */
function writerOf(line: string, { effects, embedded }: Turn): { readonly by?: 'model' } {
  return line === effects.asked?.question && !embedded ? { by: 'model' } : {}
}

/** A complaint or a suggestion is told where it is decided; how complaints are settled is a question she may ask next. */
function handedOver(turn: Turn, say: Speech, { number, reason }: { number: string; reason: string }): string {
  if (reason === 'complaint') turn.write({ type: 'suggestions', suggestions: [say('suggest-redress')] })
  const told = reason === 'complaint' || reason === 'suggestion'
  return say(told ? `handover-${reason}` : 'handed-over', { ticket: number })
}

/** Findings of this turn that the citizen has not been told: those of the latest application state, or of a check. */
function findings(turn: Turn) {
  const before = new Set(turn.inHand.active?.eligibility.map(({ id }) => id))
  const latest = turn.effects.fills.at(-1)?.application
  const fresh = (latest?.eligibility ?? []).filter(({ id }) => latest?.id !== turn.inHand.active?.id || !before.has(id))
  const all = [...fresh, ...turn.effects.eligibility]
  if (all.length > 0) turn.write({ type: 'eligibility', findings: all })
  const told = turn.effects.fills.flatMap(({ changed }) => changed).join('\n')
  return all.filter(({ message }) => !told.includes(message))
}

function shownTalk(say: Speech, application: ApplicationView): string {
  const filled = application.fields.filter(({ shown }) => shown !== null)
  if (filled.length === 0) return say('nothing-to-show', { title: application.title })
  return [
    say('application-shown', { title: application.title }),
    ...filled.map(({ label, shown, provenance }) =>
      say('value-line', { label, value: shown ?? '', origin: provenance?.detail ?? '' }),
    ),
  ].join('\n')
}

/** The draft whose step is offered again: the one this turn touched, else the one in hand. */
function latestApplication(turn: Turn): ApplicationView | undefined {
  const { effects } = turn
  if (effects.setAside !== undefined) {
    return effects.setAside.action === 'resume' ? effects.setAside.application : undefined
  }
  return effects.fills.at(-1)?.application ?? effects.shown ?? turn.inHand.active
}

/** The draft, unless it was submitted or dropped while the turn was being answered. */
async function stillDraft(
  { counter }: Pick<Rooms, 'counter'>,
  turn: Turn,
  application: ApplicationView | undefined,
): Promise<ApplicationView | undefined> {
  if (application === undefined) return undefined
  const drafts = await counter.drafts(turn.conversationId)
  return drafts.find(({ id }) => id === application.id)
}

/** An answer that opens with a no, under the question of its item or not: nobody is asked to apply after it. */
const DENIED = /^\s*(?:\*\*[^*\n]+\*\*[：:]\s*)?(?:不能|不可以|不行)[，,。]/u

/** Offers the next useful questions about the guide that was cited, and the guide itself at a glance where the answer told of the whole. */
function suggest(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn, say: Speech, applying: boolean): void {
  const cited = turn.released?.sources ?? []
  const guide = rooms.content().guides.get(cited[0]?.split('#')[0] ?? '')
  if (guide === undefined) return
  const sections = new Set(cited.map((source) => source.split('#')[1] ?? ''))
  const denied = DENIED.test(turn.released?.text ?? '')
  const bundle = applying ? undefined : offerBundle(rooms, turn, say, guide.id)
  const next = suggestNext(say, guide, { locale: turn.locale, cited: sections, applying, denied })
  const suggestions = bundle === undefined ? next : [bundle, ...next.slice(0, -1)]
  if (turn.plain) {
    // One thing a turn: the question of the form, or one button.
    if (!applying && suggestions.length > 0) turn.write({ type: 'suggestions', suggestions: suggestions.slice(0, 1) })
    return
  }
  if (!applying && tellsWhole(cited)) turn.write({ type: 'guide', guide: guideCard(guide, turn.locale) })
  if (suggestions.length > 0) turn.write({ type: 'suggestions', suggestions })
}

function outcomeOf(turn: Turn, application: ApplicationView | undefined): Outcome {
  const { effects, engine } = turn
  if (effects.ticket !== undefined) return { outcome: 'handed-over', reason: effects.ticket.reason, engine }
  if (effects.offered !== undefined) return { outcome: 'awaiting-consent', engine }
  if (effects.fills.length > 0 || effects.setAside?.action === 'resume' || effects.shown !== undefined) {
    return { outcome: application?.status === 'ready' ? 'awaiting-review' : 'drafting', engine }
  }
  if (turn.released?.cited === true) {
    return { outcome: 'answered', completeness: turn.released.partial ? 'partial' : 'complete', engine }
  }
  if (effects.asked !== undefined) return { outcome: 'clarify', engine }
  if (effects.cases !== undefined) return { outcome: 'status', engine }
  if (effects.setAside !== undefined) return { outcome: 'drafting', engine }
  if (effects.failed) return { outcome: 'failed', reason: 'tool', engine }
  if (effects.declined === 'unsafe') return { outcome: 'blocked', reason: 'unsafe', engine }
  if (effects.declined === undefined && application !== undefined) {
    return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine }
  }
  if (effects.declined === undefined || effects.declined === 'no-guidance') return { outcome: 'no-guidance', engine }
  return { outcome: 'out-of-scope', reason: effects.declined, engine }
}

/** The text for a decline: what may not be done is told with what may; a greeting or thanks is met in kind. */
function declineKey(turn: Turn, reason: DeclineReason, library: Rooms['library']): string {
  if (reason === 'unsafe') {
    const said = readWrong(turn.words)
    // Who asks after another's life is told whose it is, and accused of nothing.
    const pries = said !== 'tamper' && boundaryHeard(library, turn) === 'prying'
    const wrong = pries ? 'others' : said
    return wrong === undefined ? reason : `unsafe-${wrong}`
  }
  if (reason !== 'small-talk') return reason
  const acts = new Set(readAct(turn.words).map(({ act }) => act))
  if (acts.has('thanks')) return 'thanks'
  return acts.has('greeting') ? 'greeting' : reason
}
