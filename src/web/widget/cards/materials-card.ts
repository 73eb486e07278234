import { html, noChange, nothing, type TemplateResult } from 'lit'
import type { ApplicationPart } from '../../../wire.ts'
import { deskOf, isDraft } from '../chat-state.ts'
import type { View } from '../view.ts'
import { filesOf, stateOf, type Material } from './material-state.ts'

const ACCEPT = 'image/jpeg,image/png,application/pdf'

function openPicker(event: Event): void {
  if ((event.currentTarget as HTMLElement).ariaDisabled === 'true') return
  const input = (event.currentTarget as HTMLElement).nextElementSibling
  if (input instanceof HTMLInputElement) input.click()
}

/** A button that opens the file chooser, or the camera where the device has one to hand. */
function picker(application: string, material: Material, view: View, camera: boolean): TemplateResult {
  const { say } = view
  const chosen = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement
    const file = input.files?.[0]
    if (file !== undefined) view.acts.upload(application, material.id, file)
    // The same file may be chosen again after it was refused.
    input.value = ''
  }
  return html`<button
      type="button"
      class="pick"
      aria-disabled=${deskOf(view.state, application).busy ? 'true' : 'false'}
      aria-label=${say(camera ? 'uploadPhoto' : 'uploadFile', { label: material.label })}
      @click=${openPicker}
    >
      ${say(camera ? 'takePhoto' : 'chooseFile')}
    </button>
    <input
      type="file"
      hidden
      tabindex="-1"
      accept=${camera ? 'image/jpeg,image/png' : ACCEPT}
      capture=${camera ? 'environment' : nothing}
      @change=${chosen}
    />`
}

/** The controls of one material: choose, photograph, what is there, delete, and what is on its way. */
export function materialControls(application: string, material: Material, view: View): TemplateResult {
  const { say, acts } = view
  const { busy, sending } = deskOf(view.state, application)
  const handheld = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
  const remove = ({ id, name }: Material['files'][number]) => {
    const removed = (event: Event): void => {
      acts.removeFile(application, id)
      // The button goes with the file; the focus stays with the material.
      const next = (event.currentTarget as HTMLElement).closest('.files')?.nextElementSibling
      if (next instanceof HTMLElement) next.focus()
    }
    return html`<button
      type="button"
      class="link"
      ?disabled=${busy}
      aria-label=${say('removeNamed', { name })}
      @click=${removed}
    >
      ${say('removeFile')}
    </button>`
  }
  return html`${filesOf(material, view, remove)} ${picker(application, material, view, false)}
    ${handheld ? picker(application, material, view, true) : nothing}
    ${
      sending?.material === material.id
        ? html`<span class="sending">
            <progress
              max="100"
              value=${sending.percent}
              aria-label=${say('sendingFile', { name: sending.name })}
            ></progress>
            <span aria-hidden="true">${sending.percent} %</span>
          </span>`
        : nothing
    }
    <span class="unseen" role="status">
      ${sending?.material === material.id ? say('sendingFile', { name: sending.name }) : nothing}
    </span>`
}

/** The way to do without a paper for now, where its form offers one, and the way back. */
function reliefButton(application: string, { id, label, relief, state }: Material, view: View) {
  const { say, acts } = view
  if (relief === null || (relief.taken === null && state !== 'missing' && state !== 'bring')) return nothing
  const { taken, as, days } = relief
  const act = (): void => (taken === null ? acts.takeRelief(application, id) : acts.removeFile(application, taken))
  const words =
    taken !== null
      ? say('takeBack', { label })
      : say(as === 'promise' ? 'takePromise' : days === null ? 'takeLaterSoon' : 'takeLater', {
          days: String(days ?? ''),
        })
  return html`<button type="button" class="link" ?disabled=${deskOf(view.state, application).busy} @click=${act}>
    ${words}
  </button>`
}

/** The materials of a draft, with their state and a way to hand each in; unfolded once one is missing or was given, folded only by her. */
export function materialsCard(application: ApplicationPart, view: View): TemplateResult | typeof nothing {
  const { say } = view
  const { id, materials, fee } = application
  if (materials.length === 0) return nothing
  const open = materials.some(({ state }) => state !== 'bring')
  return html`<details class="papers" open=${open ? '' : noChange}>
    <summary>${say('materials')} (${materials.length}) · ${say('fee')} ${fee}</summary>
    <ul>
      ${materials.map(
        (material) =>
          html`<li>
            ${material.label} ${stateOf(material, view)}
            ${isDraft(application) && material.state !== 'certificate' ? materialControls(id, material, view) : nothing}
            ${isDraft(application) ? reliefButton(id, material, view) : nothing}
          </li>`,
      )}
    </ul>
    <p class="remark">${say('uploadLimits')}</p>
  </details>`
}
