import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, reviewOf, submit } from '../support/filled-application.ts'
import { eventually, startAttended } from '../support/clerk.ts'
import { photoOf } from '../support/sample-files.ts'
import { uploadFile } from '../support/upload-file.ts'

let running: Awaited<ReturnType<typeof startAttended>>
beforeAll(async () => {
  running = await startAttended()
})
afterAll(() => running.close())

test('the bytes of what she uploaded reach the department, and are what she was shown', async () => {
  const citizen = await openCitizen(running.url, 'text')
  const id = await fillResidencePermit(citizen)
  const photo = photoOf(2222)
  await uploadFile(running.url, citizen, id, { material: 'photo', name: '照片 一寸.jpg', content: photo })
  const review = await reviewOf(citizen, id)
  const { receiptNumber } = (await (await submit(citizen, review, 'with-bytes')).json()) as { receiptNumber: string }
  const { files } = await eventually(
    () => running.clerk.file(receiptNumber),
    (seen) => (seen.files ?? []).length > 0,
  )
  const shown = review.materials.find((line) => line.id === 'photo')?.files[0]
  expect(files).toMatchObject([{ id: shown?.id, material: 'photo', name: '照片 一寸.jpg', sha256: shown?.sha256 }])
  expect(await running.clerk.content(receiptNumber, shown?.id ?? '')).toEqual(photo)
})
