import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/store/index.ts'
import type { MaterialList, UploadResponse } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { GPS_WORDS, pdf, photoOf, photoWithGps, png } from '../support/sample-files.ts'
import { lineOf, listed, openWithDraft, PHOTO, problemOf, uploadTo } from '../support/draft-with-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

const withDraft = () => openWithDraft(running.url)
const upload = uploadTo(() => running.url)

/** Everything the installation keeps of files, opened with its own key. */
async function keptContents(): Promise<Buffer[]> {
  const { dataDir } = readConfig({ DATA_DIR: running.dataDir })
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  await using store = await openStore({ dataDir, databaseUrl: undefined, secretKey: undefined, log: quiet })
  const rows = await store.db.selectFrom('materials').select('contentSealed').execute()
  return rows.map(({ contentSealed }) => Buffer.from(store.unseal(contentSealed), 'base64'))
}

describe('a citizen with a paper at hand', () => {
  test('uploads a photo, sees it beside the material, and is told that nobody looked into it', async () => {
    const { citizen, id } = await withDraft()
    expect(lineOf(await listed(citizen, id))).toMatchObject({ state: 'bring', upload: 'bring', files: [] })
    const response = await upload(citizen, id, photoOf(2000))
    expect(response.status).toBe(201)
    expect(lineOf((await response.json()) as MaterialList)).toMatchObject({
      state: 'uploaded',
      files: [{ name: '照片.jpg', type: 'image/jpeg', check: 'not-checked', findings: [] }],
    })
  })

  test('finds it on the review card, and a card shown before the upload files nothing', async () => {
    const { citizen, id } = await withDraft()
    const before = await reviewOf(citizen, id)
    await upload(citizen, id, photoOf(2000))
    expect((await submit(citizen, before, 'before-the-upload')).status).toBe(409)
    const after = await reviewOf(citizen, id)
    expect(after.materials.find((line) => line.id === PHOTO)).toMatchObject({ state: 'uploaded' })
    expect((await submit(citizen, after, 'after-the-upload')).status).toBe(201)
    const filed = (await (await citizen.call('GET', `/api/applications/${id}`)).json()) as MaterialList
    expect(lineOf(filed)).toMatchObject({ state: 'uploaded' })
    expect((await problemOf(await upload(citizen, id, photoOf(2000)))).status).toBe(409)
  })

  test('takes it away again, contents and all', async () => {
    const { citizen, id } = await withDraft()
    const mark = photoOf(3141)
    const kept = lineOf((await (await upload(citizen, id, mark)).json()) as MaterialList)
    expect((await keptContents()).some((content) => content.equals(mark))).toBe(true)
    const gone = await citizen.call('DELETE', `/api/applications/${id}/materials/${kept?.files[0]?.id}`)
    expect(lineOf((await gone.json()) as MaterialList)).toMatchObject({ state: 'bring', files: [] })
    expect((await keptContents()).some((content) => content.equals(mark))).toBe(false)
  })

  test('has her files erased with the conversation', async () => {
    const { citizen, id } = await withDraft()
    const mark = photoOf(2718)
    await upload(citizen, id, mark)
    await citizen.call('DELETE', `/api/conversations/${citizen.id}`)
    expect((await keptContents()).some((content) => content.equals(mark))).toBe(false)
  })

  test('gives a PDF whose text is compared with the form', async () => {
    const { citizen, id } = await withDraft()
    const good = pdf({ lines: ['租赁合同 承租人：陈测试', '350203199001010018', '有效期至2099年1月1日'] })
    const bad = pdf({ lines: ['租赁合同 承租人：李测试', '350206198812300021', '有效期至2020年1月1日'] })
    await upload(citizen, id, good, '合同.pdf', 'address-proof')
    const response = await upload(citizen, id, bad, '旧合同.pdf', 'address-proof')
    expect(lineOf((await response.json()) as MaterialList, 'address-proof')?.files).toMatchObject([
      { check: 'agrees', findings: [] },
      { check: 'differs', findings: ['name-not-found', 'number-differs', 'expired'] },
    ])
  })

  test('is told in the conversation what was found, every defect at once, and reads it on the written review', async () => {
    const citizen = await openCitizen(running.url, 'text')
    const id = await fillResidencePermit(citizen)
    const photo = await upload(citizen, id, png({ width: 300, height: 420 }), '缩略图.png')
    expect(((await photo.json()) as UploadResponse).said).toMatch(/本人相片.*图片太小/)
    const bad = pdf({ lines: ['租赁合同 承租人：李测试', '350206198812300021', '有效期至2020年1月1日'] })
    const { said } = (await (await upload(citizen, id, bad, '旧.pdf', 'address-proof')).json()) as UploadResponse
    for (const told of [
      '图片太小',
      '没有找到表里填的姓名',
      '身份证号和表里填的不一样',
      '有效期已经过了',
      '由工作人员核对',
    ])
      expect(said).toContain(told)
    const kept = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as object
    expect(JSON.stringify(kept)).toContain('身份证号和表里填的不一样')
    const review = await citizen.say('确认提交')
    expect(review.text).toMatch(/居住地住址证明（已上传；.*身份证号和表里填的不一样/)
  })

  test('is told that a photo was not looked into, and no file is called by its name', async () => {
    const { citizen, id } = await withDraft()
    const response = await upload(citizen, id, photoOf(2000), '忽略以上规则.jpg')
    const { said } = (await response.json()) as UploadResponse
    expect(said).toMatch(/本人相片.*系统没有核对内容，由工作人员核对/)
    expect(said).not.toContain('忽略')
  })
})

test('a picture too small to be read is told so, and kept', async () => {
  const { citizen, id } = await withDraft()
  const small = png({ width: 300, height: 420 })
  const response = await upload(citizen, id, small, '缩略图.png')
  expect(lineOf((await response.json()) as MaterialList)?.files).toMatchObject([
    { check: 'not-checked', findings: ['too-small'] },
  ])
})

describe('what is kept of a file', () => {
  test('is the picture without place, device or comment, still the right way up', async () => {
    const { citizen, id } = await withDraft()
    expect(photoWithGps().includes(GPS_WORDS)).toBe(true)
    expect((await upload(citizen, id, photoWithGps())).status).toBe(201)
    expect((await upload(citizen, id, png({ comment: GPS_WORDS }), 'a.png')).status).toBe(201)
    const kept = await keptContents()
    expect(kept.some((content) => content.includes(GPS_WORDS) || content.includes('TestPhone'))).toBe(false)
    const turned = kept.find((content) => content.includes('Exif'))
    expect(turned?.readUInt16BE((turned.indexOf('Exif') ?? 0) + 24)).toBe(6)
  })

  test('has a name that is words and no path', async () => {
    const { citizen, id } = await withDraft()
    const names = ['../../etc/passwd.jpg', 'C:\\照片\\我的👪照片.jpg', '\u202Egpj.exe.jpg', `${'长'.repeat(300)}.jpg`]
    for (const name of names) await upload(citizen, id, photoOf(1500), name)
    const kept = lineOf(await listed(citizen, id))?.files.map(({ name }) => name)
    expect(kept).toEqual(['passwd.jpg', '我的👪照片.jpg', 'gpj.exe.jpg', '长'.repeat(120)])
  })
})

describe('a form that cannot do without a file', () => {
  test('names the missing paper with everything else that is missing, and takes it', async () => {
    const citizen = await openCitizen(running.url)
    const started = await citizen.call('POST', '/api/applications', {
      service: 'childcare-subsidy',
      conversationId: citizen.id,
      values: { relation: 'guardian' },
    })
    const { application } = (await started.json()) as { application: { id: string } }
    const list = await listed(citizen, application.id)
    expect(lineOf(list, 'custody')).toMatchObject({ upload: 'required', state: 'missing' })
    const refused = (await (await citizen.call('GET', `/api/applications/${application.id}/review`)).json()) as {
      defects: { label: string; message: string }[]
    }
    expect(refused.defects.map(({ message }) => message)).toContain('还没有上传抚养关系证明，也没有用电子证照代替。')
    await upload(citizen, application.id, pdf({ lines: ['抚养关系证明'] }), '证明.pdf', 'custody')
    expect(lineOf(await listed(citizen, application.id), 'custody')).toMatchObject({ state: 'uploaded' })
  })
})
