import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { asStoreError } from './database-errors.ts'
import { patiently } from './patiently.ts'
import type { SqliteHandle, SqliteHandles, SqliteParameters } from './sqlite-file.ts'
import { createWriteLock, type Release, type WriteLock } from './write-lock.ts'

/** How long a write waits for other writers, in this process or another, before it is refused as 'busy'. */
export type SqliteWaits = { readonly writeTimeoutMs: number }

type Tools = SqliteHandles & { readonly lock: WriteLock; readonly waits: SqliteWaits }

/**
 * What Kysely takes for a connection. All of them share the file's two: a select outside a transaction goes to the reading one
 * at once; anything else takes its turn at the writing one, and a transaction keeps that turn until it ends. A commit returns
 * when it is on disk, and a read waits for commits on their way there: nothing is told that a power cut could take back.
 */
class SqliteConnection implements DatabaseConnection {
  readonly #tools: Tools
  #turn: Release | undefined

  constructor(tools: Tools) {
    this.#tools = tools
  }

  async begin(): Promise<void> {
    const { lock, waits, writer } = this.#tools
    const turn = await lock.acquire(waits.writeTimeoutMs)
    try {
      await patiently(() => writer.exec('begin immediate'), waits.writeTimeoutMs)
    } catch (error) {
      turn()
      throw error
    }
    this.#turn = turn
  }

  /** A commit that fails keeps its turn: Kysely rolls back next. Once SQLite has it, the next writer goes on. */
  async commit(): Promise<void> {
    this.#tools.writer.exec('commit')
    this.#endTurn()
    await this.#tools.log.sync()
  }

  rollback(): void {
    if (this.#turn === undefined) return
    try {
      // SQLite has already rolled back by itself after some errors, a full disk for one.
      if (this.#tools.writer.inTransaction()) this.#tools.writer.exec('rollback')
    } finally {
      this.#endTurn()
    }
  }

  #endTurn(): void {
    this.#turn?.()
    this.#turn = undefined
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await this.#execute(query)
    } catch (error) {
      throw asStoreError(error)
    }
  }

  async #execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters as SqliteParameters
    if (this.#turn === undefined && SelectQueryNode.is(query.query)) {
      const { reader, waits, log } = this.#tools
      await log.pending()
      return { rows: (await patiently(() => reader.all(query.sql, parameters), waits.writeTimeoutMs)) as R[] }
    }
    const { rows, changes } = await this.#write((writer) => writer.run(query.sql, parameters))
    return changes === undefined ? { rows: rows as R[] } : { rows: rows as R[], numAffectedRows: changes }
  }

  async #write<T>(work: (writer: SqliteHandle) => T): Promise<T> {
    const { lock, waits, writer, log } = this.#tools
    if (this.#turn !== undefined) return work(writer)
    const turn = await lock.acquire(waits.writeTimeoutMs)
    const written = await patiently(() => work(writer), waits.writeTimeoutMs).finally(turn)
    await log.sync()
    return written
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const handle = this.#turn === undefined ? this.#tools.reader : this.#tools.writer
    for (const row of handle.iterate(query.sql, query.parameters as SqliteParameters)) yield { rows: [row as R] }
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

class NodeSqliteDriver implements Driver {
  readonly #tools: Tools

  constructor(tools: Tools) {
    this.#tools = tools
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#tools)
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    await connection.commit()
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    connection.rollback()
  }

  async savepoint(connection: SqliteConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint ${quoted(name)}`))
  }

  async rollbackToSavepoint(connection: SqliteConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to ${quoted(name)}`))
  }

  async releaseSavepoint(connection: SqliteConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release ${quoted(name)}`))
  }

  async releaseConnection(): Promise<void> {}

  /** Lets the transaction under way end first. */
  async destroy(): Promise<void> {
    const turn = await this.#tools.lock.acquire(this.#tools.waits.writeTimeoutMs).catch(() => undefined)
    await this.#tools.close()
    turn?.()
  }
}

/** SQLite rolls schema changes back like any other change, and here several Kysely connections may be in use at once. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }

  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely over `node:sqlite`: one writer in turn, reads that never wait for it. */
export const createSqliteDialect = (handles: SqliteHandles, waits: SqliteWaits): Dialect => ({
  createDriver: () => new NodeSqliteDriver({ ...handles, lock: createWriteLock(), waits }),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new NodeSqliteAdapter(),
  createIntrospector: (db: Kysely<unknown>): DatabaseIntrospector => new SqliteIntrospector(db),
})
