import { renderPage } from './page-frame.ts'
import { escapeHtml } from './plain-markdown.ts'
import type { Reading } from './reading.ts'

/** What a citizen reads at an address that leads nowhere, with the ways on. */
export function renderMissingPage(reading: Reading): string {
  const { say, to } = reading
  return renderPage(
    {
      kind: 'missing',
      title: say('missingTitle'),
      description: say('missingAbout'),
      main: `<main id="content" class="wide" tabindex="-1">
<h1>${say('missing')}</h1>
<p>${say('missingLead')}</p>
<ul>
<li><a href="${escapeHtml(to('/'))}">${say('missingHome')}</a></li>
<li><a href="${escapeHtml(to('/#services'))}">${say('missingGuides')}</a></li>
<li><a href="tel:12345">${say('missingCall')}</a></li>
</ul>
</main>`,
    },
    reading,
  )
}
