import { createHash } from 'node:crypto'
import type { ClientBase, Pool, PoolConfig } from 'pg'
import { AppError } from '../../errors.ts'
import { similarityFloor } from './similarity-floor.ts'
import type { SharedVectors, VectorDatabase } from './vector-database.ts'
import { assertVector, EXACT_BELOW } from './vector-index.ts'

/** A graph of pgvector takes no longer vectors; a scan does. */
const GRAPH_DIMENSIONS = 2000
/** As in this process: docs/decisions/0003. */
const GRAPH = { width: 32, buildEffort: 200, searchEffort: 160 }
/** Vectors that the floor is worked out from. */
const SAMPLE = 300

/**
 * Vectors in PostgreSQL with the extension pgvector, behind LangChain's store, for many processes: a text that one of
 * them has embedded is there for all. Nothing is loaded or connected before the first `open`.
 */
export function createVectorDatabase(config: PoolConfig): VectorDatabase {
  let pool: Promise<Pool> | undefined
  return {
    async open(model, dimensions) {
      pool ??= connect(config)
      return openTable(await pool, tableName(model, dimensions), dimensions)
    },
    async [Symbol.asyncDispose]() {
      await (await pool)?.end()
    },
  }
}

async function connect(config: PoolConfig): Promise<Pool> {
  const { default: pg } = await import('pg')
  const onConnect = async (client: ClientBase): Promise<void> => {
    await client.query(`set hnsw.ef_search = ${String(GRAPH.searchEffort)}`)
  }
  // The types promise less than the pool does: it waits for `onConnect`.
  // oxlint-disable-next-line no-misused-promises
  const pool = new pg.Pool({ ...config, onConnect })
  // A connection lost while idle is replaced when it is needed.
  pool.on('error', () => undefined)
  return pool
}

/** Vectors of another model or length never meet: they stand in another table. */
function tableName(model: string, dimensions: number): string {
  const name = createHash('sha256')
    .update(`${model} ${String(dimensions)}`)
    .digest('hex')
    .slice(0, 12)
  return `passage_vectors_${name}`
}

async function openTable(pool: Pool, table: string, dimensions: number): Promise<SharedVectors> {
  const { PGVectorStore } = await import('@langchain/community/vectorstores/pgvector')
  const refuse = (): Promise<never> => Promise.reject(new AppError('internal', 'vectors are given, not made here'))
  const store = new PGVectorStore({ embedDocuments: refuse, embedQuery: refuse }, { pool, tableName: table })
  // Two processes that create at the same moment: one of them fails, and then finds it created.
  await store.ensureTableInDatabase(dimensions).catch(() => store.ensureTableInDatabase(dimensions))
  const select = async (rest: string, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>(`select id, embedding::text as embedding from ${table} ${rest}`, values)).rows
  const known = new Set((await pool.query<Row>(`select id from ${table}`)).rows.map(({ id }) => keyOf(id)))
  await growGraph()

  return {
    kind: 'pgvector',
    dimensions,
    keys: () => [...known],
    has: (key) => known.has(key),
    async change({ put, remove }) {
      for (const [, vector] of put) assertVector(vector, dimensions)
      const there = new Set(
        (await select('where id = any($1::uuid[])', [put.map(([key]) => key)])).map(({ id }) => keyOf(id)),
      )
      // What another process has put meanwhile was made from the same text; what this one knew is given anew.
      const gone = [...remove, ...put.map(([key]) => key).filter((key) => known.has(key) && there.has(key))]
      const added = put.filter(([key]) => known.has(key) || !there.has(key))
      if (gone.length > 0) await store.delete({ ids: gone })
      if (added.length > 0) {
        await store.addVectors(
          added.map(([, vector]) => Array.from(vector)),
          added.map(() => ({ pageContent: '', metadata: {} })),
          { ids: added.map(([key]) => key) },
        )
      }
      for (const key of remove) known.delete(key)
      for (const [key] of put) known.add(key)
      await growGraph()
    },
    async nearest(vector, count) {
      assertVector(vector, dimensions)
      const found = await store.similaritySearchVectorWithScore(Array.from(vector), count)
      // A vector of zeros has no direction: the database calls its distance no number.
      return found.map(([{ id = '' }, distance]) => ({
        key: keyOf(id),
        similarity: Number.isNaN(distance) ? 0 : 1 - distance,
      }))
    },
    async floor() {
      const rows = await select('order by id limit $1', [SAMPLE])
      return similarityFloor(rows.map(({ embedding }) => JSON.parse(embedding) as number[]))
    },
  }

  /** A scan is fast enough for few vectors, and never misses. */
  async function growGraph(): Promise<void> {
    if (known.size < EXACT_BELOW || dimensions > GRAPH_DIMENSIONS) return
    const { width, buildEffort } = GRAPH
    await pool.query(
      `create index if not exists ${table}_graph on ${table} using hnsw (embedding vector_cosine_ops) ` +
        `with (m = ${String(width)}, ef_construction = ${String(buildEffort)})`,
    )
  }
}

type Row = { readonly id: string; readonly embedding: string }

/** A UUID as a key: the database writes it with dashes. */
function keyOf(id: string): string {
  return id.replaceAll('-', '')
}
