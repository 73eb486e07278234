import { html, noChange, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ApplicationPart } from '../../../wire.ts'
import { deskOf, isComplete, isDraft } from '../chat-state.ts'
import type { Field } from '../controls.ts'
import { openBenefits } from '../transcript.ts'
import { failureWords, originWords, signInLink, type View } from '../view.ts'
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

/** Where a form stands: the page, and the words of its message, which may ask the next question already. */
type Place = { readonly view: View; readonly said: string }

/** A field as it is asked; what the words above the form say already is not said again. */
function questionOf(
  application: ApplicationPart,
  field: Field,
  { view, said }: Place,
  editing: boolean,
): FieldQuestion {
  const next = application.next?.field === field.id ? application.next : null
  const refused = deskOf(view.state, application.id).wrong[field.id]
  return {
    application: application.id,
    field,
    ask: next === null || editing || said.includes(next.ask) ? field.label : next.ask,
    help: next?.help == null || said.includes(next.help) ? null : next.help,
    wrong: refused ?? application.problems.find((problem) => problem.field === field.id)?.message,
  }
}

function answers(
  application: ApplicationPart,
  fields: readonly Field[],
  place: Place,
  { editing, give }: { readonly editing: boolean; readonly give: (values: Values) => void },
): TemplateResult {
  const { view } = place
  const desk = deskOf(view.state, application.id)
  return html`<form class="answers" novalidate @submit=${submitted(give)}>
    ${repeat(
      fields,
      (field) => field.id,
      (field) => fieldControl(questionOf(application, field, place, editing), view),
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
    <dd>${answers(application, [field], { view, said: '' }, { editing: true, give })}</dd>
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
          : html`<span class="origin ${field.provenance.kind}" title=${originWords(field.provenance.detail)}
              >${say(field.provenance.kind)}</span
            >`
      }
      ${isDraft(application) ? changeButton(application.id, field, view) : nothing}
    </dd>
  </div>`
}

/** What she gave so far, folded until nothing more is asked or she unfolds it: the question comes first. */
function knownValues(application: ApplicationPart, view: View, asking: boolean): TemplateResult | typeof nothing {
  const filled = application.fields.filter((field) => field.shown !== null)
  if (filled.length === 0) return nothing
  return html`<details class="known" open=${asking ? noChange : ''}>
    <summary>${view.say('known', { n: filled.length })}</summary>
    <dl class="values">
      ${repeat(
        filled,
        (field) => field.id,
        (field) => known(application, field, view),
      )}
    </dl>
  </details>`
}

function missing(application: ApplicationPart, place: Place): TemplateResult | typeof nothing {
  const { view } = place
  const desk = deskOf(view.state, application.id)
  if (!isDraft(application) || application.pending.length === 0 || desk.editing !== undefined) return nothing
  const pending = application.pending.flatMap((id) => application.fields.filter((field) => field.id === id))
  const first = pending.find((field) => field.id === application.next?.field) ?? pending[0]
  if (first === undefined) return nothing
  const choose = (choice: string): void => view.acts.fill(application.id, { [first.id]: choice })
  const offers = desk.listed ? undefined : offeredChoices(questionOf(application, first, place, false), choose, view)
  return html`
    ${
      offers === undefined
        ? answers(application, desk.listed ? pending : [first], place, {
            editing: false,
            give: (values) => view.acts.fill(application.id, values),
          })
        : html`<div class="answers">${offers}</div>`
    }
    ${
      pending.length > 1 && !isCheck(application)
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

/** The check of benefits, which ends as soon as she likes: nobody has to answer all that any benefit may ask. */
function isCheck({ service }: ApplicationPart): boolean {
  return service === 'benefits'
}

/** How far the form is filled in. */
function progress(application: ApplicationPart, { say }: View): { chip: TemplateResult; bar: TemplateResult } {
  const done = application.fields.filter((field) => field.shown !== null).length
  const all = done + application.pending.length
  const words = say('filled', { done, all })
  return {
    chip: html`<span class="chip">${words}</span>`,
    bar: html`<progress max=${Math.max(all, 1)} value=${done} aria-label=${words}></progress>`,
  }
}

/** Benefits that are named as the reason of a question. */
const MOST_NAMED = 2

/** Why the check of benefits asks what it asks next. */
function reason(application: ApplicationPart, { say, state, locale }: View): TemplateResult | typeof nothing {
  const { next, id } = application
  const titles = next === null ? [] : openBenefits(state.messages, id, next.field)
  if (titles.length === 0) return nothing
  const named = titles.slice(0, MOST_NAMED).join(locale === 'en' ? ', ' : '、')
  return html`<p class="remark">${say('checkWhy', { titles: titles.length > MOST_NAMED ? `${named}…` : named })}</p>`
}

/** The form of an application: what is asked next as a control, what is known and from where, and the way to the review. `said` is what stands above it. */
export function formCard(application: ApplicationPart, view: View, said: string): TemplateResult {
  const { say } = view
  const desk = deskOf(view.state, application.id)
  const check = isCheck(application)
  const { chip, bar } = progress(application, view)
  const asked = isClosed(application) ? nothing : missing(application, { view, said })
  const title = `${application.id}-form`
  return html`<section class="card form" aria-labelledby=${title} aria-busy=${desk.busy ? 'true' : 'false'}>
    <header>
      <h3 id=${title} tabindex="-1">${application.title}</h3>
      ${check ? nothing : chip}
    </header>
    ${check ? reason(application, view) : bar}
    ${application.setAside ? html`<p class="remark">${say('setAside')}</p>` : nothing}
    ${findings(application.eligibility, view)} ${asked} ${knownValues(application, view, asked !== nothing)}
    ${application.inPerson === null ? nothing : html`<p class="remark"><strong>${say('inPerson')}</strong>${say('titled', { what: '', title: application.inPerson })}</p>`}
    ${
      view.signedIn !== false || asked === nothing
        ? nothing
        : html`<p class="remark"><a href=${signInLink(1)}>${say('signIn')}</a>${say('signInGain')}</p>`
    }
    ${materialsCard(application, view)}
    ${
      // The card of the consent says that a face check comes first, and leads there.
      desk.failure === undefined || desk.failure.code === 'step-up-required'
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
