import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { goToNews } from './case-news.ts'
import { markIcon, microphone } from './icons.ts'
import { messageView } from './message-view.ts'
import { failureWords, type View } from './view.ts'
import { LOCALES, type Locale } from './words.ts'

/** The head of the widget: name, written form, large text, plain words, a new conversation, and everything else behind one button. */
export function headView(view: View): TemplateResult {
  const { say, acts, locale, large, plain, floating } = view
  const idle = view.state.phase === 'idle'
  return html`<header class="head">
    <div class="name">
      ${markIcon}
      <div>
        <h2>${say('assistant')}</h2>
        <p>${say('subtitle')}</p>
      </div>
    </div>
    <div class="tools">
      <label class="language">
        <span class="unseen">${say('language')}</span>
        <select @change=${(event: Event) => acts.setLocale((event.target as HTMLSelectElement).value as Locale)}>
          ${LOCALES.map((each) => html`<option value=${each.id} ?selected=${each.id === locale}>${each.label}</option>`)}
        </select>
      </label>
      <button type="button" aria-pressed=${large ? 'true' : 'false'} @click=${() => acts.setLarge(!large)}>
        ${say('large')}
      </button>
      <button
        type="button"
        aria-pressed=${plain ? 'true' : 'false'}
        title=${say('plainNote')}
        @click=${() => acts.setPlain(!plain)}
      >
        ${say('plain')}
      </button>
      <button type="button" ?disabled=${!idle} @click=${acts.restart}>${say('restart')}</button>
      <button type="button" ?disabled=${!idle} @click=${acts.openMore}>${say('more')}</button>
      ${floating ? html`<button type="button" @click=${() => acts.setOpen(false)}>${say('fold')}</button>` : nothing}
    </div>
  </header>`
}

/** A service to start with; pressing it is the citizen's act. */
function offerView({ say, acts, offer }: View): TemplateResult | typeof nothing {
  if (offer === undefined) return nothing
  return html`<p class="offer">
    <button type="button" class="primary" @click=${() => acts.start(offer.id)}>
      ${say('offer', { title: offer.title })}
    </button>
  </p>`
}

/** What stands in an empty conversation: who this is, and a few things to ask, one a line of `opening`. */
function welcomeView(opening: string, view: View): TemplateResult {
  const { say, acts } = view
  const asks = (opening === '' ? say('openers') : opening)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  return html`<div class="welcome">
    <p class="hello">${say('hello')}</p>
    <p>${say('welcome')}</p>
    ${offerView(view)}
    ${
      asks.length === 0
        ? nothing
        : html`<div class="openers" role="group" aria-label=${say('suggestions')}>
            ${asks.map((words) => html`<button type="button" @click=${() => acts.send(words)}>${words}</button>`)}
          </div>`
    }
    <p class="privacy">${say('privacy')}</p>
  </div>`
}

/** Why the last turn came to nothing, with a way to try again. The words of the turn are kept. */
function failureView(view: View): TemplateResult | typeof nothing {
  const { state, say, acts, locale } = view
  if (state.failure === undefined) return nothing
  return html`<div class="failure" role="alert">
    <p>${failureWords(state.failure, say, locale)}</p>
    ${state.unsent === undefined ? nothing : html`<button type="button" class="plain" @click=${acts.retry}>${say('retry')}</button>`}
  </div>`
}

/** In large text the turn at hand stands alone; what was said before is folded away and shown on request. */
function earlierView(count: number, view: View): TemplateResult | typeof nothing {
  if (!view.large || count === 0) return nothing
  const { unfolded } = view
  return html`<p class="earlier">
    <button
      type="button"
      class="link"
      aria-expanded=${unfolded ? 'true' : 'false'}
      @click=${() => view.acts.unfold(!unfolded)}
    >
      ${view.say(unfolded ? 'earlierHide' : 'earlier', { n: count })}
    </button>
  </p>`
}

/** The conversation so far; `opening` holds what may be asked in an empty one, one question a line. */
export function logView(view: View, opening: string): TemplateResult {
  const { messages } = view.state
  // Messages never change their place: to fold them away costs one attribute, whatever their number.
  const turn = Math.max(
    0,
    messages.findLastIndex(({ role }) => role === 'user'),
  )
  const folded = view.large && !view.unfolded
  return html`<div
    class="log ${folded ? 'folded' : ''}"
    role="log"
    aria-live="off"
    aria-label=${view.say('log')}
    tabindex="0"
  >
    ${messages.length === 0 ? welcomeView(opening, view) : nothing} ${earlierView(turn, view)}
    ${repeat(
      messages,
      (_, index) => index,
      (message, index) => messageView(message, view, index < turn),
    )}
    ${failureView(view)} ${messages.length > 0 && view.offer?.asked === true ? offerView(view) : nothing}
  </div>`
}

/** The composer's events, which the element handles because they touch its draft. */
export type ComposerEvents = {
  readonly submit: (event: SubmitEvent) => void
  readonly keydown: (event: KeyboardEvent) => void
  readonly input: (event: InputEvent) => void
}

/** Where the citizen writes. While an answer streams, the button stops it. */
export function composerView(view: View, events: ComposerEvents): TemplateResult {
  const { say, acts, state } = view
  const running = state.phase === 'waiting' || state.phase === 'streaming'
  return html`<form class="composer" @submit=${events.submit}>
    <button type="button" class="news" hidden @click=${goToNews}>${say('caseNews')}</button>
    <label class="unseen" for="ask">${say('ask')}</label>
    <textarea
      id="ask"
      rows="1"
      enterkeyhint="send"
      placeholder=${say(view.large ? 'ask' : 'askHint')}
      aria-describedby="keys"
      @keydown=${events.keydown}
      @input=${events.input}
    ></textarea>
    ${
      running
        ? html`<button type="button" class="primary" @click=${acts.stop}>${say('stop')}</button>`
        : html`<button type="submit" class="primary" ?disabled=${state.phase !== 'idle'}>${say('send')}</button>`
    }
    ${micView(view)}
    <div class="foot">
      <span id="keys">${say('keys')}</span>
      <button type="button" class="link" ?disabled=${running} @click=${() => acts.send(say('person'))}>
        ${say('person')}
      </button>
    </div>
  </form>`
}

/** Speaking instead of writing, where the browser can write down what it hears. */
function micView({ say, acts, hearing }: View): TemplateResult | typeof nothing {
  if (hearing === 'unable') return nothing
  return html`<button
    type="button"
    class="mic"
    aria-pressed=${hearing === 'on' ? 'true' : 'false'}
    aria-label=${say(hearing === 'on' ? 'hearStop' : 'hear')}
    title=${say('hearNote')}
    @click=${acts.dictate}
  >
    ${microphone}
  </button>`
}
