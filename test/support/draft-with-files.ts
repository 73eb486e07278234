import type { MaterialList } from '../../src/wire.ts'
import { openCitizen, type Citizen } from './citizen.ts'
import { fillResidencePermit } from './filled-application.ts'
import { uploadFile } from './upload-file.ts'

/** The material of a residence permit that photos are handed in for. */
export const PHOTO = 'photo'

/** A citizen with a filled application of a residence permit that is not submitted. */
export async function openWithDraft(url: string): Promise<{ citizen: Citizen; id: string }> {
  const citizen = await openCitizen(url)
  return { citizen, id: await fillResidencePermit(citizen) }
}

/** Hands a file in for a material of an application. */
export const uploadTo =
  (url: () => string) =>
  (citizen: Citizen, id: string, content: Buffer, name = '照片.jpg', material = PHOTO): Promise<Response> =>
    uploadFile(url(), citizen, id, { material, name, content })

/** The problem that an answer tells. */
export async function problemOf(response: Response): Promise<{ status: number; code: string; detail: string }> {
  const { code, detail } = (await response.json()) as { code: string; detail: string }
  return { status: response.status, code, detail }
}

/** A material of a list, the photo unless another is named. */
export const lineOf = ({ materials }: MaterialList, id = PHOTO) => materials.find((line) => line.id === id)

/** The materials of an application as they stand. */
export async function listed(citizen: Citizen, id: string): Promise<MaterialList> {
  return (await (await citizen.call('GET', `/api/applications/${id}/materials`)).json()) as MaterialList
}
