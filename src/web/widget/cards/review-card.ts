import { html, nothing, type TemplateResult } from 'lit'
import type { ReviewPart } from '../../../wire.ts'
import { deskOf } from '../chat-state.ts'
import { changeButton, editedRow } from './form-card.ts'
import { materialState } from './material-state.ts'
import { dayIn } from '../../day-in.ts'
import { failureWords, type View } from '../view.ts'

function fact(term: string, value: string): TemplateResult {
  return html`<div class="row">
    <dt>${term}</dt>
    <dd><span class="value">${value}</span></dd>
  </div>`
}

/** A value in full with its origin; corrected where it stands, after which the review is drawn up anew. */
function valueRow(review: ReviewPart, value: ReviewPart['values'][number], view: View): TemplateResult {
  const { say, acts, state } = view
  const application = state.applications[review.applicationId]
  const field = application?.fields.find(({ id }) => id === value.id)
  if (application !== undefined && field !== undefined && deskOf(state, application.id).editing === field.id)
    return editedRow(application, field, view, (values) => acts.amend(application.id, values))
  const { kind, detail } = value.provenance
  // What she said herself needs no second line: the detail says who and when.
  const own = kind === 'citizen'
  return html`<div class="row">
    <dt>${value.label}</dt>
    <dd>
      <span class="value">${value.value}</span>
      <span class="origin ${kind}">${own ? detail : say(kind)}</span>
      ${field === undefined ? nothing : changeButton(review.applicationId, value, view)}
      ${own ? nothing : html`<small class="detail">${detail}</small>`}
    </dd>
  </div>`
}

function submitted(review: ReviewPart, view: View) {
  return (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const agree = form.querySelector<HTMLInputElement>('input[name=agree]')
    if (agree === null) return
    agree.setCustomValidity(agree.checked ? '' : view.say('agreeFirst'))
    if (form.reportValidity()) view.acts.submit(review)
  }
}

/** The review: each value in full with its origin, and the one button of the page that files an application. */
export function reviewCard(review: ReviewPart, view: View): TemplateResult {
  const { say } = view
  const desk = deskOf(view.state, review.applicationId)
  const id = `${review.applicationId}-review`
  return html`<section class="card review" aria-labelledby=${id} aria-busy=${desk.busy ? 'true' : 'false'}>
    <header>
      <h3 id=${id} tabindex="-1">${say('titled', { what: say('review'), title: review.title })}</h3>
    </header>
    <p class="remark">${say('reviewLead')}</p>
    <dl class="values">${review.values.map((each) => valueRow(review, each, view))}</dl>
    <dl class="values facts">
      ${fact(say('fee'), review.fee)}
      ${review.deadline === null ? nothing : fact(say('deadline'), dayIn(review.deadline, view.locale))}
      ${review.inPerson === null ? nothing : fact(say('inPerson'), review.inPerson)}
    </dl>
    ${
      review.materials.length === 0
        ? nothing
        : html`<h4>${say('materials')}</h4>
            <ul>
              ${review.materials.map((each) => html`<li>${each.label}${materialState(each, view)}</li>`)}
            </ul>`
    }
    <form class="agree" novalidate @submit=${submitted(review, view)}>
      <p class="declaration" id="${id}-declaration">${review.declaration}</p>
      <label class="check">
        <input
          type="checkbox"
          name="agree"
          required
          aria-describedby="${id}-declaration"
          @change=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
        />
        <span>${say('agree')}</span>
      </label>
      ${
        desk.failure === undefined
          ? nothing
          : html`<p class="wrong" role="alert">${failureWords(desk.failure, say, view.locale)}</p>`
      }
      <div class="buttons">
        <button class="primary" type="submit" ?disabled=${desk.busy}>
          ${say(desk.busy ? 'submitting' : 'submit')}
        </button>
        <button
          class="plain"
          type="button"
          ?disabled=${desk.busy}
          @click=${() => view.acts.leaveReview(review.applicationId)}
        >
          ${say('backToForm')}
        </button>
      </div>
    </form>
  </section>`
}
