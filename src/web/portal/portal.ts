import type { BianbanChat } from '../widget/chat-element.ts'
import { showAccount } from './account.ts'
import { offerTracking } from './track.ts'

/** The portal page: its search box and its lists lead into the conversation. */
const chat = document.querySelector<BianbanChat>('bianban-chat')
const counter = document.querySelector<HTMLElement>('#chat')

function openChat(): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  counter?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })
}

function ask(words: string): void {
  openChat()
  void chat?.ask(words)
}

document.querySelector<HTMLFormElement>('#search')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const box = document.querySelector<HTMLInputElement>('#question')
  const words = box?.value.trim() ?? ''
  if (box === null || words === '') return
  box.value = ''
  ask(words)
})

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-service]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    openChat()
    void chat?.start(button.dataset['service'] ?? '')
  })
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-ask]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    ask(link.dataset['ask'] ?? '')
  })
}

const query = new URLSearchParams(location.search)

/** Takes a wish out of the address, so that a reload does not repeat it. */
function forgetQuery(name: string): void {
  query.delete(name)
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query.toString()}`}`)
}

// A link may only write the question; sending it stays the citizen's act.
const wished = query.get('ask')
if (wished !== null && wished.trim() !== '') {
  forgetQuery('ask')
  openChat()
  void chat?.draft(wished.slice(0, 200))
}

// The look for old people: large text, and one thing a turn.
if (query.get('mode') === 'elder' && chat !== null) {
  chat.large = true
  chat.plain = true
  document.documentElement.classList.add('elder')
}

const service = query.get('service')
if (service !== null && service !== '') {
  forgetQuery('service')
  openChat()
  void chat?.offer(service)
}

offerTracking()
void showAccount()
