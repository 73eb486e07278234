import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import { filedIn } from '../cases/case-view.ts'
import type { ConsentView } from '../consents/consent.ts'
import { decisionsOn } from '../consents/consent-record.ts'
import { createLedger } from './ledger.ts'
import { readApplication } from './stored-application.ts'
import { shanghaiDate } from '../cases/working-days.ts'

/** What is kept of a form and of the consents given for it, for the citizen to take along: every value whole. */
export type KeptForm = {
  readonly title: string
  readonly receiptNumber: string | null
  readonly values: readonly { readonly label: string; readonly value: string; readonly origin: string }[]
  readonly consents: readonly Omit<ConsentView, 'id' | 'source'>[]
}

/** Everything the counter keeps of a conversation's forms, drafts and cases alike, oldest first. */
export function createOwnData(tools: CounterTools): Pick<Counter, 'keptForms'> {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  return {
    keptForms: async (conversationId) => {
      const rows = await store.db
        .selectFrom('applications')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute()
      const today = shanghaiDate(clock())
      return Promise.all(
        rows.map(async (row): Promise<KeptForm> => {
          const { kept, receiptNumber } = readApplication(row, store)
          const filed = receiptNumber === null ? undefined : filedIn(await ledger.events(store.db, row.id))
          const own = tools.form(row.service)
          const form = own && tools.spoken(own)
          const values = [...kept].map(([id, { value, provenance }]) => {
            const field = form?.byId.get(id)
            return {
              label: field?.field.label ?? filed?.fields.find((one) => one.id === id)?.label ?? id,
              value: field?.spell(value, today) ?? value,
              origin: tools.words.provenance(provenance).detail,
            }
          })
          return {
            title: form === undefined ? (filed?.title ?? row.service) : tools.words.title(form.service),
            receiptNumber,
            values,
            consents: await decisionsOn(store, row.id),
          }
        }),
      )
    },
  }
}
