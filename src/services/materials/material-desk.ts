import { AppError } from '../../errors.ts'
import type { Db } from '../../store/index.ts'
import { openNotice } from '../case-view.ts'
import { newId, type CounterTools } from '../counter-tools.ts'
import { createLedger, transact, type Ledger } from '../ledger.ts'
import { standingOf } from '../standing.ts'
import type { Application } from '../stored-application.ts'
import { isDraft } from '../transitions.ts'
import { shanghaiDate } from '../working-days.ts'
import type { AttachedFile } from './attached.ts'
import { materialLine, type MaterialLine } from './material-line.ts'
import { readFile } from './read-file.ts'

const MAX_FILES = 20
/** A change that came second is tried again on what the other wrote. */
const ATTEMPTS = 5

type On = { readonly conversationId: string; readonly applicationId: string }
/** The materials with their state, and the version of the application they belong to. */
export type Materials = { readonly materials: readonly MaterialLine[]; readonly version: number }

/** Papers as files: to a draft, and to what a department asks for after filing. */
export type MaterialDesk = {
  /**
   * Keeps a file for a material. A review card shown before is void.
   * @throws AppError 'unsupported-media-type' | 'payload-too-large' for a file that may not be kept; 'not-found' for a material
   *   the application does not ask for; 'conflict' for the twenty-first file, or when nothing may be added any more.
   */
  readonly upload: (input: On & { material: string; name: string; content: Buffer }) => Promise<Materials>
  readonly materials: (on: On) => Promise<Materials>
  /** Takes a file away, contents and all. @throws AppError 'not-found' | 'conflict' once it is filed. */
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
      const file = await readFile(content, name)
      return transact(store, ATTEMPTS, async (db) => {
        const application = await ledger.load(db, conversationId, applicationId)
        await assertWanted(tools, ledger, db, application, material)
        const id = newId('f', tools.random)
        const { type, sha256, text } = file
        const attached: AttachedFile = {
          kind: 'file',
          id,
          material,
          name: file.name,
          type,
          bytes: file.content.length,
          sha256,
          text,
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
        return listed(db, next)
      })
    },

    materials: async ({ conversationId, applicationId }) =>
      listed(store.db, await ledger.load(store.db, conversationId, applicationId)),

    removeFile: ({ conversationId, applicationId, file }) =>
      transact(store, ATTEMPTS, async (db) => {
        const application = await ledger.load(db, conversationId, applicationId)
        const found = application.attached.find(({ id, kind }) => id === file && kind === 'file')
        if (found === undefined) throw new AppError('not-found', '没有找到这个文件。')
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
  { form: formOf, clock }: CounterTools,
  ledger: Ledger,
  db: Db,
  application: Application,
): Promise<readonly MaterialLine[]> {
  const today = shanghaiDate(clock())
  if (isDraft(application.status)) {
    const form = formOf(application.service)
    return form === undefined ? [] : standingOf(form, application.kept, today, application.attached).papers
  }
  const asked = openNotice(application, await ledger.events(db, application.id))
  const values = Object.fromEntries([...application.kept].map(([id, { value }]) => [id, value]))
  return (asked?.given === false ? asked.notice.items : [])
    .filter(({ kind }) => kind === 'material')
    .map(({ id, label, reason }) =>
      materialLine({ id, label, note: reason, upload: 'bring' }, application.attached, values, today),
    )
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
    throw new AppError('conflict', '这份申请现在不能增加或者拿掉材料。')
  if (!wanted.some(({ id }) => id === material)) throw new AppError('not-found', '这份申请不需要这一项材料。')
  if (application.attached.filter(({ kind }) => kind === 'file').length >= MAX_FILES && isDraft(application.status))
    throw new AppError('conflict', `一份申请最多上传${MAX_FILES}个文件，请先删掉不用的。`)
}
