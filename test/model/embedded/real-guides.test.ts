import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCitizen } from '../../support/citizen.ts'
import { startApp, type RunningApp } from '../../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
}, 60_000)
afterAll(() => running.close())

const ask = async (words: string) => (await openCitizen(running.url)).say(words)

describe('a citizen with a story', () => {
  it.each([
    ['我开的面馆，切菜的师傅没办健康证，先干着行不行', 'food-permit#materials', '健康'],
    ['没有单位，社保可以挂靠到别的公司交吗', 'flexible-employment#faq', '虚构劳动关系'],
    ['晚上的高铁，身份证不见了，怎么坐车', 'resident-id#faq', '临时'],
    ['外公想替我们去给刚出生的孩子报户口，可以吗', 'newborn#who', '亲属'],
    ['结婚证被孩子撕破了，怎么补', 'marriage#faq', '补领'],
  ])('is answered with the point she asked: %s', async (words, source, said) => {
    const { sources, text } = await ask(words)
    expect(sources[0]?.split('/')[0]).toBe(source)
    expect(text).toContain(said)
  })

  it.each([
    ['身份证可以在网上换吗', 'resident-id#how'],
    ['居住证能不能网上办理', 'residence-permit#how'],
    ['老板换人，执照要注销重办吗', 'individual-business#faq'],
  ])('is answered from the section that says it: %s', async (words, source) => {
    expect((await ask(words)).sources[0]?.split('/')[0]).toBe(source)
  })

  it('is told how long a paper is valid, not how long it takes', async () => {
    expect((await ask('食品证可以用几年')).text).toContain('有效期5年')
    expect((await ask('外婆七十三了，身份证有效期多长')).text).toContain('长期有效')
  })

  it('is told for how long a deadline can be put off', async () => {
    expect((await ask('弟弟在部队服役，驾照快到期了，能延几年')).text).toContain('延期最长3年')
  })

  it.each([
    ['餐饮服务许可去哪里申请', 'food-permit#where'],
    ['刚生完孩子，户口怎么报', 'newborn#how'],
    ['堂哥堂妹能结婚吗', 'marriage#who'],
    ['社保断了，能补吗', 'flexible-employment#faq'],
    ['老婆死活不答应离婚怎么办', 'divorce#faq'],
    ['我妈得了白血病，公积金能取吗', 'housing-fund-purchase#who'],
    ['开油罐车跑运输要什么证', 'road-freight#materials'],
  ])('is understood in her own names for things: %s', async (words, source) => {
    expect((await ask(words)).sources.map((cited) => cited.split('/')[0])).toContain(source)
  })

  it.each([
    ['失业金要申领多久才到账？一共能领几个月呢', 'unemployment-benefit'],
    ['护照丢了补办收多少钱？要不要本人去', 'passport'],
    ['居住证在哪里办？周末上不上班', 'residence-permit'],
  ])('goes on with the matter of her first question: %s', async (words, guide) => {
    const { sources } = await ask(words)
    expect(sources.length).toBeGreaterThan(0)
    expect(new Set(sources.map((source) => source.split('#')[0]))).toEqual(new Set([guide]))
  })

  it('asks of another matter what she asked of the first, once she names it', async () => {
    expect((await ask('居住证工本费多少，护照呢')).sources).toEqual(expect.arrayContaining(['passport#fees']))
  })

  it.each([
    ['交车以后几天之内要过户', '30日内'],
    ['台胞证一次的能停留多久', '3个月'],
    ['搬来厦门多久才能申领居住证', '6个月'],
    ['单位同意的话，退休可以推迟几年', '最多延迟3年'],
  ])('is told the kind of time she asks for: %s', async (words, time) => {
    expect((await ask(words)).text).toContain(time)
  })

  it.each(['大厅的人爱理不理，向哪里投诉', '窗口办事慢，怎么投诉', '办事员骂人，我要投诉到哪'])(
    'is told how to complain when she asks: %s',
    async (words) => {
      const { outcome, text } = await ask(words)
      expect(outcome).toMatchObject({ outcome: 'answered' })
      expect(text).toContain('12345')
    },
  )

  it('reads only the line for who she is', async () => {
    const { text } = await ask('澳门人能办居住证吗')
    expect(text).toContain('港澳居民')
    expect(text).not.toContain('在读书**')
  })
})

describe('a citizen who writes in English', () => {
  it.each([
    'How do I get a residence permit in Xiamen? How much does it cost?',
    'How can I renew my driving licence, and how much is it?',
    'How do I get a no criminal record certificate? How much is the fee?',
  ])('is answered from the sections that she asks for: %s', async (words) => {
    const { outcome, text } = await ask(words)
    expect(outcome).toMatchObject({ outcome: 'answered', completeness: 'complete' })
    expect(text).toMatch(/Apply|apply|Hand in/)
  })
})

describe('a citizen who asks how far it has come', () => {
  it('is told whom to ask where the guide says it', async () => {
    expect((await ask('装水表报上去好久了，要找谁问进度')).sources[0]).toMatch(/^utilities-connection#faq/)
  })

  it.each(['报上去两个月了，批没批', '材料递上去一个月，到底下没下来'])(
    'hears of her cases where she names no matter: %s',
    async (words) => {
      expect((await ask(words)).outcome.outcome).toBe('status')
    },
  )
})

describe('a point that no guide has written', () => {
  it.each(['护照办到哪一步了，去哪儿看', '居住证的自助机在什么地方'])(
    'is said not to be written: %s',
    async (words) => {
      expect((await ask(words)).outcome).toMatchObject({ outcome: 'answered', completeness: 'partial' })
    },
  )

  it.each(['生完快一年了才知道有生育津贴，现在申请还来得及吗', '高龄津贴多久发一次'])(
    'is not told how long the office takes instead: %s',
    async (words) => {
      const [first] = (await ask(words)).text.split('\n')
      expect(first).not.toMatch(/个工作日内/)
    },
  )

  it('does not bury that under all the steps of the matter', async () => {
    const { text } = await ask('护照办到哪一步了，去哪儿看')
    expect(text).not.toContain('第五步')
  })

  it('is said not to be written where a redone thing is no lost paper', async () => {
    expect((await ask('退休证丢了怎么办')).outcome).toMatchObject({ completeness: 'partial' })
  })

  it('leaves an answer complete where the guide has written it', async () => {
    expect((await ask('房屋过户，登记前反悔了能撤回吗')).outcome).toMatchObject({ completeness: 'complete' })
  })
})

describe('a citizen who asks from when she is entitled', () => {
  it('is told the age, not how long the office takes', async () => {
    const { text } = await ask('我妈的退休金啥时候可以领')
    expect(text.split('\n')[0]).toContain('法定退休年龄')
  })
})

describe('a citizen who wants the whole', () => {
  it('is told what becomes of what happened to her, then how it is done', async () => {
    const { sources } = await ask('驾照过期了怎么办')
    expect(sources).toEqual(['driver-licence-renewal#faq/1', 'driver-licence-renewal#how'])
  })

  it('gets the overview where nothing happened', async () => {
    const { sources } = await ask('驾照期满换证怎么办')
    expect(sources).toEqual(expect.arrayContaining(['driver-licence-renewal#how', 'driver-licence-renewal#materials']))
  })
})

describe('a citizen whose matter has no guide', () => {
  it.each([
    '狗证怎么办',
    '烟草专卖零售许可证去哪办',
    '发明专利怎么申请',
    '护士执业证书延续注册要什么材料',
    '农村宅基地怎么批',
    '想考潜水教练证',
    '部队转业安置怎么申请',
  ])('is told so: %s', async (words) => {
    const { outcome, sources } = await ask(words)
    expect(outcome.outcome).toBe('no-guidance')
    expect(sources).toEqual([])
  })
})

describe('words for a search', () => {
  it.each([
    ['临时身份证 办理', 'resident-id'],
    ['残疾人 助听器 申请', 'disability-services'],
    ['护照 换发 办理', 'passport'],
  ])('are answered, and start nothing: %s', async (words, guide) => {
    const { application, sources } = await ask(words)
    expect(application).toBeUndefined()
    expect(sources[0]?.split('#')[0]).toBe(guide)
  })
})

describe('a citizen who names no matter', () => {
  it.each(['提交之后还能改吗', '补贴能拿几年', '登记要收费吗', '审核没通过，可以再交一次吗'])(
    'is asked which one she means: %s',
    async (words) => {
      const { outcome, choices } = await ask(words)
      expect(outcome.outcome).toBe('clarify')
      expect(choices.length).toBeGreaterThan(1)
    },
  )

  it.each(['去台湾要办什么证', '多久能再献一次', '租房能提多少'])(
    'is answered where only one can be meant: %s',
    async (words) => {
      expect((await ask(words)).outcome.outcome).toBe('answered')
    },
  )
})

describe('a citizen who wants to start', () => {
  it.each([
    '我湖北户口，能不能在厦门直接换身份证',
    '居住证办理要先预约不',
    '孩子出生了，是不是要去派出所登记一下',
    '护照现在能办吗',
    '爸爸的房子能不能直接过户给我',
  ])('gets no form for asking whether: %s', async (words) => {
    const { application, outcome } = await ask(words)
    expect(application).toBeUndefined()
    expect(outcome.outcome).toBe('answered')
  })

  it.each(['能不能直接帮我办护照', '现在给我办居住证吧', '可以现在帮我申请失业金吗'])(
    'gets it for asking it to be done: %s',
    async (words) => {
      expect((await ask(words)).application).toBeDefined()
    },
  )

  it.each([
    ['我是台湾人，帮我申请居住证', 'taiwan-residence-permit'],
    ['我要办居住证', 'residence-permit'],
    ['帮我爸申请高龄津贴', 'senior-allowance'],
    ['我跑外卖的，帮我登记一下社保', 'flexible-employment'],
    ['我想申请自己交养老和医保', 'flexible-employment'],
    ['帮我把个体户的执照地址变更一下', 'individual-business'],
  ])('gets the form for her matter: %s', async (words, service) => {
    expect((await ask(words)).application?.service).toBe(service)
  })
})
