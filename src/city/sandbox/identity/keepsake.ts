import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What the provider keeps between requests and restarts: sign-ins, grants, and its own keys. */
export type Keepsake = {
  readonly adapter: (kind: string) => Adapter
  readonly signingKey: () => JsonWebKey
  readonly cookieKey: () => string
  readonly close: () => void
}

const SCHEMA = `
  create table if not exists identity (
    kind text not null, id text not null, payload text not null,
    uid text, grantId text, consumedAt integer, expiresAt integer,
    primary key (kind, id)
  ) strict;
  create index if not exists identity_uid on identity (kind, uid);
  create index if not exists identity_grant on identity (grantId);`

type Row = { payload: string; consumedAt: number | null; expiresAt: number | null }

/** Opens `sandbox-identity.db` in `folder`. */
export function openKeepsake(folder: string, now: () => number): Keepsake {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path.join(folder, 'sandbox-identity.db'), { timeout: 5_000 })
  database.exec('pragma journal_mode = wal;')
  database.exec(SCHEMA)
  const write = database.prepare(
    'insert or replace into identity (kind, id, payload, uid, grantId, consumedAt, expiresAt) values (?, ?, ?, ?, ?, null, ?)',
  )
  const byId = database.prepare('select payload, consumedAt, expiresAt from identity where kind = ? and id = ?')
  const byUid = database.prepare('select payload, consumedAt, expiresAt from identity where kind = ? and uid = ?')
  const consume = database.prepare('update identity set consumedAt = ? where kind = ? and id = ?')
  const remove = database.prepare('delete from identity where kind = ? and id = ?')
  const revoke = database.prepare('delete from identity where grantId = ?')
  database.prepare('delete from identity where expiresAt < ?').run(now())

  const read = (row: unknown): AdapterPayload | undefined => {
    if (row === undefined) return undefined
    const { payload, consumedAt, expiresAt } = row as Row
    if (expiresAt !== null && expiresAt <= now()) return undefined
    const held = JSON.parse(payload) as AdapterPayload
    return consumedAt === null ? held : { ...held, consumed: Math.floor(consumedAt / 1000) }
  }

  const once = <T>(name: string, make: () => T): T => {
    const known = byId.get('key', name) as Row | undefined
    if (known !== undefined) return JSON.parse(known.payload) as T
    const made = make()
    write.run('key', name, JSON.stringify(made), null, null, null)
    return made
  }

  return {
    adapter: (kind) => ({
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn === undefined ? null : now() + expiresIn * 1000
        write.run(kind, id, JSON.stringify(payload), payload.uid ?? null, payload.grantId ?? null, expiresAt)
      },
      find: async (id) => read(byId.get(kind, id)),
      findByUid: async (uid) => read(byUid.get(kind, uid)),
      findByUserCode: async () => undefined,
      consume: async (id) => void consume.run(now(), kind, id),
      destroy: async (id) => void remove.run(kind, id),
      revokeByGrantId: async (grantId) => void revoke.run(grantId),
    }),
    signingKey: () =>
      once('signing', () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
        const kid = randomBytes(8).toString('hex')
        return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid }
      }),
    cookieKey: () => once('cookie', () => randomBytes(32).toString('base64url')),
    close: () => database.close(),
  }
}
