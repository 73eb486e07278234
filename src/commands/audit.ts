import type { Config } from '../config.ts'
import { verifyAudit } from '../services/index.ts'
import { openStore } from '../store/index.ts'

/** `npm run audit -- verify`: reads the chained log of binding acts. Answers with 1 and names the first broken link when there is one. */
export async function runAudit(config: Config, words: readonly string[]): Promise<number> {
  if (words.join(' ') !== 'verify') {
    process.stderr.write('用法：npm run audit -- verify\n')
    return 2
  }
  const { dataDir, DATABASE_URL: databaseUrl, SECRET_KEY: secretKey } = config
  await using store = await openStore({ dataDir, databaseUrl, secretKey })
  const { entries, broken, cut, missing } = await verifyAudit(store)
  const faults = [
    ...(broken === null ? [] : [`审计日志在第${broken}条断开：该条或它之前的一条被改动或删除。`]),
    ...(broken === null && cut ? [`审计日志的结尾不对：现有${entries}条，和记下的结尾不一致，后面的可能被删除。`] : []),
    ...(missing === 0 ? [] : [`办件里有${missing}个应当留痕的行为在审计日志里找不到。`]),
  ]
  process.stdout.write(faults.length === 0 ? `审计日志完整，共${entries}条。\n` : `${faults.join('\n')}\n`)
  return faults.length === 0 ? 0 : 1
}
