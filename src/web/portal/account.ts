import type { z } from 'zod'
import type { CaseView, Me } from '../../wire.ts'
import type { BianbanChat } from '../widget/chat-element.ts'
import { caseSteps, line } from './case-steps.ts'
import { say } from './portal-words.ts'

/** Who is signed in, and her cases, on the portal. Reading needs none of it, so a failure leaves the page as it is. */
export async function showAccount(): Promise<void> {
  const me = await read<z.infer<typeof Me>>('/api/me')
  if (me === undefined || !me.signedIn) return
  const place = document.querySelector('#me')
  const signIn = [...(place?.childNodes ?? [])]
  place?.replaceChildren(`${me.name} · `, signOutButton())
  addEventListener('bianban-signed-out', () => {
    place?.replaceChildren(...signIn)
    document.querySelector('#cases')?.setAttribute('hidden', '')
  })
  const cases = (await read<{ cases: readonly CaseView[] }>('/api/me/cases'))?.cases ?? []
  showCases(cases)
}

function signOutButton(): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link'
  button.textContent = say('signOut')
  button.addEventListener('click', () => {
    void fetch('/auth/logout', { method: 'POST' }).finally(() => location.reload())
  })
  return button
}

function showCases(cases: readonly CaseView[]): void {
  const section = document.querySelector<HTMLElement>('#cases')
  const list = section?.querySelector('ul')
  if (section === null || list === null || list === undefined) return
  section.hidden = false
  list.replaceChildren(...(cases.length === 0 ? [entry(say('noCases'))] : cases.map(caseEntry)))
}

/** A case: what happened to it unfolds here; what she can still do with it stands in the conversation it was filed in. */
function caseEntry(each: CaseView): HTMLLIElement {
  const item = document.createElement('li')
  const unfolding = document.createElement('details')
  const summary = document.createElement('summary')
  summary.append(line('strong', each.title), line('span', `${each.receiptNumber}　${each.events.at(-1)?.text ?? ''}`))
  const told = line('p', '')
  told.role = 'status'
  unfolding.append(summary, ...caseSteps(each), openButton(each, told), told)
  item.append(unfolding)
  return item
}

function openButton({ applicationId, title }: CaseView, told: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'act quiet'
  button.textContent = say('openCase')
  button.ariaLabel = `${say('openCase')}：${title}`
  button.addEventListener('click', () => {
    told.textContent = ''
    void document
      .querySelector<BianbanChat>('bianban-chat')
      ?.openCase(applicationId)
      .then((opened) => (told.textContent = opened ? '' : say('caseClosed')))
  })
  return button
}

function entry(words: string): HTMLLIElement {
  const item = document.createElement('li')
  item.append(line('strong', words))
  return item
}

async function read<Body>(path: string): Promise<Body | undefined> {
  const response = await fetch(path).catch(() => undefined)
  return response?.ok === true ? ((await response.json()) as Body) : undefined
}
