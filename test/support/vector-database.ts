import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PoolConfig } from 'pg'

/** A PostgreSQL with pgvector inside this process. */
export type TestDatabase = {
  /** What a pool of `pg` connects with, once or many times. */
  readonly config: () => PoolConfig
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Starts an empty database; takes about two seconds. */
export async function startVectorDatabase(): Promise<TestDatabase> {
  const pglite = await PGlite.create({ extensions: { vector } })
  return {
    // Its one connection stands in for the socket of pg.
    config: () => createPgConfig(pglite),
    [Symbol.asyncDispose]: () => pglite.close(),
  }
}
