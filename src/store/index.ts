export { openStore } from './open-store.ts'
export { keysInUse, rotateKeys } from './rotate-keys.ts'
export type { Db, Store } from './store.ts'
export type { Tables } from './tables.ts'
