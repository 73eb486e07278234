import { html, nothing, type TemplateResult } from 'lit'
import type { DataByType } from '../parts.ts'
import { dayIn } from '../../day-in.ts'
import { guideLink, type View } from '../view.ts'

/** A guide at a glance: who, how long, what it costs, how fresh it is, and the ways on. */
export function guideCard(guide: DataByType['data-guide'], view: View): TemplateResult {
  const { say, acts, state, locale } = view
  const { id, title, service, version, checked, lines } = guide
  const link = (source: string, words: string): TemplateResult =>
    html`<a href=${guideLink(source, view) ?? nothing} data-source=${source} target="_blank" rel="noopener"
      >${words}</a
    >`
  return html`<section class="card guide" aria-label=${title}>
    <header><h3>${title}</h3></header>
    <dl class="values facts">
      ${lines.map(
        ({ section, heading, text }) =>
          html`<div class="row">
            <dt>${link(`${id}#${section}`, heading)}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
    <p class="remark">${say('guideChecked', { date: dayIn(checked, locale) })} · ${say('guideVersion', { version })}</p>
    <div class="buttons">
      ${
        service === null
          ? nothing
          : html`<button
              class="plain"
              type="button"
              ?disabled=${state.phase !== 'idle'}
              @click=${() => acts.start(service)}
            >
              ${say('guideStart')}
            </button>`
      }
      ${link(id, say('benefitGuide'))}
    </div>
  </section>`
}
