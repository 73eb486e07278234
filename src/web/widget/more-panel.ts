import { html, nothing, type TemplateResult } from 'lit'
import type { Failure } from './failure.ts'
import type { KeptConversation } from './keepsake.ts'
import { forgetMe } from './forget-dialog.ts'
import { dayIn } from '../day-in.ts'
import { failureWords, signInLink, type View } from './view.ts'
import type { Word } from './words.ts'

/** What the panel of conversations knows. */
export type More = {
  readonly others: readonly KeptConversation[]
  readonly remember: boolean
  readonly failure: Failure | undefined
  /** What has just been done. */
  readonly notice: Word | undefined
}

function keptView({ id, title, at }: KeptConversation, view: View): TemplateResult {
  const { say, acts, locale } = view
  return html`<li>
    <button type="button" class="open" @click=${() => acts.reopen(id)}>
      <span>${title}</span><small>${dayIn(at, locale)}</small>
    </button>
    <button type="button" class="link" aria-label=${say('removeChat', { title })} @click=${() => acts.removeKept(id)}>
      ${say('removeFile')}
    </button>
  </li>`
}

/** What went wrong, with the way to the face check where that is what is missing. */
function failureView(failure: Failure, { say, locale }: View): TemplateResult {
  return html`<p class="failure" role="alert">
    ${failureWords(failure, say, locale)}
    ${failure.code === 'step-up-required' ? html`<a href=${signInLink(2)}>${say('stepUp')}</a>` : nothing}
  </p>`
}

/** The citizen's conversations on this device, moving one to another device, and taking along or deleting what was said. */
export function morePanel({ others, remember, failure, notice }: More, view: View): TemplateResult {
  const { say, acts, state } = view
  const begun = state.messages.length > 0
  return html`<h3 id="panel-title" tabindex="-1">${say('more')}</h3>
    ${failure === undefined ? nothing : failureView(failure, view)}
    ${notice === undefined ? nothing : html`<p id="panel-notice" class="notice" tabindex="-1">${say(notice)}</p>`}
    <h4>${say('earlierChats')}</h4>
    ${
      others.length === 0
        ? html`<p class="about">${say('noEarlierChats')}</p>`
        : html`<ul class="kept">
            ${others.map((each) => keptView(each, view))}
          </ul>`
    }
    <label class="check">
      <input
        type="checkbox"
        .checked=${remember}
        aria-describedby="remember-note"
        @change=${(event: Event) => acts.remember((event.target as HTMLInputElement).checked)}
      />
      <span>${say('rememberHere')}</span>
    </label>
    <p class="about" id="remember-note">${say('rememberNote')}</p>
    <h4>${say('moveDevice')}</h4>
    <p class="about">${say('moveLead')}</p>
    <button type="button" @click=${acts.openMove}>${say('moveDevice')}</button>
    <h4>${say('myData')}</h4>
    <div class="buttons">
      ${begun ? html`<button type="button" @click=${acts.exportText}>${say('exportText')}</button>` : nothing}
      ${begun ? html`<button type="button" @click=${acts.exportPage}>${say('exportMine')}</button>` : nothing}
      ${begun ? html`<button type="button" @click=${acts.erase}>${say('erase')}</button>` : nothing}
      <button type="button" class="danger" @click=${acts.removeAll}>${say('eraseAll')}</button>
    </div>
    <p class="about">${say('eraseNote')}</p>
    ${view.signedIn === true ? forgetMe(view) : nothing}`
}
