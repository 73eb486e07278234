import type { LitElement } from 'lit'
import type { Session } from './session.ts'
import type { Acts } from './view.ts'

/** On smaller screens a new window has more room than a panel. */
const ROOM = '(min-width: 640px)'

/** True where a cited section opens with the chat, beside or over it. */
export function opensHere(): boolean {
  return matchMedia(ROOM).matches
}

/** Leads into the panel and back to where the citizen was. */
export function createPanelDoor(tools: {
  readonly element: LitElement
  readonly session: () => Session | undefined
  readonly isOpen: () => boolean
  readonly focus: (selector: string) => Promise<void>
}) {
  const { element, session, focus } = tools
  let cameFrom: Element | null | undefined

  const remember = (from: Element | null | undefined): void => {
    if (!tools.isOpen()) cameFrom = from
  }

  async function goBack(): Promise<void> {
    session()?.panel.close()
    await element.updateComplete
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
    else await focus('#ask')
  }

  async function open(sourceId: string, { href, target }: HTMLAnchorElement): Promise<void> {
    if ((await session()?.panel.openGuide(sourceId)) === true) await focus('#panel-title')
    else window.open(href, target, 'noopener')
  }

  async function bring(code: string): Promise<void> {
    if ((await session()?.resume(code)) === true) await focus('#ask')
  }

  const acts: Pick<Acts, 'openMore' | 'openMove' | 'closePanel' | 'getCode' | 'resume'> = {
    openMore: () => {
      remember(element.shadowRoot?.activeElement)
      session()?.panel.openMore()
      void focus('#panel-title')
    },
    openMove: () => {
      remember(element.shadowRoot?.activeElement)
      session()?.panel.openMove()
      void focus('#panel-title')
    },
    closePanel: () => void goBack(),
    getCode: () => void session()?.panel.getCode(),
    resume: (code) => void bring(code),
  }

  return {
    acts,
    /** A click on a citation opens its section with the chat; with a modifier key, or when the guide cannot be had, it stays a link. */
    followLink: (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-source]') : null
      const sourceId = link?.dataset['source']
      if (link === null || sourceId === undefined || !opensHere()) return
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      remember(link)
      void open(sourceId, link)
    },
  }
}
