import { html, nothing, type TemplateResult } from 'lit'
import type { Api } from './api.ts'
import { failureIn, type Chat } from './chat.ts'
import { citedSection, guideOf, type CitedSection } from './cited-section.ts'
import { guidePanel } from './guide-panel.ts'
import type { createHistory } from './history.ts'
import type { createKeepsake } from './keepsake.ts'
import { saveFile } from './export-text.ts'
import { morePanel, type More } from './more-panel.ts'
import { movePanel, type Move } from './move-panel.ts'
import type { Failure } from './failure.ts'
import type { View } from './view.ts'
import type { Locale, Word } from './words.ts'

/** What stands beside the conversation. */
export type Panel =
  | { readonly kind: 'guide'; readonly section: CitedSection }
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'more'; readonly more: More }

/** Opens what stands beside the conversation, and moves the conversation between devices. */
export function createSidePanel(tools: {
  readonly api: Api
  readonly chat: Chat
  readonly history: ReturnType<typeof createHistory>
  readonly keepsake: ReturnType<typeof createKeepsake>
  readonly show: (panel: Panel | undefined) => void
}) {
  const { api, chat, history, keepsake, show } = tools
  const fresh: Move = { code: undefined, failure: undefined }

  const showMore = (failure?: Failure, notice?: Word): void =>
    show({ kind: 'more', more: { others: history.others(), remember: keepsake.read().remember, failure, notice } })

  /** Runs what may fail for want of a server, and shows the list as it then is, with what came of it; true when it went through. */
  async function inMore(work: () => Promise<void>, notice?: Word): Promise<boolean> {
    try {
      await work()
      showMore(undefined, notice)
      return true
    } catch (cause) {
      showMore(failureIn(cause))
      return false
    }
  }

  return {
    /** Shows a cited section; false when it cannot be had, and the link should be followed instead. */
    async openGuide(sourceId: string): Promise<boolean> {
      const id = guideOf(sourceId)
      if (id === undefined) return false
      try {
        show({ kind: 'guide', section: citedSection(await api.guide(id), sourceId) })
        return true
      } catch (cause) {
        failureIn(cause)
        return false
      }
    },

    openMove: (): void => show({ kind: 'move', move: fresh }),

    async getCode(): Promise<void> {
      try {
        const code = await api.resumeCode(await chat.conversation())
        show({ kind: 'move', move: { ...fresh, code } })
      } catch (cause) {
        show({ kind: 'move', move: { ...fresh, failure: failureIn(cause) } })
      }
    },

    /** Brings the conversation of a code here; true when it came. */
    async resume(code: string): Promise<boolean> {
      try {
        const { id, token } = await api.resume(code)
        chat.restart()
        keepsake.keep({ conversation: { id, token } })
        await chat.restore()
        show(undefined)
        return true
      } catch (cause) {
        const failure = failureIn(cause)
        show({
          kind: 'move',
          move: { ...fresh, failure: failure.code === 'not-found' ? { code: 'code-invalid' } : failure },
        })
        return false
      }
    },

    openMore: (): void => showMore(),
    removeKept: (id: string): Promise<boolean> => inMore(() => history.remove(id)),
    removeAll: (): Promise<boolean> => inMore(() => history.removeAll()),
    forgetMe: (): Promise<boolean> => inMore(() => history.forgetMe(), 'forgotten'),
    /** What is kept of the conversation at hand, saved as a page. */
    exportPage: (locale: Locale): Promise<boolean> =>
      inMore(async () =>
        saveFile(await api.exportPage(await chat.conversation(), locale), 'text/html', 'bianban.html'),
      ),
    remember: (remember: boolean): void => {
      keepsake.keep({ remember })
      showMore()
    },

    close: (): void => show(undefined),
  }
}

/** The panel's frame. Esc closes it from anywhere inside. */
export function panelView(panel: Panel | undefined, view: View): TemplateResult | typeof nothing {
  if (panel === undefined) return nothing
  const { say, acts } = view
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    acts.closePanel()
  }
  return html`<aside class="panel" aria-labelledby="panel-title" @keydown=${escape}>
    <button type="button" class="close" @click=${acts.closePanel}>${say('close')}</button>
    ${content(panel, view)}
  </aside>`
}

function content(panel: Panel, view: View): TemplateResult {
  switch (panel.kind) {
    case 'guide':
      return guidePanel(panel.section, view)
    case 'move':
      return movePanel(panel.move, view)
    case 'more':
      return morePanel(panel.more, view)
  }
}
