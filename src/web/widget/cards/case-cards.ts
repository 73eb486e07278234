import { html, nothing, type TemplateResult } from 'lit'
import type { CaseView, ReceiptPart } from '../../../wire.ts'
import { deskOf } from '../chat-state.ts'
import { copied } from '../clipboard.ts'
import type { DataByType } from '../parts.ts'
import { qrCode } from '../qr-code.ts'
import { dayIn } from '../../day-in.ts'
import { failureWords, type View } from '../view.ts'
import { materialControls } from './materials-card.ts'
import { asMaterial, supplementCard } from './supplement-card.ts'

function copyButton(receipt: ReceiptPart, view: View): TemplateResult {
  const { say } = view
  const text = `${say('receiptNumber')} ${receipt.receiptNumber}\n${say('queryCode')} ${receipt.queryCode}`
  const click = async (event: Event): Promise<void> => {
    const told = (event.currentTarget as HTMLElement).parentElement?.querySelector('.told')
    const word = (await copied(text)) ? 'copied' : 'copyByHand'
    if (told instanceof HTMLElement) told.textContent = say(word)
  }
  return html`<div class="buttons">
    <button class="plain" type="button" @click=${click}>${say('copy')}</button>
    <button class="plain" type="button" @click=${view.acts.print}>${say('printReceipt')}</button>
    <span class="told" role="status"></span>
  </div>`
}

/** Where the case can be followed. The query code is a secret and stands in no address. */
function progressLink({ receiptNumber }: ReceiptPart, server: string): string {
  return `${server === '' ? location.origin : server}/?case=${encodeURIComponent(receiptNumber)}`
}

/** The receipt after filing: what was filed, the two numbers to keep and the day it is due. */
export function receiptCard(receipt: ReceiptPart, view: View): TemplateResult {
  const { say } = view
  const id = `${receipt.receiptNumber}-receipt`
  const { title } = receipt
  const heading = title === undefined ? say('receipt') : say('titled', { what: say('receipt'), title })
  return html`<section class="card receipt" aria-labelledby=${id}>
    <header><h3 id=${id} tabindex="-1">${heading}</h3></header>
    <dl class="numbers">
      <div>
        <dt>${say('receiptNumber')}</dt>
        <dd>${receipt.receiptNumber}</dd>
      </div>
      <div>
        <dt>${say('queryCode')}</dt>
        <dd>${receipt.queryCode}</dd>
      </div>
      <div>
        <dt>${say('dueBy')}</dt>
        <dd class="day">${receipt.dueBy === null ? say('noDueBy') : dayIn(receipt.dueBy, view.locale)}</dd>
      </div>
    </dl>
    <p class="remark">${say('keepCode')}</p>
    <div class="scan">
      ${qrCode(progressLink(receipt, view.server), say('qrLabel'), view.server)}
      <p class="remark">${say('qrHow')}</p>
    </div>
    ${copyButton(receipt, view)}
  </section>`
}

const GRADES = ['grade1', 'grade2', 'grade3', 'grade4', 'grade5'] as const

/** What the citizen may still do with a case: take it back before the decision, say how she was served after it. */
function caseButtons(each: CaseView, view: View): TemplateResult | typeof nothing {
  const { say, acts, state } = view
  const { applicationId, mayRate, mayWithdraw } = each
  const desk = deskOf(state, applicationId)
  const { busy, failure } = desk
  if (!mayRate && !mayWithdraw) return nothing
  const rate = (score: number) => (): void => acts.onCase(applicationId, 'rating', { score })
  const withdraw = (): void => acts.onCase(applicationId, 'withdrawal', {})
  return html`${failure === undefined ? nothing : html`<p class="wrong" role="alert">${failureWords(failure, say, view.locale)}</p>`}
    <div class="buttons" role="group" aria-label=${say(mayRate ? 'rate' : 'withdraw')}>
      ${mayWithdraw ? html`<button class="plain" type="button" ?disabled=${busy} @click=${withdraw}>${say('withdraw')}</button>` : nothing}
      ${
        mayRate
          ? GRADES.map(
              (grade, at) =>
                html`<button class="plain" type="button" ?disabled=${busy} @click=${rate(at + 1)}>
                  ${say(grade)}
                </button>`,
            ).reverse()
          : nothing
      }
    </div>`
}

/** Papers that come later (容缺受理), each with its last day and a way to hand it in. */
function owedPapers({ applicationId, owed }: CaseView, view: View): TemplateResult | typeof nothing {
  if (owed.length === 0) return nothing
  const { say, locale } = view
  return html`<ul>
    ${owed.map(
      ({ material: id, label, dueBy, given }) =>
        html`<li>
          ${label}
          <span class="chip ${given ? 'uploaded' : 'later'}">${say(given ? 'materialUploaded' : 'materialLater')}</span>
          <small>${dueBy === null ? say('handInSoon') : say('handInBy', { day: dayIn(dueBy, locale) })}</small>
          ${given ? nothing : materialControls(applicationId, asMaterial({ id, label }, applicationId, view), view)}
        </li>`,
    )}
  </ul>`
}

/** Filed cases and what has happened to each, oldest first. */
export function progressCard(data: DataByType['data-progress'], view: View): TemplateResult {
  const { say, locale } = view
  return html`${data.cases.map(
    (each) =>
      html`<section class="card progress" aria-label=${say('titled', { what: say('progress'), title: each.title })}>
        <header>
          <h3 id="${each.applicationId}-progress" tabindex="-1">${each.title}</h3>
          <span class="chip">${each.receiptNumber}</span>
        </header>
        <ol class="steps line">
          ${each.events.map((event) => html`<li><time datetime=${event.at}>${dayIn(event.at, locale)}</time><span>${event.text}</span></li>`)}
        </ol>
        ${
          each.parts.length === 0
            ? nothing
            : html`<ul class="steps">
                ${each.parts.map(
                  (part) =>
                    html`<li><strong>${part.title}</strong><span>${part.latest ?? part.reason ?? ''}</span></li>`,
                )}
              </ul>`
        }
        ${
          each.dueBy === null
            ? nothing
            : html`<p class="remark">
                ${say('titled', { what: say('dueBy'), title: dayIn(each.dueBy, locale) })}${each.dueProvisional ? `（${say('dueProvisional')}）` : nothing}
              </p>`
        }
        ${owedPapers(each, view)}
        ${each.redress === null ? nothing : html`<p class="remark">${say('titled', { what: say('redress'), title: each.redress })}</p>`}
        ${
          each.supplement === null || each.supplement.given
            ? nothing
            : supplementCard(
                { ...each.supplement, applicationId: each.applicationId, title: each.title, answers: {} },
                view,
              )
        }
        ${caseButtons(each, view)}
      </section>`,
  )}`
}

/** A ticket with the staff, and the hotline. */
export function handoverCard(data: DataByType['data-handover'], view: View): TemplateResult {
  const { say } = view
  return html`<section class="card handover" aria-label=${say('handover')}>
    <header><h3>${say('handover')}</h3></header>
    <dl class="numbers">
      <div>
        <dt>${say('ticket')}</dt>
        <dd>${data.ticket}</dd>
      </div>
    </dl>
    <p class="remark">
      <a href="tel:${data.hotline.replace(/[^\d+]/g, '')}">${say('hotline', { phone: data.hotline })}</a>
    </p>
  </section>`
}
