import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReply, type Reply } from '../support/citizen.ts'
import { openCitizen } from '../support/citizen.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

const JIA = '350203199001010018'
const YI = '350206198812300021'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

/** A signed-in citizen at a channel without buttons, in a conversation of its own. */
async function signedIn(resident: string) {
  const citizen = await openSignedIn(running.url, resident, 1)
  const say = async (message: string): Promise<Reply> =>
    readReply(await citizen.call('POST', '/api/chat', { id: citizen.id, message, channel: 'text' }))
  return { ...citizen, say }
}

const valueOf = ({ application }: Reply, field: string) => application?.fields.find(({ id }) => id === field)?.value
const drafts = async (citizen: Awaited<ReturnType<typeof signedIn>>) =>
  ((await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { application: object | null })
    .application

describe('what she dropped', () => {
  test.each(['接着办', '还是继续办刚才那个吧', '繼續辦'])('%s brings it back with every value', async (words) => {
    const citizen = await openCitizen(running.url, 'text')
    await citizen.say('帮我办居住证，首次申领，我叫陈测试')
    expect((await citizen.say('算了不办了')).text).toContain('取消')
    const back = await citizen.say(words)
    expect(back.text).toMatch(/恢复|恢復/)
    expect(valueOf(back, 'name')).toBe('陈测试')
    expect(back.application?.status).toBe('draft')
    expect((await citizen.say('手机号13800000001')).text).toContain('138')
  })
})

describe('a draft of another conversation', () => {
  test('is opened in this one, and is open in one only', async () => {
    const before = await signedIn(JIA)
    const begun = await before.say('帮我办居住证，首次申领，住在思明区莲前街道演示路9号')
    const citizen = await signedIn(JIA)
    const back = await citizen.say('接着办上次那个')
    expect(back.text).toContain('另一次对话')
    expect(back.application?.id).toBe(begun.application?.id)
    expect(valueOf(back, 'address')).toContain('演示路9号')
    expect(await drafts(before)).toBeFalsy()
  })

  test('is somebody else’s business where another citizen, or nobody, is signed in', async () => {
    const before = await signedIn(YI)
    await before.say('帮我办居住证，首次申领')
    for (const citizen of [await signedIn('350212197012200068'), await openCitizen(running.url, 'text')]) {
      const none = await citizen.say('接着办上次那个')
      expect(none.outcome.outcome).toBe('status')
      expect(none.application).toBeUndefined()
    }
    expect(await drafts(before)).toBeTruthy()
  })

  test('is chosen by its name where there are several', async () => {
    const resident = '350205200002290013'
    await (await signedIn(resident)).say('帮我办居住证，首次申领')
    await (await signedIn(resident)).say('帮我办社保卡')
    const citizen = await signedIn(resident)
    const asked = await citizen.say('继续办')
    expect(asked.outcome.outcome).toBe('clarify')
    const choice = asked.choices.find((each) => each.includes('居住证')) ?? ''
    const back = await citizen.say(choice)
    expect(back.application?.service).toBe('residence-permit')
  })
})
