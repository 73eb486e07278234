import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Store, Tables } from '../../store/index.ts'
import { APPLICATION_STATUSES, type ApplicationStatus } from '../application.ts'
import type { KeptValues } from '../forms/applicable-fields.ts'
import { Attached } from '../materials/attached.ts'

/** An application as the counter keeps it. Times are epoch milliseconds. */
export type Application = {
  readonly id: string
  readonly conversationId: string
  readonly service: string
  readonly status: ApplicationStatus
  readonly version: number
  readonly setAside: boolean
  readonly kept: KeptValues
  /** Uploaded files and fetched certificates, oldest first. */
  readonly attached: readonly Attached[]
  /** Fields that the citizen wants to be asked last, in that order. */
  readonly putOff: readonly string[]
  readonly receiptNumber: string | null
  readonly queryCodeHash: string | null
  /** `YYYY-MM-DD` */
  readonly dueBy: string | null
  readonly submittedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

export const KeptValue = z.object({
  value: z.string(),
  provenance: z.object({
    kind: z.enum(['citizen', 'registry', 'certificate', 'earlier-case', 'derived']),
    detail: z.string(),
  }),
})
const Kept = z.record(z.string(), KeptValue)
const Status = z.enum(APPLICATION_STATUSES)

export type ApplicationRow = Selectable<Tables['applications']>

/** Reads a row of the table. @throws AppError 'store-unavailable' when the values cannot be unsealed. */
export function readApplication(row: ApplicationRow, { unseal }: Pick<Store, 'unseal'>): Application {
  const { valuesSealed, attachedSealed, putOff, ...rest } = row
  return {
    ...rest,
    status: Status.parse(row.status),
    setAside: row.setAside !== 0,
    kept: new Map(Object.entries(Kept.parse(JSON.parse(unseal(valuesSealed))))),
    attached: attachedSealed === null ? [] : z.array(Attached).parse(JSON.parse(unseal(attachedSealed))),
    putOff: putOff === null ? [] : z.array(z.string()).parse(JSON.parse(putOff)),
  }
}

/** The row of an application, its values sealed. */
export function writeApplication(application: Application, { seal }: Pick<Store, 'seal'>): ApplicationRow {
  const { kept, attached, putOff, setAside, ...rest } = application
  return {
    ...rest,
    setAside: setAside ? 1 : 0,
    valuesSealed: seal(JSON.stringify(Object.fromEntries(kept))),
    attachedSealed: attached.length === 0 ? null : seal(JSON.stringify(attached)),
    putOff: putOff.length === 0 ? null : JSON.stringify(putOff),
  }
}
