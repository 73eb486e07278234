import { Router, type Request, type RequestHandler } from 'express'
import multer, { MulterError } from 'multer'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { MAX_FILE_BYTES, type Counter } from '../services/index.ts'
import { counterFor, requireConversation, type Gate } from './session.ts'
import { materialList } from './wire-parts.ts'

/** `POST /api/applications/{id}/materials`: one file and the material it is for. */
const Fields = z.strictObject({ material: z.string().min(1).max(80) })

/** `/api/applications/{id}/materials`. Files stay in memory until they are checked and sealed; none touches the disk. */
export function materialRoutes({ conversation, citizens, counter }: Gate & { readonly counter: Counter }): Router {
  const router = Router()
  const receive: RequestHandler = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 4, parts: 6, fieldSize: 1000, headerPairs: 20 },
  }).single('file')

  const enter = async (request: Request, applicationId: string) => {
    const session = await requireConversation({ conversation, citizens }, request)
    return { spoken: counterFor(counter, session), on: { conversationId: session.id, applicationId } }
  }

  router.get('/api/applications/:id/materials', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    response.json(materialList(await spoken.materials(on)))
  })

  router.post('/api/applications/:id/materials', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    // Whose application it is, before a byte is read.
    await spoken.materials(on)
    if (request.is('multipart/form-data') === false) throw AppError.saying('unsupported-media-type', 'multipart-only')
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error: unknown) => (error === undefined ? resolve() : reject(asRefusal(error))))
    })
    const { material } = Fields.parse({ ...request.body })
    if (request.file === undefined) throw AppError.saying('bad-request', 'no-file')
    const { buffer, originalname } = request.file
    const kept = await spoken.upload({ ...on, material, name: originalname, content: buffer })
    const said = await conversation.noteUpload(on.conversationId, kept)
    response.status(201).json({ ...materialList(kept), said })
  })

  router.delete('/api/applications/:id/materials/:file', async (request, response) => {
    const { spoken, on } = await enter(request, request.params.id)
    response.json(materialList(await spoken.removeFile({ ...on, file: request.params.file })))
  })

  return router
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof MulterError)) return AppError.saying('bad-request', 'upload-cut-off', { cause: error })
  if (error.code === 'LIMIT_FILE_SIZE') return AppError.saying('payload-too-large', 'file-too-large', { cause: error })
  return AppError.saying('bad-request', 'one-file', { cause: error })
}
