import { createInterface } from 'node:readline/promises'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import type { App } from '../app.ts'
import type { Origin } from '../conversation/index.ts'

/** What the badge of an answer says. */
const ORIGIN_NAMES: Readonly<Record<Origin, string>> = {
  guide: '官方指南',
  generated: 'AI 生成',
  system: '系统',
  staff: '工作人员',
}

/**
 * `npm run ask -- "问题" [--json]`: one question answered in the terminal, or, without a question, a conversation in
 * which the same citizen asks, applies and confirms with the code that is printed. `--json` prints every part as a line.
 */
export async function ask(config: Config, words: readonly string[]): Promise<number> {
  const json = words.includes('--json')
  const question = words.filter((word) => word !== '--json').join(' ')
  await using app = await createApp({ ...config, LOG_LEVEL: 'error' })
  await app.library.ready
  const { id } = await app.conversation.open()
  if (question !== '') return (await answer(app, id, question, json)) === 'failed' ? 1 : 0

  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '您：' })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim() !== '') await answer(app, id, line, json)
    lines.prompt()
  }
  return 0
}

/** Prints one turn; answers with its outcome. */
async function answer(app: App, conversationId: string, message: string, json: boolean): Promise<string> {
  const sources: string[] = []
  let origin: Origin = 'system'
  const { outcome, engine } = await app.conversation.answer({
    conversationId,
    message,
    channel: 'text',
    signal: AbortSignal.timeout(60_000),
    write: (part) => {
      if (json) process.stdout.write(`${JSON.stringify(part)}\n`)
      else if (part.type === 'outcome') origin = part.origin
      else if (part.type === 'text') process.stdout.write(part.text)
      else if (part.type === 'source') sources.push(`[${sources.length + 1}] ${part.title}（${part.sourceId}）`)
      else if (part.type === 'choices') process.stdout.write(`\n（${part.choices.join(' / ')}）`)
    },
  })
  if (!json) process.stdout.write(`\n${sources.join('\n')}\n（${outcome} · ${engine} · ${ORIGIN_NAMES[origin]}）\n`)
  return outcome
}
