import type { LanguageModelV4 } from '@ai-sdk/provider'
import { isStepCount, streamText, type LanguageModelUsage } from 'ai'
import { SECTIONS_EN } from '../../content/index.ts'
import type { Passage } from '../../knowledge/index.ts'
import { EMBEDDED_MODEL_ID, renderInstructions } from '../../model/index.ts'
import { listServices, turnMessages } from '../tools/brief-turn.ts'
import type { MessageLog } from '../kept/message-log.ts'
import { createPlainWriter } from '../telling/plain-writer.ts'
import { createReleaser, type Releaser } from '../lock/releaser.ts'
import type { Rooms } from '../rooms.ts'
import { createTokenBook } from '../tools/token-book.ts'
import { createTools } from '../tools/tools.ts'
import type { Effects, Released, Step, Turn } from '../turn.ts'

/** Model steps in a turn, and tokens read and written in it; a model that wants more is cut off with what it has released. */
const MAX_STEPS = 6
const MAX_TOKENS = 100_000

/** What one model made of a turn. */
type Spoken = { readonly released: Released } & Pick<Turn, 'engine' | 'embedded'>

/**
 * Lets the model read, check and draft through the tools, and passes its text through the releaser while it streams.
 * Which engine spoke is read from the response itself. Where another model than the embedded engine has nothing to show
 * for the turn, the embedded engine takes it.
 */
export function createCompose(rooms: Rooms, messages: MessageLog): Step {
  return async (turn) => {
    const content = rooms.content()
    const tokens = createTokenBook()
    const services = listServices(tokens, { ...rooms, content })
    const english = ({ guide, guideTitle, section }: Passage): string =>
      `${content.guides.get(guide)?.titleEn ?? guideTitle} · ${SECTIONS_EN[section]}`
    const titles = turn.locale === 'en' ? { titleOf: english } : {}
    const plainly = turn.plain ? createPlainWriter(turn.write, turn.locale) : undefined
    const prompt = {
      instructions: renderInstructions(content.prompts.get('assistant')?.body ?? '', services),
      messages: turnMessages(turn, tokens, { ...rooms, content }),
      tools: createTools({ rooms, turn, tokens, messages, content }),
    }
    const speak = async (model: LanguageModelV4): Promise<Spoken> => {
      const releaser = createReleaser({
        tokens,
        write: plainly?.write ?? turn.write,
        herWords: herWordsIn(turn),
        ...titles,
      })
      const result = streamText({
        model,
        ...prompt,
        stopWhen: [isStepCount(MAX_STEPS), spentTokens],
        abortSignal: turn.signal,
        maxRetries: 0,
        // Nobody may listen in on a prompt; without listeners the events need not be made.
        telemetry: { isEnabled: false },
        onError: ({ error }) => rooms.log.error({ error }, 'the model failed'),
      })
      const voices = await drain(result.stream, releaser)
      return { released: releaser.finish(), ...voices }
    }
    const { released, ...voices } = await spokenBy({ ...rooms, model: modelFor(rooms, turn) }, turn, speak)
    if (plainly === undefined) return { turn: { ...turn, released, ...voices } }
    // What the embedded engine quotes is the guide's, in the next turn too.
    const rest = plainly.rest().map((held) => (voices.embedded ? { ...held, by: 'guide' as const } : held))
    return { turn: { ...turn, released: { ...released, sources: plainly.sources() }, rest, ...voices } }
  }
}

/** The turn as the model has it, or the stand-in after it. */
async function spokenBy(
  { model, standIn, log }: Pick<Rooms, 'model' | 'standIn' | 'log'>,
  turn: Turn,
  speak: (model: LanguageModelV4) => Promise<Spoken>,
): Promise<Spoken> {
  const spoken = await speak(model)
  if (standIn === undefined || spoken.embedded) return spoken
  if (spoken.released.cited || didSomething(turn.effects)) return spoken
  log.info({ engine: spoken.engine }, 'the model had nothing to show for the turn; the embedded engine takes it')
  return speak(standIn)
}

/** The model, told when the citizen has gone away. */
function modelFor({ model }: Pick<Rooms, 'model'>, { left }: Turn): LanguageModelV4 {
  return left === undefined ? model : (model.until?.(left) ?? model)
}

/** Whether a tool has done what the citizen is told of by code; what was only read is not. */
function didSomething(effects: Effects): boolean {
  const { shown, setAside, cases, asked, declined, ticket, benefits, failed } = effects
  const told = [shown, setAside, cases, asked, declined, ticket].some((effect) => effect !== undefined)
  return told || benefits || failed || effects.fills.length > 0 || effects.eligibility.length > 0
}

function spentTokens({ steps }: { readonly steps: readonly { readonly usage: LanguageModelUsage }[] }): boolean {
  return steps.reduce((sum, { usage }) => sum + (usage.totalTokens ?? 0), 0) >= MAX_TOKENS
}

/** Her messages of this conversation that the model sees. */
function herWordsIn({ inHand, words }: Turn): string {
  const before = inHand.history.filter(({ role }) => role === 'user').map(({ text }) => text)
  return [...before, words].join('\n')
}

/** Feeds text to the releaser until the stream ends; answers with the engine that spoke last, and whether another spoke than the embedded one. */
async function drain(
  stream: ReturnType<typeof streamText>['stream'],
  releaser: Releaser,
): Promise<Pick<Turn, 'engine' | 'embedded'>> {
  let engine = 'none'
  let embedded = true
  for await (const part of stream) {
    if (part.type === 'text-delta') releaser.push(part.text)
    else if (part.type === 'text-end') {
      const broken = isBroken(part.providerMetadata)
      releaser.endPart(broken)
      // Only a model that the embedded engine stands in for breaks off.
      embedded &&= !broken
    } else if (part.type === 'finish-step') {
      engine = part.response.modelId
      embedded &&= engine === EMBEDDED_MODEL_ID
    } else if (part.type === 'error') throw part.error
    else if (part.type === 'abort') throw new Error('the turn was cut off', { cause: part.reason })
  }
  return { engine, embedded }
}

function isBroken(metadata: Readonly<Record<string, unknown>> | undefined): boolean {
  const own = metadata?.['bianban']
  return typeof own === 'object' && own !== null && 'broken' in own && own.broken === true
}
