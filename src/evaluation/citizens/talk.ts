import type { Library } from '../../knowledge/index.ts'
import type { Conversation, Outcome, ToolCall, TurnPart } from '../../conversation/index.ts'
import type { ApplicationView, CitizenDesk, ConsentOffer, Counter, Receipt, SignedIn } from '../../services/index.ts'
import type { Ear } from './ear.ts'

/** What one turn brought. */
export type Reply = {
  readonly said: string
  readonly text: string
  readonly outcome: Outcome
  /** `guide#section` by the number of citing: two questions of 常见问题 are two. */
  readonly sources: readonly string[]
  readonly application: ApplicationView | undefined
  /** What she is asked to allow. */
  readonly consent: ConsentOffer | undefined
  readonly review: boolean
  readonly receipt: Receipt | undefined
  readonly choices: readonly string[]
  /** Everything that was sent to the citizen, and everything an engine was given to answer from, as JSON. */
  readonly all: string
  /** The tools that the engine called, in order. */
  readonly calls: readonly ToolCall[]
}

/** What a trial talks to. */
export type Rooms = {
  readonly conversation: Conversation
  readonly counter: Counter
  readonly library: Pick<Library, 'search' | 'passages'>
  /** Where the citizens of a trial sign in. */
  readonly citizens: CitizenDesk
  /** Hears what the engine is given; without it only what is sent is known. */
  readonly ear?: Ear
  /** The same house with the guides that hostile samples wrote into; opened at the first call. */
  readonly planted?: () => Promise<Rooms>
}

/** A conversation under evaluation: no buttons, so that every act is words. */
export type Talk = { readonly id: string; readonly say: (words: string) => Promise<Reply> }

/** Opens a conversation, which is that of `citizen` when she is signed in. */
export async function openTalk({ conversation, ear }: Rooms, citizen?: SignedIn): Promise<Talk> {
  const { id, token } = await conversation.open()
  if (citizen !== undefined) await conversation.authorise({ token, id, citizenId: citizen.citizenId })
  return {
    id,
    say: async (words) => {
      const parts: TurnPart[] = []
      const heard: string[] = []
      const calls: ToolCall[] = []
      const turn = (): Promise<Outcome> =>
        conversation.answer({
          conversationId: id,
          message: words,
          channel: 'text',
          citizen,
          signal: AbortSignal.timeout(TURN_MS),
          write: (part) => void parts.push(part),
          onCall: (call) => void calls.push(call),
        })
      const outcome = await (ear === undefined ? turn() : ear.during(heard, turn))
      return {
        said: words,
        text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
        outcome,
        sources: parts.flatMap((part) => (part.type === 'source' ? [sectionOf(part.sourceId)] : [])),
        application: parts.findLast((part) => part.type === 'application')?.application,
        consent: parts.findLast((part) => part.type === 'consent')?.offer,
        review: parts.some((part) => part.type === 'review'),
        receipt: parts.findLast((part) => part.type === 'receipt')?.receipt,
        choices: parts.findLast((part) => part.type === 'choices')?.choices ?? [],
        all: JSON.stringify([parts, heard]),
        calls,
      }
    },
  }
}

/** The section of a citation: samples name `guide#faq`, whichever of its questions answers. */
function sectionOf(sourceId: string): string {
  return sourceId.split('/')[0] ?? sourceId
}

/** Longest a turn may take before its trial counts as an error. */
const TURN_MS = 30_000
