import type { Citizen } from './citizen.ts'

/** Sends a file as a browser's form would. */
export function uploadFile(
  url: string,
  { token }: Pick<Citizen, 'token'>,
  applicationId: string,
  file: { material?: string; name: string; content: Buffer; cookie?: string },
): Promise<Response> {
  const body = new FormData()
  if (file.material !== undefined) body.set('material', file.material)
  body.set('file', new Blob([new Uint8Array(file.content)], { type: 'application/octet-stream' }), file.name)
  return fetch(`${url}/api/applications/${applicationId}/materials`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(file.cookie === undefined ? {} : { cookie: file.cookie }) },
    body,
  })
}
