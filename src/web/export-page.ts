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
 * What is kept, as a page to read and to print: what was said, as it was said, every case with what happened to it, and
 * every form with its values. No script.
 */
export function renderExportPage({ id, messages, cases, forms }: ExportedConversation, reading: Reading): string {
  const { say, locale } = reading
  const said = messages.map(({ role, parts }) => {
    const text = parts
      .flatMap((part) => (part.type === 'text' ? [typeof part.text === 'string' ? part.text : ''] : []))
      .join('\n')
    const who = role === 'user' ? say('you') : say('assistant', { origin: say(originOf(parts)) })
    return `<dt>${who}</dt>\n<dd>${escapeHtml(text).replaceAll('\n', '<br>')}</dd>`
  })
  const filed = cases.map((each) => renderCase(each, reading))
  const kept = forms.map((each) => renderForm(each, reading))
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

function renderCase(
  { title, receiptNumber, submittedAt, events }: ExportedConversation['cases'][number],
  { say, inScript, locale }: Reading,
): string {
  return `<section>
<h3>${escapeHtml(say('caseNamed', { title: inScript(title), number: receiptNumber }))}</h3>
<p>${escapeHtml(say('filedOn', { day: dayIn(submittedAt, locale) }))}</p>
<ol>
${events.map(({ at, text }) => `<li>${dayIn(at, locale)} ${escapeHtml(inScript(text))}</li>`).join('\n')}
</ol>
</section>`
}

type Form = ExportedConversation['forms'][number]

function renderForm({ title, receiptNumber, values, consents }: Form, reading: Reading): string {
  const { say, inScript } = reading
  const named = { title: inScript(title) }
  const heading =
    receiptNumber === null ? say('formOpen', named) : say('caseNamed', { ...named, number: receiptNumber })
  const lines = [
    ...values.map(({ label, value, origin }) =>
      say('formValue', { label: inScript(label), value, origin: inScript(origin) }),
    ),
    ...consents.map((consent) => consentLine(consent, reading)),
  ]
  return `<section>
<h3>${escapeHtml(heading)}</h3>
<ul>
${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}
</ul>
</section>`
}

function consentLine(
  { title, purpose, granted, decidedAt, until, withdrawnAt }: Form['consents'][number],
  { say, inScript, locale }: Reading,
): string {
  const decision = granted ? 'consentGiven' : 'consentRefused'
  return say(withdrawnAt === null ? decision : 'consentEnded', {
    source: inScript(title),
    purpose: inScript(purpose),
    day: dayIn(withdrawnAt ?? decidedAt, locale),
    until: dayIn(until, locale),
  })
}
