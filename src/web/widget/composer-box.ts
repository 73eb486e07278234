import { composerRows, isSendKey } from './composer.ts'
import type { ComposerEvents } from './frame-view.ts'

/** The box the citizen writes in. Its text stands in the control alone, so that nothing on the page can overwrite a draft. */
export function createComposerBox(tools: {
  readonly root: () => ParentNode
  readonly idle: () => boolean
  readonly send: (words: string) => void
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
    input: (event) => fit(event.target as HTMLTextAreaElement),
  }
  return { events, write, isEmpty: (): boolean => (area()?.value ?? '') === '' }
}
