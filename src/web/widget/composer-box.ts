import { composerRows, isSendKey } from './composer.ts'
import type { ComposerEvents } from './frame-view.ts'

/** The box the citizen writes in. Its text stands in the control alone, so that nothing on the page can overwrite a draft. */
export function createComposerBox(tools: {
  readonly root: () => ParentNode
  readonly idle: () => boolean
  readonly send: (words: string) => void
  /** Keeps the draft for a reload; an empty one when it was sent. */
  readonly keep: (draft: string) => void
}) {
  const area = (): HTMLTextAreaElement | null => tools.root().querySelector<HTMLTextAreaElement>('#ask')
  const fit = (box: HTMLTextAreaElement): void => {
    box.rows = composerRows(box.value)
  }
  const write = (words: string): void => {
    const box = area()
    if (box === null) return
    box.value = words
    fit(box)
    tools.keep(words)
  }
  const events: ComposerEvents = {
    submit: (event) => {
      event.preventDefault()
      const words = area()?.value ?? ''
      if (words.trim() === '' || !tools.idle()) return
      write('')
      tools.send(words)
    },
    keydown: (event) => {
      if (!isSendKey(event)) return
      event.preventDefault()
      area()?.form?.requestSubmit()
    },
    input: (event) => {
      const box = event.target as HTMLTextAreaElement
      fit(box)
      tools.keep(box.value)
    },
  }
  return { events, write, isEmpty: (): boolean => (area()?.value ?? '') === '' }
}
