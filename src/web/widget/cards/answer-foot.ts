import { html, nothing, type TemplateResult } from 'lit'
import { copied } from '../clipboard.ts'
import { textToCopy } from '../export-text.ts'
import { thumbDown, thumbUp } from '../icons.ts'
import { textOf, type Message } from '../parts.ts'
import type { View } from '../view.ts'
import type { Word } from '../words.ts'

/** Why an answer was no help. */
const REASONS: readonly Word[] = ['wrongFact', 'missedPoint', 'officeSaysOtherwise', 'hardToRead']

/** Reads the answer aloud, or stops; nothing where the browser has no voice. */
export function readButton(message: Message, view: View): TemplateResult | typeof nothing {
  const { say, acts, reading, readable } = view
  if (!readable || textOf(message) === '') return nothing
  const on = reading === message.id
  return html`<button
    type="button"
    class="read"
    aria-pressed=${on ? 'true' : 'false'}
    @click=${() => acts.read(message.id)}
  >
    ${say(on ? 'readStop' : 'readAloud')}
  </button>`
}

/** What can be done with an answer: copy it, and say whether it helped. */
export function answerFoot(message: Message, view: View): TemplateResult {
  const { say, acts, state } = view
  const verdict = state.verdicts[message.id]
  const copy = async (event: Event): Promise<void> => {
    const told = (event.currentTarget as HTMLElement).parentElement?.querySelector('.told')
    const word = (await copied(textToCopy(message, view))) ? 'copied' : 'copyByHand'
    if (told instanceof HTMLElement) told.textContent = say(word)
  }
  const thumb = (kind: 'up' | 'down', sign: TemplateResult, word: Word): TemplateResult =>
    html`<button
      type="button"
      aria-label=${say(word)}
      title=${say(word)}
      aria-pressed=${verdict?.verdict === kind ? 'true' : 'false'}
      @click=${() => acts.judge(message.id, { verdict: kind, reason: '' })}
    >
      ${sign}
    </button>`
  return html`<div class="answer-foot">
      ${readButton(message, view)}
      <button type="button" @click=${copy}>${say('copyAnswer')}</button>
      ${thumb('up', thumbUp, 'helped')} ${thumb('down', thumbDown, 'notHelped')}
      <span class="told" role="status">${verdict === undefined ? nothing : say('thanks')}</span>
    </div>
    ${
      verdict?.verdict === 'down' && verdict.reason === ''
        ? html`<div class="replies" role="group" aria-label=${say('whyNot')}>
            <span class="replies-title">${say('whyNot')}</span>
            ${REASONS.map(
              (word) =>
                html`<button
                  type="button"
                  @click=${() => acts.judge(message.id, { verdict: 'down', reason: say(word) })}
                >
                  ${say(word)}
                </button>`,
            )}
          </div>`
        : nothing
    }`
}
