import { html, nothing, type TemplateResult } from 'lit'
import type { ResumeCode } from '../../wire.ts'
import type { Failure } from './failure.ts'
import { failureWords, type View } from './view.ts'

/** What the panel for moving a conversation knows. */
export type Move = { readonly code: ResumeCode | undefined; readonly failure: Failure | undefined }

/** Four and four, as people read them out. */
const inHalves = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** Moving the conversation: a code to take along, or one brought from the other device. */
export function movePanel({ code, failure }: Move, view: View): TemplateResult {
  const { say, acts, state, locale } = view
  const begun = state.messages.length > 0
  const resume = (event: SubmitEvent): void => {
    event.preventDefault()
    const box = (event.currentTarget as HTMLFormElement).querySelector('input')
    if (box !== null && box.value.trim() !== '') acts.resume(box.value)
  }
  return html`<h3 id="panel-title" tabindex="-1">${say('moveDevice')}</h3>
    <p>${say('moveLead')}</p>
    ${failure === undefined ? nothing : html`<p class="failure" role="alert">${failureWords(failure, say, locale)}</p>`}
    ${
      begun
        ? html`<h4>${say('moveOut')}</h4>
            ${
              code === undefined
                ? html`<button type="button" class="primary" @click=${acts.getCode}>${say('moveGet')}</button>`
                : html`<p role="status">
                      <span class="unseen">${say('moveCode')}</span><strong class="code">${inHalves(code.code)}</strong>
                    </p>
                    <p class="about">${say('moveOutHow')}</p>`
            }`
        : nothing
    }
    <form @submit=${resume}>
      <h4>${say('moveIn')}</h4>
      <label for="resume-code">${say('moveEnter')}</label>
      <input
        id="resume-code"
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="12"
        required
        aria-describedby=${begun ? 'resume-note' : nothing}
      />
      ${begun ? html`<p class="about" id="resume-note">${say('moveReplaces')}</p>` : nothing}
      <button type="submit">${say('moveGo')}</button>
    </form>`
}
