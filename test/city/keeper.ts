import { startSandboxCity } from '../../src/city/index.ts'

const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('which data folder?')
const city = await startSandboxCity({ dataDir, log: { info: () => undefined, warn: () => undefined } })
console.log(city.pid())
setInterval(() => undefined, 1_000)
