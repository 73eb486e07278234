import { html, nothing, type TemplateResult } from 'lit'
import { controlFor, startingValue, type Choice, type Field } from '../controls.ts'
import type { View } from '../view.ts'

/** One field as a control the citizen operates: its question, help, and what was wrong with the last answer. */
export type FieldQuestion = {
  readonly application: string
  readonly field: Field
  /** The question shown as the label. */
  readonly ask: string
  readonly help: string | null
  readonly wrong: string | undefined
}

const idOf = ({ application, field }: FieldQuestion): string => `${application}-${field.id}`

function describedBy(question: FieldQuestion): string | typeof nothing {
  const ids = [
    question.help === null ? '' : `${idOf(question)}-help`,
    question.wrong === undefined ? '' : `${idOf(question)}-wrong`,
  ]
  return ids.filter((id) => id !== '').join(' ') || nothing
}

function labelText(question: FieldQuestion, view: View): TemplateResult {
  const optional = question.field.required ? nothing : html` <span class="optional">${view.say('optional')}</span>`
  return html`${question.ask}${optional}`
}

function remarks(question: FieldQuestion): TemplateResult {
  return html`
    ${question.help === null ? nothing : html`<p class="help" id="${idOf(question)}-help">${question.help}</p>`}
    ${
      question.wrong === undefined
        ? nothing
        : html`<p class="wrong" id="${idOf(question)}-wrong" role="alert">${question.wrong}</p>`
    }
  `
}

function radios(question: FieldQuestion, choices: readonly Choice[], view: View): TemplateResult {
  return html`<fieldset
    class="question"
    id=${idOf(question)}
    aria-describedby=${describedBy(question)}
    aria-invalid=${question.wrong === undefined ? nothing : 'true'}
  >
    <legend class="ask">${labelText(question, view)}</legend>
    ${remarks(question)}
    <div class="radios">
      ${choices.map(
        (choice) =>
          html`<label class="radio">
            <input
              type="radio"
              name=${question.field.id}
              value=${choice.id}
              ?checked=${startingValue(question.field) === choice.id}
            />
            <span>${choice.label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

function select(question: FieldQuestion, choices: readonly Choice[], view: View): TemplateResult {
  const start = startingValue(question.field)
  return html`<div class="question">
    <label class="ask" for=${idOf(question)}>${labelText(question, view)}</label>
    ${remarks(question)}
    <select
      id=${idOf(question)}
      name=${question.field.id}
      aria-describedby=${describedBy(question)}
      aria-invalid=${question.wrong === undefined ? nothing : 'true'}
    >
      <option value="" ?selected=${start === ''}>${view.say('pickOne')}</option>
      ${choices.map(
        (choice) => html`<option value=${choice.id} ?selected=${start === choice.id}>${choice.label}</option>`,
      )}
    </select>
  </div>`
}

/** A question with a few answers, asked alone: one press answers it. */
export function offeredChoices(
  question: FieldQuestion,
  choose: (choice: string) => void,
  view: View,
): TemplateResult | undefined {
  const control = controlFor(question.field, view.say('yes'), view.say('no'))
  if (control.kind !== 'radios') return undefined
  return html`<div
    class="question"
    role="group"
    aria-labelledby="${idOf(question)}-ask"
    aria-describedby=${describedBy(question)}
  >
    <p class="ask" id="${idOf(question)}-ask">${labelText(question, view)}</p>
    ${remarks(question)}
    <div class="offers">
      ${control.choices.map(
        (choice) =>
          html`<button type="button" name=${question.field.id} @click=${() => choose(choice.id)}>
            ${choice.label}
          </button>`,
      )}
    </div>
  </div>`
}

/** The control of a field, chosen by its data element. Give it back with {@link valuesOf}. */
export function fieldControl(question: FieldQuestion, view: View): TemplateResult {
  const control = controlFor(question.field, view.say('yes'), view.say('no'))
  if (control.kind === 'radios') return radios(question, control.choices, view)
  if (control.kind === 'select') return select(question, control.choices, view)
  const { application, field } = question
  const typed = (event: Event): void => view.typed.set(application, field.id, (event.target as HTMLInputElement).value)
  return html`<div class="question">
    <label class="ask" for=${idOf(question)}>${labelText(question, view)}</label>
    ${remarks(question)}
    <input
      id=${idOf(question)}
      name=${question.field.id}
      type=${control.type}
      inputmode=${control.inputMode}
      autocomplete=${control.autocomplete}
      maxlength=${control.maxLength}
      .defaultValue=${view.typed.of(application, field.id) ?? startingValue(field)}
      @input=${typed}
      aria-describedby=${describedBy(question)}
      aria-invalid=${question.wrong === undefined ? nothing : 'true'}
    />
  </div>`
}

/** The answers given in a form element, by field id; controls left empty are left out. */
export function valuesOf(form: HTMLFormElement): Readonly<Record<string, string>> {
  const given = [...new FormData(form)].flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[field, value.trim()] as const] : [],
  )
  return Object.fromEntries(given)
}
