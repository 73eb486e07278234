import { html, nothing, type TemplateResult } from 'lit'
import type { ReceiptPart } from '../../../wire.ts'
import { copied } from '../clipboard.ts'
import type { DataByType } from '../parts.ts'
import { dayIn, type View } from '../view.ts'

function copyButton(receipt: ReceiptPart, view: View): TemplateResult {
  const { say } = view
  const text = `${say('receiptNumber')} ${receipt.receiptNumber}\n${say('queryCode')} ${receipt.queryCode}`
  const click = async (event: Event): Promise<void> => {
    const told = (event.currentTarget as HTMLElement).nextElementSibling
    const word = (await copied(text)) ? 'copied' : 'copyByHand'
    if (told !== null) told.textContent = say(word)
  }
  return html`<div class="buttons">
    <button class="plain" type="button" @click=${click}>${say('copy')}</button>
    <span class="told" role="status"></span>
  </div>`
}

/** The receipt after filing: the two numbers to keep and the day it is due. */
export function receiptCard(receipt: ReceiptPart, view: View): TemplateResult {
  const { say } = view
  const id = `${receipt.receiptNumber}-receipt`
  return html`<section class="card receipt" aria-labelledby=${id}>
    <header><h3 id=${id} tabindex="-1">${say('receipt')}</h3></header>
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
    ${copyButton(receipt, view)}
  </section>`
}

/** Filed cases and what has happened to each, oldest first. */
export function progressCard(data: DataByType['data-progress'], view: View): TemplateResult {
  const { say, locale } = view
  return html`${data.cases.map(
    (each) =>
      html`<section class="card progress" aria-label="${say('progress')}：${each.title}">
        <header>
          <h3>${each.title}</h3>
          <span class="chip">${each.receiptNumber}</span>
        </header>
        <ol class="steps">
          ${each.events.map((event) => html`<li><time datetime=${event.at}>${dayIn(event.at, locale)}</time><span>${event.text}</span></li>`)}
        </ol>
        ${each.dueBy === null ? nothing : html`<p class="remark">${say('dueBy')}：${dayIn(each.dueBy, locale)}</p>`}
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
