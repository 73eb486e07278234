import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import { filedIn, openNotice } from '../cases/case-view.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { createLedger, transact, type Ledger } from '../kept/ledger.ts'
import { postFiles } from '../filing/outbox.ts'
import { standingOf } from '../drafts/standing.ts'
import type { Application } from '../kept/stored-application.ts'
import { isDraft } from '../transitions.ts'
import { shanghaiDate } from '../cases/working-days.ts'
import type { AttachedFile, AttachedRelief } from './attached.ts'
import { materialLine, type MaterialLine } from './material-line.ts'
import { mayHandIn, owedBy } from './owed.ts'
import { readFile } from './read-file.ts'

const MAX_FILES = 20
/** A change that came second is tried again on what the other wrote. */
const ATTEMPTS = 5

type On = { readonly conversationId: string; readonly applicationId: string }
/** The materials with their state, and the version of the application they belong to. */
export type Materials = { readonly materials: readonly MaterialLine[]; readonly version: number }

/** The same, with the file that was handed in; `ready`: nothing keeps the draft from its review. */
export type Uploaded = Materials & { readonly file: string; readonly ready: boolean }

/** Papers as files: to a draft, and to what a department asks for after filing. */
export type MaterialDesk = {
  /**
   * Keeps a file for a material. A review card shown before is void.
   * @throws AppError 'unsupported-media-type' | 'payload-too-large' for a file that may not be kept; 'not-found' for a material
   *   the application does not ask for; 'conflict' for the twenty-first file, or when nothing may be added any more.
   */
  readonly upload: (input: On & { material: string; name: string; content: Buffer }) => Promise<Uploaded>
  readonly materials: (on: On) => Promise<Materials>
  /**
   * Takes the relief a material of a draft offers: it comes later, or a promise stands in for it. A second time changes nothing.
   * @throws AppError 'not-found' for a material the draft does not ask for; 'conflict' where nothing is offered, or once it is filed.
   */
  readonly takeRelief: (input: On & { material: string }) => Promise<Materials>
  /** Takes a file away, contents and all, or a relief back. @throws AppError 'not-found' | 'conflict' once it is filed. */
  readonly removeFile: (input: On & { file: string }) => Promise<Materials>
}

/** Opens the desk. */
export function createMaterialDesk(tools: CounterTools): MaterialDesk {
  const { store, clock } = tools
  const ledger = createLedger(tools)

  const listed = async (db: Db, application: Application): Promise<Materials> => ({
    materials: await open(tools, ledger, db, application),
    version: application.version,
  })

  return {
    async upload({ conversationId, applicationId, material, name, content }) {
      // Nobody's file is looked through before it is known that it may be kept.
      const before = await ledger.load(store.db, conversationId, applicationId)
      await assertWanted(tools, ledger, store.db, before, material)
      const file = await readFile(content, name, tools.pictures)
      return transact(store, ATTEMPTS, async (db) => {
        const application = await ledger.load(db, conversationId, applicationId)
        await assertWanted(tools, ledger, db, application, material)
        const id = newId('f', tools.random)
        const { type, sha256, text, read, pixels } = file
        const attached: AttachedFile = {
          kind: 'file',
          id,
          material,
          name: file.name,
          type,
          bytes: file.content.length,
          sha256,
          text,
          read,
          pixels,
          at: clock(),
        }
        await db
          .insertInto('materials')
          .values({ id, applicationId, contentSealed: store.seal(file.content.toString('base64')), createdAt: clock() })
          .execute()
        const next = await ledger.change(
          db,
          withStatus(tools, { ...application, attached: [...application.attached, attached] }),
          { kind: 'material-added', attached: { ...attached, text: null } },
        )
        if (await isOwed(ledger, db, application, material)) await postFiles(tools, db, next, [attached])
        return { ...(await listed(db, next)), file: id, ready: next.status === 'ready' }
      })
    },

    takeRelief: ({ conversationId, applicationId, material }) =>
      transact(store, ATTEMPTS, async (db) => {
        const application = await ledger.load(db, conversationId, applicationId)
        if (!isDraft(application.status)) throw new AppError('conflict', tools.words.refusal.reliefTooLate)
        const line = (await open(tools, ledger, db, application)).find(({ id }) => id === material)
        if (line === undefined) throw new AppError('not-found', tools.words.refusal.materialNotNeeded)
        if (line.relief === null) throw new AppError('conflict', tools.words.refusal.noRelief)
        if (line.relief.taken !== null) return listed(db, application)
        const id = newId('r', tools.random)
        const attached: AttachedRelief = { kind: 'relief', id, material, as: line.relief.as, at: clock() }
        const next = withStatus(tools, { ...application, attached: [...application.attached, attached] })
        return listed(db, await ledger.change(db, next, { kind: 'material-added', attached }))
      }),

    materials: async ({ conversationId, applicationId }) =>
      listed(store.db, await ledger.load(store.db, conversationId, applicationId)),

    removeFile: ({ conversationId, applicationId, file }) =>
      transact(store, ATTEMPTS, async (db) => {
        const application = await ledger.load(db, conversationId, applicationId)
        const found = application.attached.find(({ id, kind }) => id === file && kind !== 'certificate')
        if (found === undefined) throw new AppError('not-found', tools.words.refusal.fileUnknown)
        if (await isOwed(ledger, db, application, found.material))
          throw new AppError('conflict', tools.words.refusal.fileSent)
        // The parts of a bundle share the papers of whoever acts: what was filed stays.
        if (application.submittedAt !== null && found.at <= application.submittedAt)
          throw new AppError('conflict', tools.words.refusal.fileFiled)
        if (!isDraft(application.status)) await assertWanted(tools, ledger, db, application, found.material)
        await db.deleteFrom('materials').where('id', '=', file).execute()
        const attached = application.attached.filter(({ id }) => id !== file)
        const next = await ledger.change(db, withStatus(tools, { ...application, attached }), {
          kind: 'material-removed',
          id: file,
          material: found.material,
        })
        return listed(db, next)
      }),
  }
}

/** A draft that lacked only this is ready, and the other way round. */
export function withStatus(
  { form: formOf, clock }: Pick<CounterTools, 'form' | 'clock'>,
  draft: Application,
): Application {
  const form = formOf(draft.service)
  if (form === undefined || !isDraft(draft.status)) return draft
  const { complete } = standingOf(form, draft.kept, shanghaiDate(clock()), draft.attached)
  return { ...draft, status: complete ? 'ready' : 'draft' }
}

/** What files may be given for: the materials of a draft, or those a department asks for. */
async function open(
  { form: formOf, spoken, words, clock }: CounterTools,
  ledger: Ledger,
  db: Db,
  application: Application,
): Promise<readonly MaterialLine[]> {
  const today = shanghaiDate(clock())
  if (isDraft(application.status)) {
    const form = formOf(application.service)
    return form === undefined ? [] : standingOf(spoken(form), application.kept, today, application.attached).papers
  }
  const events = await ledger.events(db, application.id)
  const asked = openNotice(application, events)
  const values = Object.fromEntries([...application.kept].map(([id, { value }]) => [id, value]))
  const items = (asked?.given === false ? asked.notice.items : []).flatMap(({ kind, id, label, reason }) =>
    kind === 'material' ? [{ id, label, note: reason }] : [],
  )
  const owed = (mayHandIn(application.status) ? owedBy(application, filedIn(events)) : []).map((each) => ({
    id: each.material,
    label: each.label,
    note: words.handInBy(each.dueBy),
  }))
  return [...items, ...owed.filter(({ id }) => !items.some((item) => item.id === id))].map((material) =>
    materialLine({ ...material, upload: 'bring', satisfiedBy: [] }, application.attached, { values, today, words }),
  )
}

/** True for a material of a filed case that comes later, unless a notice asks for it: what answers a notice goes with its answer. */
async function isOwed(ledger: Ledger, db: Db, application: Application, material: string): Promise<boolean> {
  if (isDraft(application.status)) return false
  const events = await ledger.events(db, application.id)
  const asked = openNotice(application, events)
  if (asked?.given === false && asked.notice.items.some(({ id }) => id === material)) return false
  return owedBy(application, filedIn(events)).some((each) => each.material === material)
}

async function assertWanted(
  tools: CounterTools,
  ledger: Ledger,
  db: Db,
  application: Application,
  material: string,
): Promise<void> {
  const wanted = await open(tools, ledger, db, application)
  if (wanted.length === 0 && !isDraft(application.status))
    throw new AppError('conflict', tools.words.refusal.materialsClosed)
  if (!wanted.some(({ id }) => id === material)) throw new AppError('not-found', tools.words.refusal.materialNotNeeded)
  if (application.attached.filter(({ kind }) => kind === 'file').length >= MAX_FILES && isDraft(application.status))
    throw new AppError('conflict', tools.words.refusal.tooManyFiles(MAX_FILES))
}
