import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import { cassetteFolder } from './evaluate-engine.ts'
import { openRecordings, RunProblem } from '../../evaluation/index.ts'

/** Which recordings the last run asked for. */
const Usage = z.strictObject({ engine: z.string(), whole: z.boolean(), used: z.array(z.string()) })

/** Leaves beside a run's reports which recordings it used. */
export function writeUsage(
  folder: string,
  { used, ...rest }: { readonly engine: string; readonly whole: boolean; readonly used: ReadonlySet<string> },
): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'cassettes.json'),
    `${JSON.stringify({ ...rest, used: [...used].toSorted() }, undefined, 1)}\n`,
  )
}

/**
 * `npm run eval -- cassettes stale|prune`: recordings that the last whole run had no use for, listed or deleted.
 * @throws RunProblem when no whole run says which are in use.
 */
export function handleCassettes(config: Config, [command]: readonly string[], folder: string): number {
  if (command !== 'stale' && command !== 'prune') throw new RunProblem('用法：npm run eval -- cassettes stale|prune')
  const { engine, whole, used } = readUsage(folder)
  if (!whole)
    throw new RunProblem('上一次只跑了一部分样本，看不出哪些录音没有用：先用 --engine openai 把全部样本跑一遍。')
  const recordings = openRecordings(cassetteFolder(config, engine.slice('openai:'.length)))
  const wanted = new Set(used)
  const unused = [...recordings.all()].filter(([key]) => !wanted.has(key))
  for (const [key, { request, repeat }] of unused) {
    process.stdout.write(`${key.slice(0, 12)}\t第 ${repeat} 次\t${lastWords(request.messages).slice(0, 60)}\n`)
    if (command === 'prune') recordings.remove(key)
  }
  process.stdout.write(
    command === 'prune'
      ? `删了 ${unused.length} 段用不上的录音，留下 ${recordings.all().size} 段。\n`
      : `${unused.length} 段录音用不上了，${wanted.size} 段在用。\n`,
  )
  return 0
}

function readUsage(folder: string): z.infer<typeof Usage> {
  try {
    return Usage.parse(JSON.parse(readFileSync(join(folder, 'cassettes.json'), 'utf8')))
  } catch (error) {
    throw new RunProblem('还没有一次用模型跑完的评测：先运行 npm run eval -- --engine openai。', { cause: error })
  }
}

const Message = z.object({ role: z.string(), content: z.array(z.looseObject({ text: z.string().optional() })) })

/** What the citizen said last in a request. */
function lastWords(messages: readonly unknown[]): string {
  const users = messages
    .flatMap((message) => Message.safeParse(message).data ?? [])
    .filter(({ role }) => role === 'user')
  const text =
    users
      .at(-1)
      ?.content.map((part) => part.text ?? '')
      .join('') ?? ''
  return text
    .slice(text.lastIndexOf('</情况>') + 1)
    .replace('/情况>', '')
    .trim()
}
