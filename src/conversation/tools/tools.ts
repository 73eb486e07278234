import { dynamicTool, jsonSchema, type JSONSchema7, type Schema, type ToolSet } from 'ai'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { ToolInputs, type ToolName } from '../../model/index.ts'
import { errorIn, speechIn } from '../speech.ts'
import { applicationTools } from './application-tools.ts'
import { checkFacts, statesQuantities } from '../lock/fact-lock.ts'
import { forbiddenReason } from '../lock/forbidden.ts'
import { guideTools } from './guide-tools.ts'
import type { TokenBook } from './token-book.ts'
import type { ToolTurn } from './tool-turn.ts'

/** What each tool does in one turn. Results are plain JSON, or `{problem}` in words a model can explain. */
export type ToolWork = {
  readonly [Name in ToolName]: (input: z.infer<(typeof ToolInputs)[Name]>) => Promise<object> | object
}

/** The names of the tools that an engine may call. */
export const TOOL_NAMES = Object.keys(ToolInputs) as ToolName[]

const DESCRIPTIONS: Readonly<Record<ToolName, string>> = {
  searchGuides: '在官方办事指南里找相关段落',
  readGuide: '读一份指南的若干部分',
  checkEligibility: '按已知情况核对能不能办，不留记录',
  startApplication: '为市民开始起草一个事项的申请（只起草，不提交）',
  fillApplication: '把市民说出的值填进申请，也用于更正',
  showApplication: '给市民看已填的内容',
  setAsideApplication: '把申请先放一放、接着办，或放弃草稿',
  findCases: '查市民已提交的办件进度',
  matchBenefits: '查市民可能享受的免申即享政策',
  askCitizen: '问市民一个澄清问题，给出选项',
  decline: '说明这件事帮不上忙以及原因',
  handOver: '转人工，留下记录单',
}

/** JSON Schemas of the inputs, made once: the AI SDK would otherwise make them again at every step. */
const INPUT_SCHEMAS = Object.fromEntries(
  Object.entries(ToolInputs).map(([name, inputs]) => [name, toolSchema(inputs)]),
) as Record<ToolName, Schema>

function toolSchema(inputs: z.ZodType): Schema {
  return jsonSchema(z.toJSONSchema(inputs, { target: 'draft-7' }) as JSONSchema7, {
    validate: (value) => {
      const parsed = inputs.safeParse(value)
      return parsed.success ? { success: true, value: parsed.data } : { success: false, error: parsed.error }
    },
  })
}

/**
 * The tools of one turn, for every engine the same. No tool takes a citizen, conversation or application id: those come
 * from the session. A failure becomes a result the model can explain; our own faults are logged, not shown.
 */
export function createTools(turn: ToolTurn): ToolSet {
  const work: ToolWork = { ...guideTools(turn), ...applicationTools(turn), ...endingTools(turn) }
  return Object.fromEntries(TOOL_NAMES.map((name) => [name, bindTool(turn, work, name)]))
}

function bindTool<Name extends ToolName>(turn: ToolTurn, work: ToolWork, name: Name) {
  const inputs = ToolInputs[name] as unknown as z.ZodType<z.infer<(typeof ToolInputs)[Name]>>
  return dynamicTool({
    description: DESCRIPTIONS[name],
    inputSchema: INPUT_SCHEMAS[name],
    execute: async (input) => {
      const result = await explained(turn, name, () => work[name](inputs.parse(input)))
      turn.turn.onCall?.({ tool: name, input: withIds(turn, inputs.parse(input)), result })
      return result
    },
  })
}

/** An input with the ids that its tokens stand for. */
function withIds({ tokens }: ToolTurn, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { guide, service } = input
  return {
    ...input,
    ...(typeof guide === 'string' ? { guide: tokens.guideOf(guide) ?? guide } : {}),
    ...(typeof service === 'string' ? { service: tokens.serviceOf(service) ?? service } : {}),
  }
}

async function explained(turn: ToolTurn, name: ToolName, run: () => Promise<object> | object): Promise<object> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal' && error.code !== 'store-unavailable') {
      return { problem: errorIn(speechIn(turn.rooms.content(), 'zh-Hans'), error) }
    }
    turn.rooms.log.error({ error, tool: name }, 'a tool failed')
    turn.turn.effects.failed = true
    return { problem: '这一步没有办成，请市民稍后再试。' }
  }
}

const mayBeSaid = (words: string): boolean => forbiddenReason(words) === undefined

/** Whether the numbers that a question names stand in what the turn has read. */
function isBacked(question: string, tokens: TokenBook): boolean {
  return !statesQuantities(question) || checkFacts(question, tokens.shown()).ok
}

/** Tools by which a model ends a turn; their words are fixed texts said by code. */
function endingTools({
  turn,
  rooms,
  messages,
  tokens,
}: ToolTurn): Pick<ToolWork, 'askCitizen' | 'decline' | 'handOver' | 'findCases'> {
  return {
    askCitizen: ({ question, choices }) => {
      if (![question, ...choices].every(mayBeSaid) || !isBacked(question, tokens))
        throw new AppError('bad-request', '问题和选项里不能有承诺、链接、内部名称，也不能有段落里没有的数字。')
      turn.effects.asked = { question, choices }
      return { asked: true }
    },
    decline: ({ reason }) => {
      turn.effects.declined = reason
      return { declined: reason }
    },
    handOver: async ({ reason }) => {
      if (turn.effects.ticket !== undefined) return { ticket: turn.effects.ticket.number }
      const earlier = await messages.transcript(turn.conversationId)
      const { ticket } = await rooms.counter.handOver({
        conversationId: turn.conversationId,
        reason,
        transcript: `${earlier}\n市民：${turn.words}`,
      })
      turn.effects.ticket = { number: ticket, reason }
      return { ticket }
    },
    findCases: async () => {
      turn.effects.cases = await rooms.counter.cases(turn.conversationId)
      return { cases: turn.effects.cases.map(({ title, status, dueBy }) => ({ title, status, dueBy })) }
    },
  }
}
