import { html, nothing, type TemplateResult } from 'lit'
import type { SupplementPart } from '../../../wire.ts'
import { deskOf } from '../chat-state.ts'
import type { Material } from './material-state.ts'
import { materialControls } from './materials-card.ts'
import { dayIn } from '../../day-in.ts'
import { failureWords, type View } from '../view.ts'

type Asked = Omit<SupplementPart, 'given'>
type Item = Asked['items'][number]

/** A paper that is asked for, as a material of its own; files given so far stand with it. */
export function asMaterial(item: Pick<Item, 'id' | 'label'>, application: string, view: View): Material {
  const given = deskOf(view.state, application).supplied.find(({ id }) => id === item.id)
  return (
    given ?? {
      id: item.id,
      label: item.label,
      note: null,
      upload: 'bring',
      state: 'bring',
      files: [],
      certificate: null,
      relief: null,
    }
  )
}

function control(
  item: Item,
  answer: string,
  view: View,
  { id, required }: { id: string; required: boolean },
): TemplateResult {
  if (item.options.length === 0)
    return html`<input
      id=${id}
      name=${item.id}
      ?required=${required}
      maxlength="500"
      autocomplete="off"
      .value=${answer}
    />`
  return html`<select id=${id} name=${item.id} required>
    <option value="">${view.say('pickOne')}</option>
    ${item.options.map((option) => html`<option value=${option.id} ?selected=${option.id === answer}>${option.label}</option>`)}
  </select>`
}

/** One thing that is asked for, with its reason, and how it is given unless it is too late: a paper as a file, unless she told of it in words. */
function question(item: Item, { applicationId, answers, late }: Asked, view: View): TemplateResult {
  const field = `${applicationId}-supplement-${item.id}`
  const said = answers[item.id]
  const paper = item.kind === 'material' ? asMaterial(item, applicationId, view) : undefined
  const typed = paper === undefined || said !== undefined
  const controls = html`${typed ? control(item, said ?? '', view, { id: field, required: !paper?.files.length }) : nothing}
  ${paper === undefined ? nothing : materialControls(applicationId, paper, view)}`
  return html`<div class="question">
    <label class="ask" for=${field}>${item.label}</label>
    <p class="help">${item.reason}</p>
    ${late ? nothing : controls}
  </div>`
}

/** Everything a department asks for, filled in and given by one press; nothing can be given after the last day. */
export function supplementCard(data: Asked, view: View): TemplateResult {
  const { say } = view
  const { applicationId, items, late } = data
  const desk = deskOf(view.state, applicationId)
  const id = `${applicationId}-supplement`
  const give = (event: SubmitEvent): void => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement).entries())
    view.acts.onCase(applicationId, 'supplement', { answers: given })
  }
  const day = dayIn(data.dueBy, view.locale)
  return html`<section class="card supplement" aria-labelledby=${id} aria-busy=${desk.busy ? 'true' : 'false'}>
    <header><h3 id=${id} tabindex="-1">${say('titled', { what: say('supplement'), title: data.title })}</h3></header>
    <form @submit=${give}>
      ${items.map((item) => question(item, data, view))}
      <p class="remark">${say(late ? 'supplementLate' : 'supplementBy', { day, basis: data.basis })}</p>
      ${
        desk.failure === undefined
          ? nothing
          : html`<p class="wrong" role="alert">${failureWords(desk.failure, say, view.locale)}</p>`
      }
      ${late ? nothing : html`<div class="buttons"><button class="primary" type="submit" ?disabled=${desk.busy}>${say('supplementGive')}</button></div>`}
    </form>
  </section>`
}
