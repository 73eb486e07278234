import type { z } from 'zod'
import type { GuideList, ServiceList } from '../../wire.ts'
import type { BianbanChat } from '../widget/chat-element.ts'

/** The portal page: its search box and its catalogue lead into the conversation. */
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

async function read<Body>(path: string): Promise<Body> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as Body
}

function entry(content: HTMLElement): HTMLLIElement {
  const item = document.createElement('li')
  item.append(content)
  return item
}

/** Fills a list of the page; when the catalogue cannot be read, says so: asking works without it. */
async function fill(selector: string, entries: () => Promise<readonly HTMLLIElement[]>): Promise<void> {
  const list = document.querySelector(selector)
  if (list === null) return
  try {
    list.replaceChildren(...(await entries()))
  } catch {
    const note = document.createElement('span')
    note.textContent = '目录暂时打不开，您可以直接在对话里问。'
    list.replaceChildren(entry(note))
  }
}

async function serviceEntries(): Promise<readonly HTMLLIElement[]> {
  const { services } = await read<z.infer<typeof ServiceList>>('/api/services')
  return services.map((service) => {
    const button = document.createElement('button')
    const way = document.createElement('small')
    way.textContent = service.completion === 'online' ? '在线填写、提交' : '先填表，再到现场'
    button.type = 'button'
    button.append(service.title, way)
    button.addEventListener('click', () => {
      openChat()
      void chat?.start(service.id)
    })
    return entry(button)
  })
}

async function guideEntries(): Promise<readonly HTMLLIElement[]> {
  const { guides } = await read<z.infer<typeof GuideList>>('/api/guides')
  return guides.map((guide) => {
    const link = document.createElement('a')
    link.href = `/guides/${encodeURIComponent(guide.id)}`
    link.textContent = guide.title
    return entry(link)
  })
}

document.querySelector<HTMLFormElement>('#search')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const box = document.querySelector<HTMLInputElement>('#question')
  const words = box?.value.trim() ?? ''
  if (box === null || words === '') return
  box.value = ''
  ask(words)
})

// A link may only write the question; sending it stays the citizen's act.
const wished = new URLSearchParams(location.search).get('ask')
if (wished !== null && wished.trim() !== '') {
  history.replaceState(null, '', location.pathname)
  openChat()
  void chat?.draft(wished.slice(0, 200))
}

void fill('#services', serviceEntries)
void fill('#guides', guideEntries)
