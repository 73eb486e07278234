import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ApplicationPart } from '../../../wire.ts'
import { deskOf, isComplete, isDraft } from '../chat-state.ts'
import type { Field } from '../controls.ts'
import { failureWords, signInLink, type View } from '../view.ts'
import { fieldControl, offeredChoices, valuesOf, type FieldQuestion } from './field-control.ts'
import { findings } from './findings.ts'
import { materialsCard } from './materials-card.ts'

type Values = Readonly<Record<string, string>>

function submitted(give: (values: Values) => void) {
  return (event: SubmitEvent): void => {
    event.preventDefault()
    const values = valuesOf(event.currentTarget as HTMLFormElement)
    if (Object.keys(values).length > 0) give(values)
  }
}

function questionOf(application: ApplicationPart, field: Field, view: View, editing: boolean): FieldQuestion {
  const { next } = application
  const refused = deskOf(view.state, application.id).wrong[field.id]
  return {
    application: application.id,
    field,
    ask: next?.field === field.id && !editing ? next.ask : field.label,
    help: next?.field === field.id ? next.help : null,
    wrong: refused ?? application.problems.find((problem) => problem.field === field.id)?.message,
  }
}

function answers(
  application: ApplicationPart,
  fields: readonly Field[],
  view: View,
  { editing, give }: { readonly editing: boolean; readonly give: (values: Values) => void },
): TemplateResult {
  const desk = deskOf(view.state, application.id)
  return html`<form class="answers" novalidate @submit=${submitted(give)}>
    ${repeat(
      fields,
      (field) => field.id,
      (field) => fieldControl(questionOf(application, field, view, editing), view),
    )}
    <div class="buttons">
      <button class="primary" type="submit" ?disabled=${desk.busy}>
        ${view.say(fields.length > 1 ? 'saveAll' : 'save')}
      </button>
      ${
        editing
          ? html`<button type="button" class="plain" @click=${() => view.acts.edit(application.id, undefined)}>
              ${view.say('cancel')}
            </button>`
          : nothing
      }
    </div>
  </form>`
}

/** A known value under its control, in the place where it stood. `give` takes the new one. */
export function editedRow(
  application: ApplicationPart,
  field: Field,
  view: View,
  give: (values: Values) => void,
): TemplateResult {
  return html`<div class="row editing">
    <dt>${field.label}</dt>
    <dd>${answers(application, [field], view, { editing: true, give })}</dd>
  </div>`
}

/** Opens the control of a known value. */
export function changeButton(
  application: string,
  { id, label }: Pick<Field, 'id' | 'label'>,
  view: View,
): TemplateResult {
  return html`<button
    type="button"
    class="link"
    aria-label=${view.say('changeField', { label })}
    @click=${() => view.acts.edit(application, id)}
  >
    ${view.say('change')}
  </button>`
}

function known(application: ApplicationPart, field: Field, view: View): TemplateResult {
  const { say, acts } = view
  if (deskOf(view.state, application.id).editing === field.id && isDraft(application)) {
    return editedRow(application, field, view, (values) => acts.fill(application.id, values))
  }
  return html`<div class="row">
    <dt>${field.label}</dt>
    <dd>
      <span class="value">${field.shown}</span>
      ${
        field.provenance === null
          ? nothing
          : html`<span class="origin ${field.provenance.kind}" title=${field.provenance.detail}
              >${say(field.provenance.kind)}</span
            >`
      }
      ${isDraft(application) ? changeButton(application.id, field, view) : nothing}
    </dd>
  </div>`
}

function missing(application: ApplicationPart, view: View): TemplateResult | typeof nothing {
  const desk = deskOf(view.state, application.id)
  if (!isDraft(application) || application.pending.length === 0 || desk.editing !== undefined) return nothing
  const pending = application.pending.flatMap((id) => application.fields.filter((field) => field.id === id))
  const first = pending.find((field) => field.id === application.next?.field) ?? pending[0]
  if (first === undefined) return nothing
  const choose = (choice: string): void => view.acts.fill(application.id, { [first.id]: choice })
  const offers = desk.listed ? undefined : offeredChoices(questionOf(application, first, view, false), choose, view)
  return html`
    ${
      offers === undefined
        ? answers(application, desk.listed ? pending : [first], view, {
            editing: false,
            give: (values) => view.acts.fill(application.id, values),
          })
        : html`<div class="answers">${offers}</div>`
    }
    ${
      pending.length > 1
        ? html`<button type="button" class="link more" @click=${() => view.acts.list(application.id, !desk.listed)}>
            ${desk.listed ? view.say('oneByOne') : view.say('fillRest', { n: pending.length })}
          </button>`
        : nothing
    }
  `
}

/** Where the way is closed nothing more is asked; what she said can still be put right. */
function isClosed({ eligibility }: ApplicationPart): boolean {
  return eligibility.some(({ outcome }) => outcome === 'no' || outcome === 'not-yet')
}

/** The form of an application: what is known and from where, what is missing as a control, and the way to the review. */
export function formCard(application: ApplicationPart, view: View): TemplateResult {
  const { say } = view
  const desk = deskOf(view.state, application.id)
  const filled = application.fields.filter((field) => field.shown !== null)
  const all = filled.length + application.pending.length
  const title = `${application.id}-form`
  return html`<section class="card form" aria-labelledby=${title} aria-busy=${desk.busy ? 'true' : 'false'}>
    <header>
      <h3 id=${title} tabindex="-1">${application.title}</h3>
      <span class="chip">${say('filled', { done: filled.length, all })}</span>
    </header>
    <progress
      max=${Math.max(all, 1)}
      value=${filled.length}
      aria-label=${say('filled', { done: filled.length, all })}
    ></progress>
    ${application.setAside ? html`<p class="remark">${say('setAside')}</p>` : nothing}
    ${application.inPerson === null ? nothing : html`<p class="remark"><strong>${say('inPerson')}</strong>${say('titled', { what: '', title: application.inPerson })}</p>`}
    ${
      view.signedIn !== false
        ? nothing
        : html`<p class="remark"><a href=${signInLink(1)}>${say('signIn')}</a>${say('signInGain')}</p>`
    }
    ${findings(application.eligibility, view)}
    ${
      filled.length === 0
        ? nothing
        : html`<dl class="values">
            ${repeat(
              filled,
              (field) => field.id,
              (field) => known(application, field, view),
            )}
          </dl>`
    }
    ${isClosed(application) ? nothing : missing(application, view)} ${materialsCard(application, view)}
    ${
      desk.failure === undefined
        ? nothing
        : html`<p class="wrong" role="alert">${failureWords(desk.failure, say, view.locale)}</p>`
    }
    ${
      isComplete(application) && desk.editing === undefined
        ? html`<div class="buttons">
            <button
              class="primary"
              type="button"
              ?disabled=${desk.busy}
              @click=${() => view.acts.review(application.id)}
            >
              ${say('toReview')}
            </button>
          </div>`
        : nothing
    }
  </section>`
}
