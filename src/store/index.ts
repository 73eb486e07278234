export { openStore, type StoreOptions } from './open-store.ts'
export type { Db, Store } from './store.ts'
export type { StoreLog } from './store-log.ts'
export type { Tables } from './tables.ts'
