import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/index.ts'
import { conversation } from './rows.ts'

const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('which data folder?')
const store = await openStore({ dataDir })
for (let i = 0; ; i += 1) {
  const id = `kept-${i}`
  await store.transaction((db) => db.insertInto('conversations').values(conversation(id)).execute())
  writeSync(1, `${id}\n`)
}
