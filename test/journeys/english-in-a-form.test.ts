import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCitizen } from '../support/citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

/** What an English reader says in the middle of a form. */
let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

async function inForm() {
  const citizen = await openCitizen(running.url, 'text')
  await citizen.say('I want to apply for a residence permit')
  await citizen.say('first issue')
  return citizen
}

describe('an address in English is read', () => {
  test.each([
    ['Room 301, 12 Hubin South Road, Siming District', '思明区Room 301, 12 Hubin South Road'],
    ['I live at 88 Jiahe Road, Huli District, Xiamen', '湖里区88 Jiahe Road'],
    ['My address is Unit 5, No. 17 Yindou Rd, Jimei', '集美区Unit 5, No. 17 Yindou Rd'],
    ["Apt 1204, Building 3, 9 Xinglin Street, Tong'an District", '同安区Apt 1204, Building 3, 9 Xinglin Street'],
  ])('%s', async (words, shown) => {
    const citizen = await inForm()
    const { application } = await citizen.say(words)
    expect(application?.fields.find(({ id }) => id === 'address')?.shown).toBe(shown)
  })

  test.each(['I have lived here since 12 March 2024', 'Is there an office in Siming District?'])(
    '%s is none',
    async (words) => {
      const citizen = await inForm()
      const { application } = await citizen.say(words)
      expect(application?.fields.find(({ id }) => id === 'address')?.value ?? null).toBeNull()
    },
  )
})

test.each(['What is Bianban?', 'who are you?', 'what is this bianban'])(
  '%s is answered, and the form goes on',
  async (words) => {
    const citizen = await inForm()
    const { text } = await citizen.say(words)
    expect(text).toContain('AI assistant')
    expect(text).toContain('hukou')
  },
)
