import { html, nothing, type TemplateResult } from 'lit'
import type { EligibilityPart } from '../../../wire.ts'
import { guideLink, type View } from '../view.ts'

/** Eligibility findings, each with the section it rests on. */
export function findings(list: EligibilityPart['findings'], view: View): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing
  return html`<ul class="findings">
    ${list.map((finding) => {
      const href = guideLink(finding.cite, view)
      return html`<li class=${finding.outcome}>
        <span class="verdict">${view.say(`find-${finding.outcome}`)}</span>
        <span
          >${finding.message}
          ${
            href === undefined
              ? nothing
              : html`<a href=${href} data-source=${finding.cite} target="_blank" rel="noopener"
                  >${view.say('sources')}</a
                >`
          }</span
        >
      </li>`
    })}
  </ul>`
}
