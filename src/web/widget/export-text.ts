import { dataOf, sourcesOf, textOf, type Message } from './parts.ts'
import { guideLink, type View } from './view.ts'
import type { Word } from './words.ts'

type Way = Pick<View, 'say' | 'server' | 'locale'>

/** Who or what a message comes from, as its badge says it. */
export function originOf(message: Message): { readonly label: Word; readonly by: Word | undefined } {
  const engine = dataOf(message, 'data-outcome')?.engine
  if (engine === 'none') return { label: 'bySystem', by: undefined }
  return { label: 'generated', by: engine === undefined ? undefined : engine === 'embedded' ? 'byEmbedded' : 'byModel' }
}

/** The answer as text to take along: marked with its origin, with the sections it rests on. */
export function textToCopy(message: Message, way: Way): string {
  const { say } = way
  const sources = sourcesOf(message).map(
    ({ title, sourceId }, at) => `[${at + 1}] ${title} ${guideLink(sourceId, way) ?? ''}`,
  )
  const list = sources.length === 0 ? [] : ['', say('sources'), ...sources]
  return [`【${say(originOf(message).label)}】${say('title')}`, textOf(message), ...list].join('\n')
}

/** The whole conversation as text, each answer marked as in {@link textToCopy}. */
export function conversationText(messages: readonly Message[], way: Way): string {
  return messages
    .filter((message) => textOf(message) !== '')
    .map((message) => (message.role === 'user' ? `${way.say('you')}\n${textOf(message)}` : textToCopy(message, way)))
    .join('\n\n')
}

/** Hands a text of some media type to the citizen as a file. */
export function saveFile(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
