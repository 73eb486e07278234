import { openStore } from '../../src/store/index.ts'
import { describeDuplicates } from './duplicates.contract.ts'
import { temporaryFolder } from './folder.ts'
import { describeStore, type OpenForTest } from './store.contract.ts'

const openForTest: OpenForTest = async () => {
  const dataDir = await temporaryFolder()
  const open = () => openStore({ dataDir })
  return { store: await open(), again: open }
}

describeStore('sqlite', openForTest)
describeDuplicates('sqlite', openForTest)
