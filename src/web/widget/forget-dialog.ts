import { html, type TemplateResult } from 'lit'
import type { View } from './view.ts'

const dialogOf = (event: Event): HTMLDialogElement | null =>
  (event.currentTarget as HTMLElement).closest<HTMLElement>('.forget')?.querySelector('dialog') ?? null

/**
 * A button that deletes all that is kept of a signed-in citizen, once she confirmed what goes and what stays. The browser's own
 * dialog holds the focus, closes on Esc, and gives the focus back.
 */
export function forgetMe({ say, acts }: View): TemplateResult {
  const close = (event: Event): void => dialogOf(event)?.close()
  const sure = (event: Event): void => {
    close(event)
    acts.forgetMe()
  }
  return html`<div class="forget">
    <button
      type="button"
      class="danger"
      aria-haspopup="dialog"
      @click=${(event: Event) => dialogOf(event)?.showModal()}
    >
      ${say('forgetMe')}
    </button>
    <dialog
      aria-labelledby="forget-title"
      aria-describedby="forget-note"
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <h3 id="forget-title">${say('forgetMeAsk')}</h3>
      <p id="forget-note">${say('forgetMeNote')}</p>
      <div class="buttons">
        <button type="button" autofocus @click=${close}>${say('cancel')}</button>
        <button type="button" class="danger" @click=${sure}>${say('forgetMeSure')}</button>
      </div>
    </dialog>
  </div>`
}
