import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import type { ApplicationView, CaseView } from '../application.ts'
import { labelIn, openNotice } from './case-view.ts'
import { isBundle } from '../bundles/compile-bundle.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Form } from '../forms/form.ts'
import type { Ledger } from '../kept/ledger.ts'
import type { Attached } from '../materials/attached.ts'
import { postFiles, postLetter } from '../filing/outbox.ts'
import type { Application } from '../kept/stored-application.ts'
import { isDecided, mayMove } from '../transitions.ts'
import { shanghaiDate } from './working-days.ts'
import type { RefusalWords } from '../words/refusal-words.ts'

/** What a citizen may do with a filed case. */
export const CaseAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withdraw'), reason: z.string() }),
  /** `answers`: one to each item of the notice, by its id. */
  z.object({ kind: z.literal('supplement'), answers: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('rate'), score: z.number().int().min(1).max(5), comment: z.string() }),
])
export type CaseAct = z.infer<typeof CaseAct>

type On = { readonly conversationId: string; readonly applicationId: string }

/** The citizen's acts after filing. None of them is a tool of a model. */
export type CaseActs = {
  /** Takes a case back, here at once and at the city through the outbox. @throws AppError 'conflict' once it is decided. */
  readonly withdraw: (input: On & { reason: string }) => Promise<ApplicationView>
  /**
   * Gives what the department asked for, once and in full; the same answers again change nothing.
   * @throws AppError 'conflict' when nothing is asked, it is late, or other answers were given; 'incomplete-application'
   *   with every defect in `details.defects`.
   */
  readonly supplement: (input: On & { answers: Readonly<Record<string, string>> }) => Promise<ApplicationView>
  /** 好差评, 1 to 5, once a case. @throws AppError 'conflict' before the decision, or when another was given. */
  readonly rate: (input: On & { score: number; comment: string }) => Promise<ApplicationView>
  /** The six digits that confirm the act in a channel without buttons, shown to the citizen only. @throws as the act itself would. */
  readonly proposeAct: (input: On & { act: CaseAct }) => Promise<{ readonly code: string; readonly expiresAt: string }>
  /** Does what was proposed last. @throws AppError 'confirmation-invalid' | 'stale-review', and as the act itself. */
  readonly confirmAct: (input: {
    conversationId: string
    code: string
    kind: CaseAct['kind']
  }) => Promise<ApplicationView>
  /** Cases of the conversation of which something happened that nobody has told the citizen. */
  readonly untold: (conversationId: string) => Promise<readonly CaseView[]>
  /** The citizen was told these cases as they stand. */
  readonly noteTold: (cases: readonly CaseView[]) => Promise<void>
}

type Tools = Pick<CounterTools, 'store' | 'clock' | 'form' | 'spoken' | 'words'>
type Defect = { readonly field: string; readonly label: string; readonly message: string }

/** Does an act inside the caller's transaction: the case, its log and the letter to the city. */
export async function perform(
  tools: Tools,
  ledger: Ledger,
  db: Db,
  filed: Application,
  act: CaseAct,
): Promise<Application> {
  const receiptNumber = filed.receiptNumber
  const possible = await assertPossible(tools, ledger, db, filed, act)
  if (receiptNumber === null || possible === 'done') return filed
  switch (act.kind) {
    case 'withdraw': {
      const { reason } = act
      const next = await ledger.change(db, { ...filed, status: 'withdrawn' }, { kind: 'withdrawn', reason })
      await postLetter(tools, db, next, { kind: 'withdraw', receiptNumber, reason })
      return next
    }
    case 'supplement': {
      const answers = possible === 'possible' ? [] : possible
      const before = (await ledger.events(db, filed.id)).findLast(({ data }) => data.kind === 'supplemented')
      const next = await ledger.change(db, filed, { kind: 'supplemented', answers: [...answers] })
      const given = {
        answers: answers.map(({ id, value }) => ({ id, value })),
        givenAt: new Date(tools.clock()).toISOString(),
      }
      await postLetter(tools, db, next, { kind: 'supplement', receiptNumber, given })
      const asked = new Set(answers.map(({ id }) => id))
      const files = filed.attached.filter((one) => one.kind === 'file')
      await postFiles(
        tools,
        db,
        next,
        files.filter(({ material, at }) => asked.has(material) && at > (before?.at ?? filed.submittedAt ?? 0)),
      )
      return next
    }
    case 'rate': {
      const { score, comment } = act
      const next = await ledger.change(db, filed, { kind: 'rated', score, comment })
      await postLetter(tools, db, next, { kind: 'rate', receiptNumber, rating: { score, comment } })
      return next
    }
  }
}

type Answer = { readonly id: string; readonly label: string; readonly value: string; readonly shown: string }

/** `done` when it was done before in the very same way; the checked answers of a supplement. @throws as {@link CaseActs}. */
export async function assertPossible(
  tools: Tools,
  ledger: Ledger,
  db: Db,
  filed: Application,
  act: CaseAct,
): Promise<'possible' | 'done' | readonly Answer[]> {
  switch (act.kind) {
    case 'withdraw':
      if (isBundle(filed.service)) throw new AppError('conflict', tools.words.refusal.partsOneByOne)
      if (filed.receiptNumber === null || !mayMove(filed.status, 'withdrawn', 'citizen'))
        throw new AppError('conflict', whyNotWithdrawn(tools.words.refusal, filed))
      return 'possible'
    case 'supplement':
      return supplementAnswers(tools, ledger, db, filed, act.answers)
    case 'rate': {
      const rated = (await ledger.events(db, filed.id)).flatMap(({ data }) => (data.kind === 'rated' ? [data] : []))[0]
      if (rated?.score === act.score && rated.comment === act.comment) return 'done'
      if (rated !== undefined) throw new AppError('conflict', tools.words.refusal.ratedBefore)
      if (!isDecided(filed.status)) throw new AppError('conflict', tools.words.refusal.ratedTooEarly)
      return 'possible'
    }
  }
}

function whyNotWithdrawn(say: RefusalWords, { status }: Application): string {
  if (isDecided(status)) return say.decided
  if (status === 'withdrawn') return say.withdrawnBefore
  return say.notWithdrawable
}

async function supplementAnswers(
  {
    clock,
    form: formOf,
    spoken,
    words: {
      refusal: say,
      case: { refused },
    },
  }: Tools,
  ledger: Ledger,
  db: Db,
  filed: Application,
  answers: Readonly<Record<string, string>>,
): Promise<'done' | readonly Answer[]> {
  const events = await ledger.events(db, filed.id)
  const open = openNotice(filed, events)
  if (open === undefined) throw new AppError('conflict', say.nothingAsked)
  const { items, dueBy } = open.notice
  const today = shanghaiDate(clock())
  const form = formOf(filed.service)
  const read = form && spoken(form)
  const checked: Answer[] = []
  const defects: Defect[] = []
  for (const { id, kind, label } of items) {
    const files = kind === 'material' ? filed.attached.filter(({ material }) => material === id) : []
    const text = answers[id]?.trim() || uploaded(files)
    const field = kind === 'value' ? form?.byId.get(id) : undefined
    const result = field === undefined ? { ok: true as const, value: text } : field.check(text, today)
    const name = labelIn(read, id) ?? label
    if (text === '') defects.push({ field: id, label: name, message: say.notSupplied(name) })
    else if (!result.ok)
      defects.push({ field: id, label: name, message: problemIn(read, id, text, today) ?? result.problem })
    else checked.push({ id, label, value: result.value, shown: field?.show(result.value, today) ?? result.value })
  }
  const unknown = Object.keys(answers).filter((id) => !items.some((item) => item.id === id))
  for (const id of unknown) defects.push({ field: id.slice(0, 60), label: say.supply, message: say.itemNotAsked })
  if (open.given) {
    if (open.refused !== undefined) throw new AppError('conflict', refused(open.refused))
    const given = events.flatMap(({ data }) => (data.kind === 'supplemented' ? [data.answers] : [])).at(-1)
    if (JSON.stringify(given) === JSON.stringify(checked) && defects.length === 0) return 'done'
    throw new AppError('conflict', say.suppliedBefore)
  }
  if (today > dueBy) throw new AppError('conflict', say.suppliedLate(dueBy))
  if (defects.length > 0) throw new AppError('incomplete-application', say.supplyIncomplete, { details: { defects } })
  return checked
}

/** What is wrong with a value, in the language of a form. */
function problemIn(form: Form | undefined, id: string, value: string, today: string): string | undefined {
  const result = form?.byId.get(id)?.check(value, today)
  return result?.ok === false ? result.problem : undefined
}

/** Files given for an item speak for themselves. */
function uploaded(files: readonly Attached[]): string {
  const named = files.flatMap((file) =>
    file.kind === 'file' ? [`${file.name}（SHA-256 ${file.sha256.slice(0, 16)}）`] : [],
  )
  return named.length === 0 ? '' : `已上传：${named.join('、')}`.slice(0, 500)
}
