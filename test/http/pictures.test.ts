import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MaterialList } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit } from '../support/filled-application.ts'
import { pictureOf, READS_PICTURES } from '../support/pictures/picture-of.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { uploadFile } from '../support/upload-file.ts'

describe.skipIf(!READS_PICTURES)('where a program that reads pictures is installed', () => {
  let running: RunningApp
  beforeAll(async () => {
    running = await startApp({ env: { TESSERACT: 'tesseract' } })
  })
  afterAll(() => running.close())

  test('a photo is compared with the form like a PDF, and citizen and clerk are told that a program read it', async () => {
    const ready = (await (await fetch(`${running.url}/readyz`)).json()) as { pictures: string | null }
    expect(ready.pictures).toMatch(/^tesseract/)
    const citizen = await openCitizen(running.url)
    const id = await fillResidencePermit(citizen)
    const card = async (name: Parameters<typeof pictureOf>[0]) => {
      const file = { material: 'identity-card', name: `${name}.png`, content: pictureOf(name) }
      const { materials } = (await (await uploadFile(running.url, citizen, id, file)).json()) as MaterialList
      return materials.find((line) => line.id === 'identity-card')?.files.at(-1)
    }
    expect(await card('identity-card')).toMatchObject({ check: 'agrees', findings: [], read: 'recognised' })
    expect(await card('lease')).toMatchObject({ check: 'differs', findings: ['other-kind'] })
    expect(await card('other-identity-card')).toMatchObject({
      check: 'differs',
      findings: ['name-not-found', 'number-differs', 'expired'],
    })
  })
})
