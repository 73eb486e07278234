import type { BianbanChat } from '../widget/chat-element.ts'

/** Nobody touched the screen for this long: the next citizen starts with a clean one. */
const IDLE_MS = 120_000

/**
 * The layout of a public terminal (`?mode=kiosk`): large controls, no way off the page, and after two minutes without a
 * touch the conversation is forgotten and whoever is signed in is signed out.
 */
export function openKiosk(chat: BianbanChat | null): void {
  document.body.classList.add('kiosk')
  if (chat !== null) chat.large = true
  let timer = 0
  const wait = (): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void leave(chat), IDLE_MS)
  }
  for (const touch of ['pointerdown', 'keydown', 'input']) addEventListener(touch, wait, { passive: true })
  wait()
}

async function leave(chat: BianbanChat | null): Promise<void> {
  await chat?.forget()
  await fetch('/auth/logout', { method: 'POST' }).catch(() => undefined)
  location.replace('/?mode=kiosk')
}
