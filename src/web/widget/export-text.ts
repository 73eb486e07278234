import { dataOf, sourcesOf, textOf, type DataByType, type Message } from './parts.ts'
import { guideLink, type View } from './view.ts'
import type { Word } from './words.ts'

type Way = Pick<View, 'say' | 'server' | 'locale'>

type OutcomePart = DataByType['data-outcome']
type Origin = NonNullable<OutcomePart['origin']>

const LABELS: Readonly<Record<Origin, Word>> = {
  guide: 'fromGuide',
  generated: 'generated',
  system: 'bySystem',
  staff: 'byStaff',
}

/** The origin of what was kept without one: told from its engine, and labelled as generated where that is not known either. */
function oldOrigin(outcome: OutcomePart | undefined): Origin {
  if (outcome?.engine === 'none') return 'system'
  if (outcome?.engine !== 'embedded') return 'generated'
  return outcome.outcome === 'answered' ? 'guide' : 'system'
}

/** Who or what a message comes from, as its badge says it. */
export function originOf(message: Message): { readonly label: Word; readonly by: Word | undefined } {
  const outcome = dataOf(message, 'data-outcome')
  const origin = outcome?.origin ?? oldOrigin(outcome)
  const quoted = origin === 'guide' && outcome?.engine === 'embedded'
  const written = origin === 'generated' && outcome !== undefined
  return { label: LABELS[origin], by: quoted ? 'byEmbedded' : written ? 'byModel' : undefined }
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
