import { html, nothing, type TemplateResult } from 'lit'
import { markIcon } from './icons.ts'
import type { View } from './view.ts'

/** The button in the corner of a page that opens the conversation; says how many answers came while it was closed. */
export function launcherView(unread: number, open: boolean, view: View): TemplateResult | typeof nothing {
  if (open) return nothing
  const { say, acts } = view
  const news = unread === 0 ? '' : `，${say('unread', { n: unread })}`
  return html`<button
    type="button"
    class="launcher"
    lang=${view.locale}
    aria-label="${say('openChat')}${news}"
    @click=${() => acts.setOpen(true)}
  >
    ${markIcon}<span aria-hidden="true">${say('openChat')}</span>
    ${unread === 0 ? nothing : html`<span class="count" aria-hidden="true">${unread}</span>`}
  </button>`
}
