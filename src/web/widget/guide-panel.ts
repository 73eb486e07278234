import { html, type TemplateResult } from 'lit'
import type { CitedSection } from './cited-section.ts'
import { renderProse } from './prose.ts'
import { dayIn } from '../day-in.ts'
import { guideLink, type View } from './view.ts'

/** A cited section beside the chat: what it says, which version it is, when it was checked, and the way to the whole guide. */
export function guidePanel({ guide, heading, text, sourceId }: CitedSection, view: View): TemplateResult {
  const { say, locale } = view
  const page = guideLink(sourceId, view)
  return html`<h3 id="panel-title" tabindex="-1">${guide.title}</h3>
    <p class="about">
      ${guide.publisher} · ${say('guideChecked', { date: dayIn(guide.checked, locale) })} ·
      ${say('guideVersion', { version: guide.version })}
    </p>
    <h4>${heading}</h4>
    <div lang="zh-Hans">${renderProse(text, [], view)}</div>
    ${page === undefined ? '' : html`<p><a href=${page} target="_blank" rel="noopener">${say('guidePage')}</a></p>`}`
}
