export { openStore } from './open-store.ts'
export type { Db, Store } from './store.ts'
export type { Tables } from './tables.ts'
