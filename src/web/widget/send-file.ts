/** Sends a file and tells what share of it has gone, 0 to 1. Rejects when no answer comes. */
export type SendFile = (
  url: string,
  request: { readonly headers: Headers; readonly body: FormData },
  onShare: (share: number) => void,
) => Promise<Response>

/** By XMLHttpRequest: `fetch` does not tell how much of a body has gone. */
export const sendByXhr: SendFile = (url, { headers, body }, onShare) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    headers.forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const wait = request.getResponseHeader('retry-after')
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: wait === null ? {} : { 'retry-after': wait },
        }),
      )
    })
    request.addEventListener('error', () => reject(new TypeError('the file could not be sent')))
    request.send(body)
  })
