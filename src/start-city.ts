import { join } from 'node:path'
import type { Logger } from 'pino'
import { startSandboxCity, type SandboxCity } from './city/index.ts'
import type { Config } from './config.ts'

/** A sandbox city of our own; undefined when the city's systems are configured. */
export async function startCity(
  { CITY, dataDir }: Config,
  residents: string | undefined,
  log: Logger,
): Promise<SandboxCity | undefined> {
  if (CITY !== 'sandbox') return undefined
  const city = await startSandboxCity({ dataDir: join(dataDir, 'sandbox-city'), residents, log })
  log.info({ url: city.baseUrl }, `the sandbox city is open at ${city.baseUrl}, its clerk's side at /clerk/v1`)
  return city
}

/** Who vouches for citizens. A sandbox city of our own has another port after each start, and yet knows the same citizens. */
export function issuerOf({ OIDC_ISSUER, CITY }: Config, cityUrl: string): { issuer: string; issuerName?: string } {
  if (OIDC_ISSUER !== undefined) return { issuer: OIDC_ISSUER }
  const issuer = `${cityUrl}/identity`
  return CITY === 'sandbox' ? { issuer, issuerName: 'sandbox-city' } : { issuer }
}
