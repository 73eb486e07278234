import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { keysInUse, rotateKeys } from '../store/index.ts'

const USAGE = '用法：npm run keys -- status | rotate [--settle 10000] [--batch 200]\n'

/**
 * `npm run keys -- rotate`: a new key for what is kept, and everything sealed anew with it while the house goes on working.
 * `status`: which key is in use and how much an earlier one sealed.
 */
export async function runKeys(config: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { settle: { type: 'string' }, batch: { type: 'string' } },
  })
  const { dataDir, DATABASE_URL: databaseUrl, SECRET_KEY: secretKey } = config
  const store = { dataDir, databaseUrl, secretKey }
  switch (positionals.join(' ')) {
    case 'status': {
      const { prefix, old } = await keysInUse(store)
      process.stdout.write(`现用密钥 ${prefix}；还有${old}处内容是用以前的密钥加密的。\n`)
      return 0
    }
    case 'rotate': {
      const { key, resealed } = await rotateKeys({
        ...store,
        ...(values.settle === undefined ? {} : { settleMs: Number(values.settle) }),
        ...(values.batch === undefined ? {} : { batch: Number(values.batch) }),
        noted: (done) => process.stdout.write(`已重新加密${done}处。\n`),
      })
      process.stdout.write(`换好了：现用密钥 ${key}，这次重新加密${resealed}处。\n`)
      return 0
    }
    default:
      process.stderr.write(USAGE)
      return 2
  }
}
