import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../../errors.ts'
import type { AttachedFile } from './attached.ts'
import { stripJpeg } from './jpeg.ts'
import { readPdf, type PdfVerdict } from './pdf.ts'
import type { PictureReader } from './picture-reader.ts'
import { pictureSize } from './picture-size.ts'
import { stripPng } from './png.ts'

/** Largest file, as the browser sends it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_NAME = 120

/** A file that may be kept: what it says of itself is checked against its contents. */
export type SafeFile = Words & {
  readonly name: string
  readonly type: string
  readonly content: Buffer
  /** Of `content`. */
  readonly sha256: string
}

type Words = Pick<AttachedFile, 'text' | 'read' | 'pixels'>

const WHY: Readonly<Record<Extract<PdfVerdict, { ok: false }>['why'], string>> = {
  active: 'pdf-active',
  bomb: 'pdf-bomb',
  locked: 'pdf-locked',
  broken: 'file-broken',
}

/**
 * Checks a file by its contents and takes out what a picture says of place, time and device. Its name decides nothing and
 * is kept as words. What stands on a picture is read where `pictures` can.
 * @throws AppError 'unsupported-media-type' when it is no JPEG, PNG or PDF, or not a harmless one; 'payload-too-large'.
 */
export async function readFile(
  sent: Buffer,
  sentName: string,
  pictures: Pick<PictureReader, 'read'>,
): Promise<SafeFile> {
  if (sent.length > MAX_FILE_BYTES) throw AppError.saying('payload-too-large', 'file-too-large')
  const type = (await fileTypeFromBuffer(sent))?.mime
  const { content, ...words } = await clean(sent, type, pictures)
  return {
    name: plainName(sentName),
    type: type ?? '',
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
    ...words,
  }
}

async function clean(
  sent: Buffer,
  type: string | undefined,
  pictures: Pick<PictureReader, 'read'>,
): Promise<Words & { content: Buffer }> {
  const refuse = (key: string): never => {
    throw AppError.saying('unsupported-media-type', key)
  }
  switch (type) {
    case 'image/jpeg':
    case 'image/png': {
      const content = (type === 'image/png' ? stripPng : stripJpeg)(sent) ?? refuse(WHY.broken)
      const pixels = pictureSize(content, type)
      const text = await pictures.read(content, pixels)
      return { content, text, read: text === null ? null : 'recognised', pixels }
    }
    case 'application/pdf': {
      const verdict = await readPdf(sent)
      return verdict.ok
        ? { content: sent, text: verdict.text, read: 'text-layer', pixels: null }
        : refuse(WHY[verdict.why])
    }
    case undefined:
    default:
      return refuse('file-kind')
  }
}

/** The last part of a path, without control and direction marks, at most 120 characters. */
function plainName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = Array.from(last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim())
    .slice(0, MAX_NAME)
    .join('')
  return plain === '' || /^\.+$/.test(plain) ? '未命名' : plain
}
