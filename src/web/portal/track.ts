import type { CaseView } from '../../wire.ts'
import { caseSteps, line } from './case-steps.ts'
import { say } from './portal-words.ts'

/** The portal's form for following a case with the number and the code of its receipt, without signing in. */
export function offerTracking(): void {
  const section = document.querySelector<HTMLElement>('#track')
  const form = section?.querySelector('form')
  const found = section?.querySelector<HTMLElement>('.found')
  if (section === null || form === null || form === undefined || found === null || found === undefined) return
  section.hidden = false
  document.querySelector('#to-track')?.removeAttribute('hidden')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [number, code] = [...form.querySelectorAll('input')].map(({ value }) => value.trim().toUpperCase())
    if (number === undefined || code === undefined) return
    found.textContent = say('tracking')
    void look(number, code).then((lines) => found.replaceChildren(...lines))
  })
  fromReceipt(section, form)
}

/** A receipt's QR code leads here with the number alone; the code is typed in by who holds the receipt. */
function fromReceipt(section: HTMLElement, form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search)
  const number = query.get('case')
  const [box, code] = form.querySelectorAll('input')
  if (number === null || box === undefined || code === undefined) return
  query.delete('case')
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}`)
  box.value = number.slice(0, 40)
  section.scrollIntoView({ block: 'center' })
  code.focus()
}

async function look(number: string, code: string): Promise<readonly HTMLElement[]> {
  const response = await fetch(`/api/cases/${encodeURIComponent(number)}`, { headers: { 'x-query-code': code } }).catch(
    () => undefined,
  )
  if (response === undefined) return [line('p', say(navigator.onLine ? 'unreachable' : 'offline'))]
  if (response.status === 429) return [line('p', say('tooFast'))]
  if (response.status >= 500) return [line('p', say('broken'))]
  if (!response.ok) return [line('p', say('notFound'))]
  return told((await response.json()) as CaseView)
}

function told(found: CaseView): readonly HTMLElement[] {
  return [line('h3', found.title), ...caseSteps(found)]
}
