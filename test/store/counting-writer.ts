import { openStore } from '../../src/store/index.ts'

const [dataDir, times] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('which data folder?')
await using store = await openStore({ dataDir })
for (let i = 0; i < Number(times); i += 1) {
  await store.transaction(async (db) => {
    const row = await db.selectFrom('applications').select('version').where('id', '=', 'a1').executeTakeFirstOrThrow()
    await db
      .updateTable('applications')
      .set({ version: row.version + 1 })
      .where('id', '=', 'a1')
      .execute()
  })
}
