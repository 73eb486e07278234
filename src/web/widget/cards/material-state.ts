import { html, nothing, type TemplateResult } from 'lit'
import type { ApplicationPart } from '../../../wire.ts'
import type { View } from '../view.ts'

export type Material = ApplicationPart['materials'][number]
type File = Material['files'][number]

const STATE = {
  missing: 'materialMissing',
  uploaded: 'materialUploaded',
  certificate: 'materialCertificate',
  later: 'materialLater',
  promised: 'materialPromised',
  bring: 'materialBring',
} as const

const FINDING = {
  'name-not-found': 'nameNotFound',
  'number-differs': 'numberDiffers',
  expired: 'fileExpired',
  'too-small': 'pictureTooSmall',
  'other-kind': 'fileOtherKind',
} as const

const LOOKED = { agrees: 'fileAgrees', differs: undefined, 'not-checked': 'fileNotChecked' } as const

/** What the system found in a file, or that it did not look; and that a program read it off a picture. */
function checked({ check, findings, read }: File, { say }: View): TemplateResult {
  const looked = LOOKED[check]
  return html`${findings.map((finding) => html`<small class="wrong">${say(FINDING[finding])}</small>`)}
  ${looked === undefined ? nothing : html`<small>${say(looked)}</small>`}
  ${read === 'recognised' && check !== 'not-checked' ? html`<small>${say('fileRecognised')}</small>` : nothing}`
}

/** The files of a material, each with what was found in it; `act` adds what the citizen may do with it. */
export function filesOf(material: Material, view: View, act?: (file: File) => TemplateResult): TemplateResult {
  return html`<ul class="files">
    ${material.files.map((file) => html`<li><bdi>${file.name}</bdi> ${act?.(file) ?? nothing} ${checked(file, view)}</li>`)}
  </ul>`
}

/** Where a material stands: missing, uploaded, satisfied by a certificate, or to be brought. */
export function stateOf(material: Material, { say }: View): TemplateResult {
  const { note, state, certificate } = material
  return html`<span class="chip ${state}">${say(STATE[state])}</span>
    ${certificate === null ? nothing : html`<small>${certificate.detail}</small>`}
    ${note === null ? nothing : html`<small>${note}</small>`}`
}

/** A material as the review shows it. */
export function materialState(material: Material, view: View): TemplateResult {
  return html` ${stateOf(material, view)} ${material.files.length === 0 ? nothing : filesOf(material, view)}`
}
