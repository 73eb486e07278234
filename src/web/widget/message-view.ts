import { html, nothing, type TemplateResult } from 'lit'
import type { DirectiveResult } from 'lit/directive.js'
import { guard } from 'lit/directives/guard.js'
import { answerFoot, readButton } from './cards/answer-foot.ts'
import { benefitsCard } from './cards/benefits-card.ts'
import { progressCard, handoverCard, receiptCard } from './cards/case-cards.ts'
import { supplementCard } from './cards/supplement-card.ts'
import { consentCard } from './cards/consent-card.ts'
import { findings } from './cards/findings.ts'
import { formCard } from './cards/form-card.ts'
import { guideCard } from './cards/guide-card.ts'
import { reviewCard } from './cards/review-card.ts'
import { isDraft } from './chat-state.ts'
import { originOf } from './export-text.ts'
import { dataOf, sourcesOf, textOf, type Message, type Part, type Source } from './parts.ts'
import { renderProse } from './prose.ts'
import { casesShown, isAwaited, isLatest } from './transcript.ts'
import { guideLink, type View } from './view.ts'

/** Prose is parsed once for each text and set of sources, not on every change of the page. */
const drawn = new WeakMap<Part, { key: string; prose: HTMLElement }>()

function prose(part: Part & { type: 'text' }, sources: readonly Source[], view: View): HTMLElement {
  const key = `${view.locale} ${view.opens} ${sources.map(({ sourceId }) => sourceId).join(' ')}`
  const known = drawn.get(part)
  if (known?.key === key) return known.prose
  const fresh = renderProse(part.text, sources, view)
  drawn.set(part, { key, prose: fresh })
  return fresh
}

function sourceList(sources: readonly Source[], view: View): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing
  return html`<div class="sources">
    <span class="sources-title">${view.say('sources')}</span>
    <ol>
      ${sources.map((source) => {
        const href = guideLink(source.sourceId, view)
        return html`<li>
          ${href === undefined ? source.title : html`<a href=${href} data-source=${source.sourceId} target="_blank" rel="noopener">${source.title}</a>`}
        </li>`
      })}
    </ol>
  </div>`
}

function replies(label: string, list: readonly string[], kind: string, view: View): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing
  return html`<div class="replies ${kind}" role="group" aria-label=${label}>
    ${kind === 'suggestions' ? html`<span class="replies-title">${label}</span>` : nothing}
    ${list.map(
      (words) =>
        html`<button type="button" ?disabled=${view.state.phase !== 'idle'} @click=${() => view.acts.send(words)}>
          ${words}
        </button>`,
    )}
  </div>`
}

function card(part: Part, view: View, said: string): TemplateResult | typeof nothing {
  const { state } = view
  switch (part.type) {
    case 'data-application': {
      const application = state.applications[part.data.id]
      if (application === undefined || !isLatest(state.messages, part)) return nothing
      // While the review is open, and once filed, the form would say the same again.
      return isDraft(application) && !state.reviewable.includes(application.id)
        ? formCard(application, view, said)
        : nothing
    }
    case 'data-review': {
      const live = isLatest(state.messages, part) && state.reviewable.includes(part.data.applicationId)
      return live ? reviewCard(part.data, view) : nothing
    }
    case 'data-consent':
      return isLatest(state.messages, part) && !state.decided.includes(`${part.data.applicationId}:${part.data.source}`)
        ? consentCard(part.data, view)
        : nothing
    case 'data-receipt':
      return receiptCard(part.data, view)
    case 'data-progress': {
      const cases = casesShown(state.messages, part)
      return cases.length === 0 ? nothing : progressCard({ cases }, view)
    }
    case 'data-benefits':
      return benefitsCard(part.data, view)
    case 'data-supplement':
      return isAwaited(state.messages, part) ? supplementCard(part.data, view) : nothing
    case 'data-handover':
      return handoverCard(part.data, view)
    case 'data-guide':
      return guideCard(part.data, view)
    case 'data-eligibility':
      return html`${findings(part.data.findings, view)}`
    case 'text':
    case 'source-document':
    case 'data-outcome':
    case 'data-choices':
    case 'data-suggestions':
    case 'data-manner':
    case 'data-speech':
      return nothing
  }
}

function origin(message: Message, view: View): TemplateResult {
  const { say } = view
  const { label, by } = originOf(message)
  const partial = dataOf(message, 'data-outcome')?.completeness === 'partial'
  return html`<p class="byline">
    <strong>${say('assistant')}</strong>
    ${textOf(message) === '' || message.state === 'streaming' ? nothing : html`<span class="badge ${label}">${say(label)}</span>`}
    ${by === undefined ? nothing : html`<span class="by">${say(by)}</span>`}
    ${partial ? html`<span class="badge partial">${say('partial')}</span>` : nothing}
  </p>`
}

/** True when nothing of the message is left to show: its cards have moved on to a later message. */
function isEmpty(message: Message, cards: readonly unknown[]): boolean {
  return message.state === 'done' && textOf(message) === '' && cards.every((each) => each === nothing)
}

/** Answers from the guides are worth judging and taking along; what only moves a form on is not. */
function isAnswer(message: Message): boolean {
  return message.state === 'done' && dataOf(message, 'data-outcome')?.outcome === 'answered'
}

/** Below an answer: what can be done with it. In large text and plain manner anything said can be heard. */
function footView(message: Message, view: View): TemplateResult | typeof nothing {
  if (isAnswer(message)) return answerFoot(message, view)
  if (!(view.large || view.plain) || message.state !== 'done') return nothing
  return html`<div class="answer-foot">${readButton(message, view)}</div>`
}

/** While nothing is said yet; after a while a line says that it takes longer than usual, and that the answer can be stopped. */
function workingView({ say }: View): TemplateResult {
  return html`<p class="working"><span class="dots" aria-hidden="true"></span>${say('working')}</p>
    <p class="remark slow">${say('slow')}</p>`
}

/** Parts that are drawn from the message alone. */
const OWN = new Set([
  'text',
  'source-document',
  'data-outcome',
  'data-choices',
  'data-suggestions',
  'data-manner',
  'data-speech',
])

/** All that the picture of a message is made of: while none of it changes, the message is left as it stands. */
function madeOf(message: Message, view: View, past: boolean): unknown[] {
  const { state, locale, large, plain, opens, readable, reading } = view
  const last = state.messages.at(-1) === message
  // A card is drawn from what goes on with its application too.
  const around = message.parts.every(({ type }) => OWN.has(type)) ? last && state.phase : state
  const made = [message, past, last, around, locale, large, plain, opens, readable, reading === message.id]
  return [...made, view.signedIn, state.verdicts[message.id]]
}

/** One message, drawn anew only when something in it changed: a long conversation costs no more than a short one. */
export function messageView(message: Message, view: View, past: boolean): DirectiveResult {
  return guard(madeOf(message, view, past), () => drawMessage(message, view, past))
}

/** From this length on what she wrote is folded; its first lines stay. */
const LONG = { signs: 400, lines: 10 }

function ownWords(words: string, { say }: View): TemplateResult {
  const long = words.length > LONG.signs || words.split('\n').length > LONG.lines
  if (!long) return html`<p class="words">${words}</p>`
  const toggle = ({ currentTarget }: Event): void => {
    const button = currentTarget as HTMLElement
    const open = button.previousElementSibling?.classList.toggle('folded') === false
    button.ariaExpanded = String(open)
    button.textContent = say(open ? 'foldAgain' : 'unfold')
  }
  return html`<div class="long">
    <p class="words folded">${words}</p>
    <button type="button" class="link" aria-expanded="false" @click=${toggle}>${say('unfold')}</button>
  </div>`
}

/** The citizen's words as typed, or an answer with its sources and cards. */
function drawMessage(message: Message, view: View, past: boolean): TemplateResult | typeof nothing {
  const { say } = view
  const when = past ? 'past' : ''
  if (message.role === 'user') {
    return html`<article class="message user ${when}" aria-label=${say('you')}>
      ${ownWords(textOf(message), view)}
    </article>`
  }
  const sources = sourcesOf(message)
  const cards = message.parts.map((part) => card(part, view, textOf(message)))
  const last = view.state.messages.at(-1) === message
  const asksInForm = (dataOf(message, 'data-application')?.next?.options.length ?? 0) > 0
  const choices = last && !asksInForm ? dataOf(message, 'data-choices') : undefined
  // In large text and plain manner one thing is asked at a time: a card or a choice comes before what else might be asked.
  const asks = choices !== undefined || cards.some((each) => each !== nothing)
  const suggestions = last && !((view.large || view.plain) && asks) ? dataOf(message, 'data-suggestions') : undefined
  if (isEmpty(message, cards) && choices === undefined && suggestions === undefined) return nothing
  const waiting = message.state === 'streaming' && textOf(message) === ''
  return html`<article class="message assistant ${when}" aria-label=${say('assistant')}>
    ${textOf(message) === '' && !waiting ? nothing : origin(message, view)} ${waiting ? workingView(view) : nothing}
    ${message.parts.map((part) => (part.type === 'text' ? prose(part, sources, view) : nothing))}
    ${message.state === 'stopped' ? html`<p class="remark">${say('stopped')}</p>` : nothing}
    ${sourceList(sources, view)} ${cards} ${footView(message, view)}
    ${choices === undefined ? nothing : replies(choices.question, choices.choices, 'choices', view)}
    ${suggestions === undefined ? nothing : replies(say('suggestions'), suggestions.suggestions, 'suggestions', view)}
  </article>`
}
