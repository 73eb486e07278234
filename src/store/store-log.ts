/** Where the cellar reports what an operator should know. A pino logger fits. */
export type StoreLog = {
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void
}
