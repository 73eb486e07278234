import type { ExportedConversation } from '../wire.ts'
import { dayIn } from './day-in.ts'
import { escapeHtml } from './plain-markdown.ts'
import type { Reading } from './reading.ts'

const ORIGINS = ['guide', 'generated', 'system', 'staff'] as const

type Parts = ExportedConversation['messages'][number]['parts']

/** Where an answer's words come from; what was kept without its origin counts as generated. */
function originOf(parts: Parts): 'guide' | 'generated' | 'system' | 'staff' {
  const data: unknown = parts.find(({ type }) => type === 'data-outcome')?.data
  const origin = typeof data === 'object' && data !== null && 'origin' in data ? data.origin : undefined
  return ORIGINS.find((each) => each === origin) ?? 'generated'
}

/**
 * What is kept, as a page to read and to print: what was said, as it was said, and every case with what happened to it.
 * No script.
 */
export function renderExportPage(
  { id, messages, cases, forms }: ExportedConversation,
  { say, inScript, locale }: Reading,
): string {
  const said = messages.map(({ role, parts }) => {
    const text = parts
      .flatMap((part) => (part.type === 'text' ? [typeof part.text === 'string' ? part.text : ''] : []))
      .join('\n')
    const who = role === 'user' ? say('you') : say('assistant', { origin: say(originOf(parts)) })
    return `<dt>${who}</dt>\n<dd>${escapeHtml(text).replaceAll('\n', '<br>')}</dd>`
  })
  const filed = cases.map(
    ({ title, receiptNumber, submittedAt, events }) => `<section>
<h3>${escapeHtml(say('caseNamed', { title: inScript(title), number: receiptNumber }))}</h3>
<p>${escapeHtml(say('filedOn', { day: dayIn(submittedAt, locale) }))}</p>
<ol>
${events.map(({ at, text }) => `<li>${dayIn(at, locale)} ${escapeHtml(inScript(text))}</li>`).join('\n')}
</ol>
</section>`,
  )
  const kept = forms.map(
    ({ title, receiptNumber, values, consents }) => `<section>
<h3>${escapeHtml(receiptNumber === null ? say('formOpen', { title: inScript(title) }) : say('caseNamed', { title: inScript(title), number: receiptNumber }))}</h3>
<ul>
${values.map(({ label, value, origin }) => `<li>${escapeHtml(say('formValue', { label: inScript(label), value: inScript(value), origin: inScript(origin) }))}</li>`).join('\n')}
${consents.map(({ title: source, purpose, granted, decidedAt, until, withdrawnAt }) => `<li>${escapeHtml(say(withdrawnAt === null ? (granted ? 'consentGiven' : 'consentRefused') : 'consentEnded', { source: inScript(source), purpose: inScript(purpose), day: dayIn(withdrawnAt ?? decidedAt, locale), until: dayIn(until, locale) }))}</li>`).join('\n')}
</ul>
</section>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('keptTitle')}</title>
</head>
<body>
<main>
<h1>${say('keptTitle')}</h1>
<p>${escapeHtml(say('keptLead', { id }))}</p>
<h2>${say('cases')}</h2>
${filed.length === 0 ? `<p>${say('noCases')}</p>` : filed.join('\n')}
${kept.length === 0 ? '' : `<h2>${say('forms')}</h2>\n${kept.join('\n')}`}
<h2>${say('chat')}</h2>
<dl>
${said.join('\n')}
</dl>
</main>
</body>
</html>
`
}
