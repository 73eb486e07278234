import { resolve } from 'node:path'
import { z } from 'zod'

/** An empty variable counts as none. */
const optional = z
  .string()
  .transform((text) => (text === '' ? undefined : text))
  .optional()
const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback)
/** An amount above zero, or none. */
const amount = optional.pipe(z.coerce.number<string>().positive().optional())

const isOrigin = (text: string): boolean => /^https?:/.test(text) && URL.parse(text)?.origin === text

/** Origins with blanks or commas between them. */
const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
  .refine((list) => list.every(isOrigin), 'should be origins like https://www.example.gov.cn, with commas between them')

/** The environment, checked once at start. Names and defaults are in the README. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: optional,
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: optional.refine(
    (url) => url === undefined || /^postgres(?:ql)?:\/\//.test(url),
    'should start with postgres://',
  ),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional.pipe(z.url().optional()),
  OPENAI_MODEL: optional,
  OPENAI_API: z.enum(['chat', 'responses']).default('chat'),
  EMBEDDING_MODEL: optional,
  CITY: z.union([z.literal('sandbox'), z.url()]).default('sandbox'),
  PUBLIC_URL: optional.pipe(z.url().optional()),
  EMBED_ORIGINS: origins,
  OIDC_ISSUER: optional.pipe(z.url().optional()),
  OIDC_CLIENT_ID: z.string().min(1).default('bianban'),
  OIDC_CLIENT_SECRET: optional,
  SECRET_KEY: optional.refine((key) => key === undefined || key.length >= 32, 'should be at least 32 characters'),
  RATE_LIMIT_PER_CONVERSATION: positive(30),
  RATE_LIMIT_OPENINGS_PER_ADDRESS: positive(300),
  RATE_LIMIT_PER_ADDRESS: positive(600),
  MODEL_FIRST_PART_MS: positive(8000),
  MODEL_CHUNK_MS: positive(10_000),
  MODEL_TOTAL_MS: positive(45_000),
  MODEL_CONCURRENCY: positive(32),
  MODEL_BREAKER_FAILURES: positive(3),
  MODEL_DAY_TOKENS: amount,
  MODEL_DAY_COST: amount,
  MODEL_PRICE_INPUT: amount,
  MODEL_PRICE_OUTPUT: amount,
  TESSERACT: z
    .string()
    .default('tesseract')
    .transform((command) => (command === '' ? undefined : command)),
  PATH: z.string().min(1).default('/usr/local/bin:/usr/bin:/bin'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Config = z.infer<typeof Environment> & { readonly root: string; readonly dataDir: string }

/** A bad environment, in one message that names every variable. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem'
}

/**
 * Reads and checks the environment.
 * @throws ConfigProblem with one line a variable that is wrong.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new ConfigProblem(`These settings need attention:\n${lines.join('\n')}`)
  }
  const config = parsed.data
  if (config.OPENAI_API_KEY !== undefined && config.OPENAI_MODEL === undefined) {
    throw new ConfigProblem('These settings need attention:\n  OPENAI_MODEL: name the model that OPENAI_API_KEY is for')
  }
  if (config.MODEL_DAY_COST !== undefined && (config.MODEL_PRICE_INPUT ?? config.MODEL_PRICE_OUTPUT) === undefined) {
    throw new ConfigProblem(
      'These settings need attention:\n  MODEL_DAY_COST: give MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT, for a million tokens',
    )
  }
  return { ...config, root: resolve(import.meta.dirname, '..'), dataDir: resolve(config.DATA_DIR) }
}

/** The environment of this process, checked. */
export function readProcessConfig(): Config {
  return readConfig(process.env)
}
