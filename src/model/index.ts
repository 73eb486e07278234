/** The voices: the remote model, the embedded engine, the failover between them, and the prompt and tools they share. */
export {
  renderBriefing,
  renderInstructions,
  Briefing,
  type FormField,
  type Services,
  type TurnBriefing,
} from './briefing.ts'
export { ApplicationResult, PassagesResult, ToolInputs, type ToolName } from './tool-contract.ts'
export { createEmbeddedEngine, EMBEDDED_MODEL_ID } from './embedded/embedded-engine.ts'
export type { DayBudget, ModelTokens } from './remote/day-budget.ts'
export { createVoices, type VoicesConfig } from './voices.ts'
export { withSecretTokens } from './remote/secret-tokens.ts'
export { restoreSecrets, tokeniseSecrets } from './remote/secret-book.ts'
