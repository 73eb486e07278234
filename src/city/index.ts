export type { Acknowledgement, Approval, Filing, Progress } from './approval.ts'
export { type ApprovalOptions, createApproval } from './approval-client.ts'
export { type CityLog, type SandboxCity, type SandboxCityOptions, startSandboxCity } from './start-sandbox-city.ts'
