export type { Acknowledgement, Approval, Filing, Progress } from './approval.ts'
export { createApproval } from './approval-client.ts'
export { type CityLog, type SandboxCity, startSandboxCity } from './start-sandbox-city.ts'
