import type { BianbanChat } from '../widget/chat-element.ts'

/** Nobody touched the screen for this long: the next citizen starts with a clean one. */
const IDLE_MS = 120_000
/** Nobody was on a page of ours for this long, as while signing in at the city's provider: whoever comes back may be another. */
const AWAY_MS = 300_000
/** After this the server is asked again to end a session that it could not end. */
const AGAIN_MS = 5_000
/** When the screen was touched last, in milliseconds. */
const TOUCHED = 'bianban-kiosk-touched'

const chat = document.querySelector<BianbanChat>('bianban-chat')
let timer = 0

/** A touch of the screen puts off the end of the visit. */
function stay(): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => void leave(), IDLE_MS)
  sessionStorage.setItem(TOUCHED, String(Date.now()))
}

/**
 * Ends the visit: the conversations are erased, whoever is signed in is signed out, and the start page waits for the next
 * citizen. A page without the chat leaves the erasing to the start page.
 */
async function leave(): Promise<void> {
  sessionStorage.setItem(TOUCHED, '0')
  document.body.style.visibility = 'hidden'
  await chat?.forget().catch(() => undefined)
  const signedOut = await fetch('/auth/logout', { method: 'POST' }).catch(() => undefined)
  if (signedOut?.ok !== true) {
    timer = window.setTimeout(() => void leave(), AGAIN_MS)
    return
  }
  if (chat !== null) sessionStorage.removeItem(TOUCHED)
  location.replace('/?mode=kiosk')
}

/** Pages of ours open in this window and stay a terminal's; nothing else opens, not even a telephone. */
function keepHere(event: Event): void {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement)
  if (link === undefined || link.href === '') return
  const address = new URL(link.href)
  if (address.origin !== location.origin) {
    event.preventDefault()
    return
  }
  link.target = '_self'
  if (address.hash !== '' && address.pathname === location.pathname && address.search === '') return
  if (!address.pathname.startsWith('/auth/')) address.searchParams.set('mode', 'kiosk')
  link.href = address.href
}

/**
 * A page of a public terminal (`?mode=kiosk`): large controls, no link that leads off the terminal, and after two minutes
 * without a touch the visit ends, on whatever page it came to.
 */
function openKiosk(): void {
  if (chat !== null) chat.large = true
  document.addEventListener('click', keepHere, { capture: true })
  document.addEventListener('contextmenu', (event) => event.preventDefault())
  // A page that the browser kept would bring back what the visit before had on it.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  const touched = Number(sessionStorage.getItem(TOUCHED) ?? Date.now())
  if (Date.now() - touched > AWAY_MS) {
    void leave()
    return
  }
  for (const touch of ['pointerdown', 'keydown', 'input', 'wheel']) addEventListener(touch, stay, { passive: true })
  stay()
}

openKiosk()
