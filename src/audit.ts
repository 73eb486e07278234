import type { Config } from './config.ts'
import { verifyAudit } from './services/index.ts'
import { openStore } from './store/index.ts'

/** `npm run audit -- verify`: reads the chained log of binding acts. Answers with 1 and names the first broken link when there is one. */
export async function runAudit(config: Config, words: readonly string[]): Promise<number> {
  if (words.join(' ') !== 'verify') {
    process.stderr.write('用法：npm run audit -- verify\n')
    return 2
  }
  const { dataDir, DATABASE_URL: databaseUrl, SECRET_KEY: secretKey } = config
  await using store = await openStore({ dataDir, databaseUrl, secretKey })
  const { entries, broken } = await verifyAudit(store)
  process.stdout.write(
    broken === null
      ? `审计日志完整，共${entries}条。\n`
      : `审计日志在第${broken}条断开：该条或它之前的一条被改动或删除。\n`,
  )
  return broken === null ? 0 : 1
}
