import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Filing } from '../approval.ts'
import type { CityProblemCode } from '../problem.ts'

/** A file as it arrives: what its sender says of it, and its bytes. */
export type SentFile = {
  readonly id: string
  /** Id of the material it is for: one of the filing, or of a notice. */
  readonly material: string
  readonly name: string
  readonly type: string
  /** Hexadecimal, as the sender worked it out. */
  readonly sha256: string
  readonly content: Buffer
}

const SCHEMA = `
  create table if not exists filedFiles (
    receiptNumber text not null,
    id text not null,
    material text not null,
    name text not null,
    type text not null,
    sha256 text not null,
    content blob not null,
    at integer not null,
    primary key (receiptNumber, id)
  ) strict`

/** The files of filings with their bytes, each checked against its SHA-256 on arrival. */
export function openFiledFiles(database: DatabaseSync, now: () => number) {
  database.exec(SCHEMA)
  const add = database.prepare('insert or ignore into filedFiles values (?, ?, ?, ?, ?, ?, ?, ?)')
  const one = database.prepare('select content from filedFiles where receiptNumber = ? and id = ?')
  const all = database.prepare(
    'select id, material, name, type, sha256, length(content) as bytes from filedFiles where receiptNumber = ? order by at, id',
  )
  return {
    /** The same file again changes nothing; one that is not what the filing announced, or not what its digest says, is refused. */
    take: (
      receiptNumber: string,
      { id, material, name, type, sha256, content }: SentFile,
      announced: Filing['materials'],
      asked: readonly string[],
    ): CityProblemCode | 'taken' => {
      const wanted = announced.find((each) => each.id === material)
      if (wanted === undefined && !asked.includes(material)) return 'unknown-material'
      const promised = wanted?.files?.find((file) => file.id === id)?.sha256
      const arrived = createHash('sha256').update(content).digest('hex')
      if (arrived !== sha256 || (promised !== undefined && promised !== arrived)) return 'content-differs'
      add.run(receiptNumber, id, material, name, type, sha256, content, now())
      return 'taken'
    },
    list: (receiptNumber: string): object[] => all.all(receiptNumber),
    content: (receiptNumber: string, id: string): Uint8Array | undefined => {
      const content = one.get(receiptNumber, id)?.['content']
      return content instanceof Uint8Array ? content : undefined
    },
  }
}
