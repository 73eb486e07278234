import type { z } from 'zod'
import type { CaseView, Me } from '../../wire.ts'
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
  list.replaceChildren(...(cases.length === 0 ? [entry(say('noCases'), '')] : cases.map(caseEntry)))
}

function caseEntry({ title, receiptNumber, dueBy, events }: CaseView): HTMLLIElement {
  const due = dueBy === null ? [] : [say('dueBy', { day: dueBy })]
  return entry(title, [receiptNumber, events.at(-1)?.text ?? '', ...due].join('　'))
}

function entry(title: string, note: string): HTMLLIElement {
  const item = document.createElement('li')
  const name = document.createElement('strong')
  const words = document.createElement('span')
  name.textContent = title
  words.textContent = note
  item.append(name, words)
  return item
}

async function read<Body>(path: string): Promise<Body | undefined> {
  const response = await fetch(path).catch(() => undefined)
  return response?.ok === true ? ((await response.json()) as Body) : undefined
}
