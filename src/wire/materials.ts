import { z } from 'zod'

/** The papers of an application as they cross HTTP. */

export const MaterialLine = z.object({
  id: z.string(),
  label: z.string(),
  note: z.string().nullable(),
  upload: z.enum(['required', 'bring']),
  state: z.enum(['missing', 'uploaded', 'certificate', 'later', 'promised', 'bring']),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      check: z
        .enum(['agrees', 'differs', 'not-checked'])
        .describe('系统按文件里的文字核对的结果；没有文字的，和没有装文字识别程序时的图片，是 not-checked'),
      findings: z.array(z.enum(['too-small', 'other-kind', 'name-not-found', 'number-differs', 'expired'])),
      read: z.enum(['text-layer', 'recognised']).nullable().describe('文字从哪里来：PDF 自带的，或者从图片里识别的'),
    }),
  ),
  certificate: z.object({ id: z.string(), title: z.string(), detail: z.string() }).nullable(),
  relief: z
    .object({ as: z.enum(['later', 'promise']), days: z.number().int().nullable(), taken: z.string().nullable() })
    .nullable()
    .describe('容缺受理（later，提交后 days 日内补交）或者告知承诺（promise）；taken 是已经选用的记号'),
})
/** Takes the relief a material offers (容缺受理、告知承诺); deleting its mark takes it back. */
export const ReliefRequest = z.strictObject({ material: z.string().min(1).max(80) })
/** The materials of an application, and the files given to a supplement. */
export const MaterialList = z.object({ materials: z.array(MaterialLine), version: z.number().int() })
export type MaterialList = z.infer<typeof MaterialList>
export const UploadResponse = MaterialList.extend({
  said: z.string().describe('预检看出的问题，一次说全，也写进对话'),
})
export type UploadResponse = z.infer<typeof UploadResponse>
