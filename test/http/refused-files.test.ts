import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MaterialList } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { pdf, photoOf, png, PROGRAM, ZIP_BOMB } from '../support/sample-files.ts'
import { lineOf, listed, openWithDraft, PHOTO, problemOf, uploadTo } from '../support/draft-with-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { uploadFile } from '../support/upload-file.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const withDraft = () => openWithDraft(running.url)
const upload = uploadTo(() => running.url)

test('a PDF that opens at a certain page, and one with a font of any name, do nothing and are kept', async () => {
  const { citizen, id } = await withDraft()
  for (const catalogue of ['/OpenAction [3 0 R /FitH null]', '/Note << /JSong 1 /AAB 2 >>'])
    expect(
      (await upload(citizen, id, pdf({ lines: ['租赁合同'], catalogue }), '合同.pdf', 'address-proof')).status,
    ).toBe(201)
})

describe('what is refused, with the reason and without a trace', () => {
  const cases: readonly [string, Buffer, string][] = [
    ['a program under the name of a PDF', PROGRAM, 'unsupported-media-type'],
    ['a zip bomb', ZIP_BOMB, 'unsupported-media-type'],
    ['words', Buffer.from('<script>alert(1)</script>'), 'unsupported-media-type'],
    ['nothing at all', Buffer.alloc(0), 'unsupported-media-type'],
    ['a photo of 30 MB', photoOf(30 * 1024 * 1024), 'payload-too-large'],
    ['half a photo', photoOf(2000).subarray(0, 1500), 'unsupported-media-type'],
    [
      'a picture that claims to be larger than any camera makes',
      png({ width: 60_000, height: 60_000 }),
      'unsupported-media-type',
    ],
    [
      'a PDF with a script',
      pdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
      'unsupported-media-type',
    ],
    [
      'a PDF with a script under another spelling',
      pdf({ catalogue: '/AA << /WC << /S /J#61vaScript /JS (1) >> >>' }),
      'unsupported-media-type',
    ],
    [
      'a PDF that does something when it is closed',
      pdf({ catalogue: '/AA << /WC << /S /URI /URI (http://198.51.100.1/) >> >>' }),
      'unsupported-media-type',
    ],
    [
      'a PDF that does something when it is opened',
      pdf({ catalogue: '/OpenAction << /S /URI /URI (http://198.51.100.1/) >>' }),
      'unsupported-media-type',
    ],
    [
      'a PDF with packed objects that do not say so and are packed another way',
      pdf({
        streams: [
          {
            dictionary: `/N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] /Note (${'x'.repeat(5000)})`,
            content: Buffer.from(deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (1) >>')).toString('hex')),
          },
        ],
      }),
      'unsupported-media-type',
    ],
    [
      'a PDF with packed objects behind a predictor',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>',
            content: deflateSync(Buffer.from('\u00009 0 \u0000<</S\u0000 /Ja\u0000vaSc')),
          },
        ],
      }),
      'unsupported-media-type',
    ],
    [
      'a PDF that starts a program',
      pdf({ catalogue: '/AA << /WC << /S /Launch /F (cmd.exe) >> >>' }),
      'unsupported-media-type',
    ],
    [
      'a PDF with a file in it',
      pdf({ catalogue: '/Names << /EmbeddedFiles << /Names [] >> >>' }),
      'unsupported-media-type',
    ],
    ['a PDF with a password', pdf({ catalogue: '/Encrypt 9 0 R' }), 'unsupported-media-type'],
    [
      'a PDF with a script in a packed object',
      pdf({
        streams: [
          {
            dictionary: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
            content: deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (1) >>')),
          },
        ],
      }),
      'unsupported-media-type',
    ],
    [
      'a PDF that unpacks to a hundred times its size',
      pdf({ streams: [{ dictionary: '/Filter /FlateDecode', content: deflateSync(Buffer.alloc(80 * 1024 * 1024)) }] }),
      'unsupported-media-type',
    ],
    ['a PDF that does not open', Buffer.from('%PDF-1.7\nnothing of the kind'), 'unsupported-media-type'],
  ]

  test.each(cases)('%s', async (_, content, code) => {
    const { citizen, id } = await withDraft()
    const refused = await problemOf(await upload(citizen, id, content, '合同.pdf'))
    expect(refused.code).toBe(code)
    expect(refused.detail).toMatch(/[。]$/)
    expect(lineOf(await listed(citizen, id))?.files).toEqual([])
  })

  test('a paper the form does not ask for, a file without its material, and JSON', async () => {
    const { citizen, id } = await withDraft()
    expect((await upload(citizen, id, photoOf(1500), 'a.jpg', 'passport')).status).toBe(404)
    expect((await uploadFile(running.url, citizen, id, { name: 'a.jpg', content: photoOf(1500) })).status).toBe(400)
    expect((await citizen.call('POST', `/api/applications/${id}/materials`, { material: PHOTO })).status).toBe(415)
  })

  test('the twenty-first file', async () => {
    const { citizen, id } = await withDraft()
    for (let each = 0; each < 20; each += 1) expect((await upload(citizen, id, photoOf(1200))).status).toBe(201)
    expect(await problemOf(await upload(citizen, id, photoOf(1200)))).toMatchObject({ status: 409, code: 'conflict' })
  })

  test('another conversation, which learns not even that there is something', async () => {
    const { citizen, id } = await withDraft()
    const kept = lineOf((await (await upload(citizen, id, photoOf(1500))).json()) as MaterialList)
    const stranger = await openCitizen(running.url)
    const path = `/api/applications/${id}/materials`
    expect((await stranger.call('GET', path)).status).toBe(404)
    expect((await upload(stranger, id, photoOf(1500))).status).toBe(404)
    expect((await stranger.call('DELETE', `${path}/${kept?.files[0]?.id}`)).status).toBe(404)
    expect((await fetch(`${running.url}${path}`)).status).toBe(401)
    expect(lineOf(await listed(citizen, id))?.files).toHaveLength(1)
  })
})
