import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createLibrary, type Library, type LibraryTools } from '../../src/knowledge/index.ts'
import { CharacterEmbeddings } from './character-embeddings.ts'
import { changedContent, rewrittenContent, sampleContent } from './sample-content.ts'

const folders: string[] = []
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bianban-library-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function open(tools: Partial<LibraryTools> = {}): Promise<Library> {
  const dataDir = tools.dataDir ?? (await newFolder())
  return createLibrary({ content: sampleContent(), log: () => undefined, ...tools, dataDir })
}

/** The guide a question finds while the vectors are away. */
async function foundByWords(library: Library): Promise<string | undefined> {
  const { mode, guides } = await library.search('风筝证')
  expect(mode).toBe('lexical-only')
  return guides[0]?.id
}

describe('a citizen asks', () => {
  let library: Library
  beforeAll(async () => {
    library = await open()
    await library.ready
  })
  afterAll(() => library[Symbol.asyncDispose]())

  test.each([
    ['放风筝要办证吗', 'kite-permit'],
    ['想给小船找个地方停', 'boat-mooring'],
    ['元宵想在灯会摆摊', 'lantern-stall'],
    ['風箏證要多少錢', 'kite-permit'],
    ['纸鸢要不要许可', 'kite-permit'],
    ['风挣证怎么办', 'kite-permit'],
    ['how do I get a kite permit', 'kite-permit'],
  ])('%s: the guide is %s', async (question, expected) => {
    const { guides, passages } = await library.search(question)
    expect(guides[0]?.id).toBe(expected)
    expect(passages[0]?.guide).toBe(expected)
  })

  test.each([
    ['灯会摊位背案要多久', '灯会摊位备案要多久'],
    ['凤筝许可丢了', '风筝许可丢了'],
    ['我的船未登记过', undefined],
    ['灯会摊位备案要多久', undefined],
    ['灯会摊位是谁的', undefined],
    ['where is 船位', undefined],
    ['办个登计多少钱', '办个登记多少钱'],
    ['登机要带什么', undefined],
    ['攀登计划怎么写', undefined],
    ['登没记过', undefined],
  ])('%s: heard as %s', (question, heard) => {
    expect(library.read(question).heard).toBe(heard)
  })

  test('the section asked for comes first, read from the question itself', async () => {
    const { passages } = await library.search('风筝证多少钱')
    expect(passages[0]?.sourceId).toBe('kite-permit#fees')
  })

  test('the section asked for is learnt from the questions staff wrote by section', async () => {
    const asks = new Map([
      ['fees' as const, ['会不会很贵', '办下来破费吗', '这个证破费多少', '要破费几个钱']],
      ['time' as const, ['啥时候到手', '几时到手', '要熬多少日子', '还得熬多久']],
      ['who' as const, ['我够格吗', '像我这样够格吗', '谁够格放', '外地人够格吗']],
    ])
    await using taught = await open({
      content: changedContent('kite-permit', (guide) => ({ ...guide, sectionAsks: asks })),
    })
    await taught.ready
    for (const [question, section] of [
      ['风筝证破费不破费', 'fees'],
      ['风筝证还得熬好久吧', 'time'],
      ['小孩放风筝够格不', 'who'],
    ] as const) {
      expect(taught.read(question).sections[0]?.section, question).toBe(section)
      expect((await taught.search(question)).passages[0]?.id, question).toBe(`kite-permit#${section}`)
    }
  })

  test('what a message is written for is learnt from the examples staff wrote', async () => {
    const kinds = {
      question: ['请问风筝证怎么办', '船位什么时候可以申请', '灯会摊位要什么材料'],
      complaint: ['风筝店收了钱不退款，没人管', '船位被占了一直没人处理', '摊位吵得受不了，要求解决'],
      suggestion: ['建议多设几个风筝场', '希望船位能增加', '建议灯会统一摊位样式'],
    }
    await using taught = await open({ content: { ...sampleContent(), kinds } })
    expect(taught.kindOf('建议增加风筝场的座位')).toBeUndefined()
    await taught.ready
    expect(taught.kindOf('建议增加风筝场的座位')).toBe('suggestion')
    expect(taught.kindOf('请问风筝场什么时候开放')).toBe('question')
    expect(library.kindOf('建议增加风筝场的座位')).toBeUndefined()
  })

  test('the section the caller prefers comes first', async () => {
    const { passages } = await library.search('风筝证', { sections: ['materials'] })
    expect(passages[0]?.id).toBe('kite-permit#materials')
  })

  test('a question of 常见问题 that fits closely is found by its own number', async () => {
    const { passages } = await library.search('风筝证丢了', { limit: 3 })
    expect(passages.map(({ id }) => id)).toContain('kite-permit#faq/1')
  })

  test('within one guide nothing of another is found', async () => {
    const { passages } = await library.search('泊位收费吗', { guide: 'kite-permit' })
    expect(new Set(passages.map(({ guide }) => guide))).toEqual(new Set(['kite-permit']))
  })

  test('what no guide answers is not claimed', async () => {
    const asked = await library.search('风筝证多少钱')
    expect(asked.confidence).toBeGreaterThan(0.8)
    for (const question of ['今天天气怎么样', '推荐一部电影', 'what is the weather', '', '？？？', '🎉']) {
      expect((await library.search(question)).confidence).toBeLessThan(0.3)
    }
  })

  test('all scores and their parts stay within 0..1, best first', async () => {
    const { passages, guides } = await library.search('风筝放飞许可证申领要多少钱，泊位呢', { limit: 20 })
    const scores = passages.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    for (const { score, parts } of passages) {
      for (const value of [score, ...Object.values(parts)]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }
    }
    for (const { confidence } of guides) expect(confidence).toBeLessThanOrEqual(1)
  })

  test('passages of a guide come in the order of its file', () => {
    expect(library.passages('kite-permit').map(({ id }) => id)).toEqual([
      'kite-permit#who',
      'kite-permit#materials',
      'kite-permit#fees',
      'kite-permit#time',
      'kite-permit#faq/1',
      'kite-permit#faq/2',
    ])
    expect(library.passages('nowhere')).toEqual([])
  })
})

describe('the index', () => {
  test('answers by words before the vectors are ready, and by both after', async () => {
    await using library = await open()
    expect(await library.search('风筝证')).toMatchObject({ mode: 'lexical-only' })
    expect(library.state()).toMatchObject({ passages: 13, vectors: 'building' })
    await library.ready
    expect(await library.search('风筝证')).toMatchObject({ mode: 'hybrid' })
    expect(library.state()).toMatchObject({ vectors: 'ready' })
  })

  test('is built once for the same content, and anew when its folder is torn or gone', async () => {
    const dataDir = await newFolder()
    const opened = async (): Promise<string> => {
      await using library = await open({ dataDir })
      await library.ready
      return (await library.search('风筝证')).mode
    }
    await opened()
    const [name = ''] = await readdir(join(dataDir, 'index'))
    const folder = join(dataDir, 'index', name)
    for (const damage of [
      () => truncate(join(folder, 'vectors.bin'), 10),
      () => writeFile(join(folder, 'manifest.json'), '{'),
      () => writeFile(join(folder, 'space.bin'), 'nothing'),
      () => rm(join(dataDir, 'index'), { recursive: true }),
    ]) {
      await damage()
      expect(await opened()).toBe('hybrid')
      expect(await readdir(join(dataDir, 'index'))).toEqual([name])
    }
  })

  test('stays with words where nothing can be written', async () => {
    const dataDir = join(await newFolder(), 'a-file')
    await writeFile(dataDir, '')
    await using library = await open({ dataDir })
    await library.ready
    expect(await foundByWords(library)).toBe('kite-permit')
    expect(library.state().vectors).toBe('off')
  })

  test('follows the files when staff change them', async () => {
    await using library = await open()
    await library.ready
    const before = library.state().hash
    const running = library.search('灯会摊位')
    expect(await library.replace(rewrittenContent())).toBe(true)
    expect((await running).guides[0]?.title).toBe('灯会摊位备案')
    expect((await library.search('龙舟赛报名')).guides[0]?.title).toBe('龙舟赛报名')
    expect(library.state().hash).not.toBe(before)
  })
})

describe('a remote embedding model', () => {
  test('that is down at the start is asked again until it answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const embeddings = new CharacterEmbeddings()
      embeddings.up = false
      await using library = await open({ embeddings })
      await library.ready
      expect(library.state().vectors).toBe('off')
      embeddings.up = true
      await vi.advanceTimersByTimeAsync(5000)
      vi.useRealTimers()
      await vi.waitFor(() => expect(library.state().vectors).toBe('ready'), { timeout: 60_000 })
      expect((await library.search('小船停泊登记')).mode).toBe('hybrid')
    } finally {
      vi.useRealTimers()
    }
  })

  test('takes the place of the embedded one', async () => {
    await using library = await open({ embeddings: new CharacterEmbeddings() })
    await library.ready
    const { mode, passages } = await library.search('小船停泊登记')
    expect(mode).toBe('hybrid')
    expect(passages[0]?.guide).toBe('boat-mooring')
    expect(passages[0]?.parts.vector).toBeGreaterThan(0)
  })

  test('that is down leaves the citizen with search by words', async () => {
    const embeddings = new CharacterEmbeddings()
    embeddings.up = false
    await using never = await open({ embeddings })
    await never.ready
    expect(await foundByWords(never)).toBe('kite-permit')

    embeddings.up = true
    await using library = await open({ embeddings })
    await library.ready
    embeddings.up = false
    expect(await foundByWords(library)).toBe('kite-permit')
  })
})
