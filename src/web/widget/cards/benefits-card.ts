import { html, nothing, type TemplateResult } from 'lit'
import type { BenefitsPart } from '../../../wire.ts'
import { guideLink, type View } from '../view.ts'

type Benefit = BenefitsPart['benefits'][number]

function line(benefit: Benefit, view: View): TemplateResult {
  const { say, acts, state } = view
  const { title, amount, rules, missing, service, guide, review, verdict } = benefit
  const page = guideLink(guide, view)
  const idle = state.phase === 'idle'
  const ask = (words: string) => (): void => acts.send(words)
  return html`<li class=${verdict === 'yes' ? 'note' : verdict}>
    <details ?open=${verdict === 'yes'}>
      <summary>
        <span class="verdict">${say(`benefit-${verdict}`)}</span>
        ${verdict === 'yes' ? say('titled', { what: title, title: amount }) : title}
      </summary>
      <ul>
        ${rules.map(({ reason, met, cite }) => {
          const href = guideLink(cite, view)
          const mark = met === null ? '？' : met ? '✓' : '✗'
          return html`<li>
            ${mark} ${reason}
            ${href === undefined ? nothing : html`<a href=${href} data-source=${cite} target="_blank" rel="noopener">${say('sources')}</a>`}
          </li>`
        })}
      </ul>
      ${missing.length === 0 ? nothing : html`<p class="remark">${say('titled', { what: say('benefitMissing'), title: missing.map(({ label }) => label).join(view.locale === 'en' ? ', ' : '、') })}</p>`}
      ${verdict === 'no' ? html`<p class="remark">${review}</p>` : nothing}
      <div class="buttons">
        ${
          verdict === 'yes' && service !== null
            ? html`<button
                class="primary"
                type="button"
                ?disabled=${!idle}
                @click=${ask(say('benefitWish', { title }))}
              >
                ${say('benefitClaim')}
              </button>`
            : html`<a href=${page ?? nothing} data-source=${guide} target="_blank" rel="noopener"
                >${say('benefitGuide')}</a
              >`
        }
      </div>
    </details>
  </li>`
}

/** Benefits of one verdict behind their number. */
function folded(verdict: 'open' | 'no', benefits: readonly Benefit[], view: View): TemplateResult | typeof nothing {
  if (benefits.length === 0) return nothing
  const word = verdict === 'open' ? 'benefitsOpen' : 'benefitsNo'
  return html`<details class="rest">
    <summary>${view.say(word, { n: benefits.length })}</summary>
    <ul class="findings">
      ${benefits.map((benefit) => line(benefit, view))}
    </ul>
  </details>`
}

/**
 * Benefits with the verdict of each rule. Those open to the citizen stand there; the others, which are many until she said more,
 * are behind their number, so that the question that decides the next follows at once.
 */
export function benefitsCard({ applicationId, benefits }: BenefitsPart, view: View): TemplateResult {
  const id = `${applicationId}-benefits`
  const of = (verdict: Benefit['verdict']): readonly Benefit[] => benefits.filter((each) => each.verdict === verdict)
  const yes = of('yes')
  return html`<section class="card benefits" aria-labelledby=${id}>
    <header><h3 id=${id} tabindex="-1">${view.say('benefits')}</h3></header>
    ${
      yes.length === 0
        ? nothing
        : html`<ul class="findings">
            ${yes.map((benefit) => line(benefit, view))}
          </ul>`
    }
    ${folded('open', of('open'), view)} ${folded('no', of('no'), view)}
  </section>`
}
