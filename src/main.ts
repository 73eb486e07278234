import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Compiled modules are kept beside the dependencies, so that only the first start pays for stripping and compiling them.
// Where the folder cannot be written the program starts without. The rest is imported after this, or it would not be kept.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/bianban'))
const { runCommand } = await import('./run-command.ts')
process.exitCode = await runCommand(process.argv.slice(2))
