import type { Migration } from 'kysely/migration'
import { house } from './migrations/0001-house.ts'
import { citizens } from './migrations/0002-citizens.ts'
import { consents } from './migrations/0003-consents.ts'
import { resumeCodes } from './migrations/0004-resume-codes.ts'
import { audit } from './migrations/0010-audit.ts'
import { afterFiling } from './migrations/0020-after-filing.ts'
import { auditHead } from './migrations/0040-audit-head.ts'
import { sealingKeys } from './migrations/0041-sealing-keys.ts'
import { putOff } from './migrations/0050-put-off.ts'
import { modelTokens } from './migrations/0060-model-tokens.ts'
import { materials } from './migrations/0030-materials.ts'

/**
 * The steps that build the database, in the order of their names; the same code builds SQLite and PostgreSQL.
 * A step that was released is never edited: add another.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-house': house,
  '0002-citizens': citizens,
  '0003-consents': consents,
  '0004-resume-codes': resumeCodes,
  '0010-audit': audit,
  '0020-after-filing': afterFiling,
  '0030-materials': materials,
  '0040-audit-head': auditHead,
  '0041-sealing-keys': sealingKeys,
  '0050-put-off': putOff,
  '0060-model-tokens': modelTokens,
}
