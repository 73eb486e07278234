import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import { CaseAct } from './case-act.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { transact, type Ledger } from '../kept/ledger.ts'
import { newDigitCode } from '../filing/receipt-number.ts'
import type { Application } from '../kept/stored-application.ts'
import { invalid, stale } from '../filing/submission.ts'

/** As long as a review card. */
const PROPOSAL_MS = 10 * 60_000
const MAX_WRONG_CODES = 5

type Perform = (db: Db, filed: Application, act: CaseAct) => Promise<Application>

/**
 * Acts on filed cases in a channel without buttons: what will be done is written down, and the code that the citizen alone
 * was shown does it, once, within ten minutes, and only while the case still stands as it stood.
 */
export function createProposals(tools: CounterTools, ledger: Ledger) {
  const { store, clock, random } = tools
  const digest = (conversationId: string, kind: CaseAct['kind'], code: string): string =>
    store.digest(JSON.stringify(['act', kind, conversationId, code]))

  const open = (db: Db, conversationId: string) =>
    db
      .selectFrom('proposedActs')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .where('consumedAt', 'is', null)
      .where('expiresAt', '>', clock())
      .orderBy('expiresAt', 'desc')
      .executeTakeFirst()

  return {
    propose: async ({ id: applicationId, conversationId, version }: Application, act: CaseAct) => {
      const code = newDigitCode(random)
      const expiresAt = clock() + PROPOSAL_MS
      await store.transaction(async (db) => {
        await db.deleteFrom('proposedActs').where('conversationId', '=', conversationId).execute()
        await db
          .insertInto('proposedActs')
          .values({
            id: newId('c', random),
            conversationId,
            applicationId,
            version,
            codeHash: digest(conversationId, act.kind, code),
            actSealed: store.seal(JSON.stringify(act)),
            wrongCodes: 0,
            expiresAt,
            consumedAt: null,
          })
          .execute()
      })
      return { code, expiresAt: new Date(expiresAt).toISOString() }
    },

    /** @throws AppError 'confirmation-invalid' | 'stale-review'. */
    confirm: async (
      conversationId: string,
      code: string,
      kind: CaseAct['kind'],
      perform: Perform,
    ): Promise<Application> => {
      const done = await transact(store, 2, async (db) => {
        const proposed = await open(db, conversationId)
        if (proposed === undefined) return invalid(tools)
        if (proposed.codeHash !== digest(conversationId, kind, code)) {
          const wrongCodes = proposed.wrongCodes + 1
          const expiresAt = wrongCodes < MAX_WRONG_CODES ? proposed.expiresAt : clock()
          await db.updateTable('proposedActs').set({ wrongCodes, expiresAt }).where('id', '=', proposed.id).execute()
          return invalid(tools)
        }
        const filed = await ledger.load(db, conversationId, proposed.applicationId)
        if (filed.version !== proposed.version) return stale(tools)
        await db.updateTable('proposedActs').set({ consumedAt: clock() }).where('id', '=', proposed.id).execute()
        return perform(db, filed, CaseAct.parse(JSON.parse(store.unseal(proposed.actSealed))))
      })
      if (done instanceof AppError) throw done
      return done
    },
  }
}
