import { html, nothing, type TemplateResult } from 'lit'
import type { BenefitsPart } from '../../../wire.ts'
import { guideLink, type View } from '../view.ts'

type Benefit = BenefitsPart['benefits'][number]

function line(benefit: Benefit, view: View): TemplateResult {
  const { say, acts, state, server } = view
  const { title, amount, rules, missing, service, guide, review, verdict } = benefit
  const idle = state.phase === 'idle'
  const ask = (words: string) => (): void => acts.send(words)
  return html`<li class=${verdict === 'yes' ? 'note' : verdict === 'no' ? 'no' : 'not-yet'}>
    <details ?open=${verdict === 'yes'}>
      <summary>
        <span class="verdict">${say(`benefit-${verdict}`)}</span> ${title}${verdict === 'yes' ? `：${amount}` : nothing}
      </summary>
      <ul>
        ${rules.map(({ reason, met, cite }) => {
          const href = guideLink(cite, view)
          const mark = met === null ? '？' : met ? '✓' : '✗'
          return html`<li>
            ${mark} ${reason}
            ${href === undefined ? nothing : html`<a href=${href} target="_blank" rel="noopener">${say('sources')}</a>`}
          </li>`
        })}
      </ul>
      ${missing.length === 0 ? nothing : html`<p class="remark">${say('benefitMissing')}：${missing.map(({ label }) => label).join('、')}</p>`}
      ${verdict === 'no' ? html`<p class="remark">${review}</p>` : nothing}
      <div class="buttons">
        ${
          verdict === 'yes' && service !== null
            ? html`<button class="primary" type="button" ?disabled=${!idle} @click=${ask(`申请${title}`)}>
                ${say('benefitClaim')}
              </button>`
            : html`<a href="${server}/guides/${guide}?lang=${view.locale}" target="_blank" rel="noopener"
                >${say('benefitGuide')}</a
              >`
        }
      </div>
    </details>
  </li>`
}

/** Benefits with the verdict of each rule: those open to the citizen first and unfolded. */
export function benefitsCard({ applicationId, benefits }: BenefitsPart, view: View): TemplateResult {
  const id = `${applicationId}-benefits`
  return html`<section class="card benefits" aria-labelledby=${id}>
    <header><h3 id=${id} tabindex="-1">${view.say('benefits')}</h3></header>
    <ul class="findings">
      ${benefits.map((benefit) => line(benefit, view))}
    </ul>
  </section>`
}
