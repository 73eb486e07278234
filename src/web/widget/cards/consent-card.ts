import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentPart } from '../../../wire.ts'
import { deskOf } from '../chat-state.ts'
import { dayIn } from '../../day-in.ts'
import { failureWords, signInLink, type View } from '../view.ts'

/** What the citizen is asked to allow: which register, whose, what for, which fields, until when. Both answers weigh the same. */
export function consentCard(consent: ConsentPart, view: View): TemplateResult {
  const { say } = view
  const desk = deskOf(view.state, consent.applicationId)
  const id = `${consent.applicationId}-${consent.source}-consent`
  const decide = (granted: boolean) => (): void => view.acts.consent(consent, granted)
  const faceCheck = html`<a href=${view.server === '' ? signInLink(2) : `${view.server}/auth/login?level=2`}
    >${say('stepUp')}</a
  >`
  return html`<section class="card consent" aria-labelledby=${id} aria-busy=${desk.busy ? 'true' : 'false'}>
    <header><h3 id=${id} tabindex="-1">${say('titled', { what: say('consent'), title: consent.title })}</h3></header>
    <dl class="values facts">
      <div class="row">
        <dt>${say('consentFrom')}</dt>
        <dd>${consent.authority}</dd>
      </div>
      <div class="row">
        <dt>${say('consentPurpose')}</dt>
        <dd>${consent.purpose}</dd>
      </div>
      <div class="row">
        <dt>${say('consentFields')}</dt>
        <dd>${consent.fields.join('、')}</dd>
      </div>
      <div class="row">
        <dt>${say('consentUntil')}</dt>
        <dd>${dayIn(consent.until, view.locale)}</dd>
      </div>
    </dl>
    ${consent.sensitive ? html`<p class="remark">${say('consentSensitive')}</p>` : nothing}
    ${
      desk.failure === undefined
        ? nothing
        : html`<p class="wrong" role="alert">
            ${failureWords(desk.failure, say, view.locale)}
            ${desk.failure.code === 'step-up-required' ? faceCheck : nothing}
          </p>`
    }
    ${consent.stepUp === true && desk.failure === undefined ? html`<p class="remark">${faceCheck}</p>` : nothing}
    <div class="buttons">
      <button class="primary" type="button" ?disabled=${desk.busy} @click=${decide(true)}>${say('consentGive')}</button>
      <button class="plain" type="button" ?disabled=${desk.busy} @click=${decide(false)}>
        ${say('consentRefuse')}
      </button>
    </div>
  </section>`
}
