import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// As `src/main.ts` does: a sandbox city that a test starts is then compiled once a machine.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/bianban'))
