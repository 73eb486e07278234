import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { createEar } from '../../src/knowledge/words/ear.ts'
import { createEdition, editionSteps, type Edition } from '../../src/knowledge/edition.ts'
import {
  createLibrary,
  createVectorDatabase,
  type Library,
  type LibraryContent,
  type LibraryTools,
} from '../../src/knowledge/index.ts'
import { rank } from '../../src/knowledge/ranking/rank.ts'
import { atOnce } from '../../src/knowledge/steps.ts'
import { startVectorDatabase } from '../support/vector-database.ts'
import { CharacterEmbeddings } from './character-embeddings.ts'
import { changedContent, rewrittenContent, sampleContent, withSentence } from './sample-content.ts'

const folders: string[] = []
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bianban-changed-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const QUESTIONS = [
  '放风筝要办证吗',
  '纸鸢许可多少钱',
  '小船停在拓印码头要登记吗',
  '龙舟赛怎么报名',
  '海风券在哪领',
  '灯会摆摊',
  '拓印核对证',
]

function answers(edition: Edition): unknown[] {
  const options = { limit: 20, guide: undefined, sections: undefined }
  return QUESTIONS.map((question) => rank(edition, question, undefined, options))
}

/** All of it read by an ear that knows nothing of other content. */
function readAnew(content: LibraryContent): Edition {
  createEar(['别的词'])
  return createEdition(content)
}

const noBoat = (): LibraryContent => {
  const { guides, ...content } = sampleContent()
  return { ...content, guides: new Map([...guides].filter(([id]) => id !== 'boat-mooring')) }
}

test('after any change the words found are those of reading all anew', () => {
  const changes: Readonly<Record<string, LibraryContent>> = {
    'a sentence': withSentence('拓印海风券也在窗口领取。'),
    'an alias that stands in other guides': changedContent('lantern-stall', (guide) => ({
      ...guide,
      aliases: [...guide.aliases, '照片', '拓印核对证'],
    })),
    'a guide less': noBoat(),
    'another thesaurus': {
      ...sampleContent(),
      thesaurus: { groups: [{ word: '小船', synonyms: ['海风券', '船舶'] }] },
    },
    'another title': rewrittenContent(),
  }
  let edition = readAnew(sampleContent())
  for (const [name, content] of Object.entries(changes)) {
    edition = atOnce(editionSteps(content, edition))
    expect(answers(edition), name).toEqual(answers(readAnew(content)))
  }
})

test('what a change does not touch is taken over as it stands', () => {
  // Staff may ask in the front matter what stands by section as well.
  const asking = (content: LibraryContent): LibraryContent => ({
    ...content,
    guides: new Map(
      [...content.guides].map(([id, guide]) => [id, { ...guide, sectionAsks: new Map([['who', guide.asks]]) }]),
    ),
  })
  const edition = readAnew(asking(sampleContent()))
  const next = atOnce(editionSteps(asking(withSentence('拓印件当场核对。')), edition))
  expect(next.askIndex).toBe(edition.askIndex)
  expect(next.nameIndex).toBe(edition.nameIndex)
  expect(next.passageIndex).not.toBe(edition.passageIndex)
})

async function open(tools: Partial<LibraryTools>): Promise<Library> {
  const dataDir = tools.dataDir ?? (await newFolder())
  return createLibrary({ content: sampleContent(), log: () => undefined, ...tools, dataDir })
}

const isHybrid = (library: Library) =>
  vi.waitFor(async () => expect((await library.search('风筝证')).mode).toBe('hybrid'), {
    interval: 10,
    timeout: 60_000,
  })

test('only the passages that changed are embedded, by the running process and by the next', async () => {
  const dataDir = await newFolder()
  const embeddings = new CharacterEmbeddings()
  {
    await using library = await open({ dataDir, embeddings })
    await library.ready
    expect(embeddings.passages).toHaveLength(13)
    await library.replace(withSentence('拓印件当场核对。'))
    await isHybrid(library)
    expect(embeddings.passages.slice(13)).toEqual([expect.stringContaining('拓印件当场核对')])
    const { passages } = await library.search('在本市海滩放飞大型风筝的人都可以申领风筝放飞许可证。拓印件当场核对。')
    const changed = passages.find(({ id }) => id === 'kite-permit#who')
    expect(changed?.parts.vector).toBeGreaterThan(0)
  }
  await using saved = await open({ dataDir, embeddings, content: withSentence('拓印件当场核对。') })
  await saved.ready
  expect(embeddings.passages).toHaveLength(14)
  await using other = await open({ dataDir, embeddings, content: withSentence('海风券另发。') })
  await other.ready
  expect(embeddings.passages.slice(14)).toEqual([expect.stringContaining('海风券另发')])
})

test('the embedded space is kept for a few passages, and learnt anew when many changed', async () => {
  const dataDir = await newFolder()
  const placed = async (): Promise<number[]> => {
    const names = await readdir(join(dataDir, 'index'))
    const texts = await Promise.all(
      names.map((name) => readFile(join(dataDir, 'index', name, 'manifest.json'), 'utf8')),
    )
    return texts.map((text) => (JSON.parse(text) as { placed: number }).placed).toSorted((one, other) => one - other)
  }
  await using library = await open({ dataDir })
  await library.ready
  await library.replace(withSentence('拓印件当场核对。'))
  await isHybrid(library)
  await vi.waitFor(async () => expect(await placed()).toEqual([0, 1]))
  await library.replace(rewrittenContent())
  await isHybrid(library)
  await vi.waitFor(async () => expect(await placed()).toEqual([0, 0, 1]))
})

test('the embedded space stays where it is when a guide was looked through and found right', async () => {
  const dataDir = await newFolder()
  const manifests = async (): Promise<string[]> => {
    const names = await readdir(join(dataDir, 'index'))
    return Promise.all(
      names.map(async (name) => `${name} ${await readFile(join(dataDir, 'index', name, 'manifest.json'), 'utf8')}`),
    )
  }
  const lookedThrough = changedContent('kite-permit', (guide) => ({
    ...guide,
    source: { ...guide.source, checked: '2027-01-04' },
  }))
  await using library = await open({ dataDir })
  await library.ready
  const before = await manifests()
  await using later = await open({ dataDir, content: lookedThrough })
  await later.ready
  expect(later.state().hash).not.toBe(library.state().hash)
  expect(await manifests()).toEqual(before)
  await using changed = await open({ dataDir, content: withSentence('拓印件当场核对。') })
  await changed.ready
  expect(await manifests()).toHaveLength(2)
})

test('of two changes at once the newer one counts', async () => {
  await using library = await open({})
  // Another title takes longest, for the ear must forget the old one.
  const [older, newer] = await Promise.all([library.replace(rewrittenContent()), library.replace(sampleContent())])
  expect([older, newer]).toEqual([false, true])
  expect((await library.search('灯会摊位')).guides[0]?.title).toBe('灯会摊位备案')
})

test('a model that gives longer vectors than before is asked for all passages again', async () => {
  const embeddings = new CharacterEmbeddings()
  await using library = await open({ embeddings })
  await library.ready
  embeddings.dimensions = 96
  expect((await library.search('风筝证')).mode).toBe('lexical-only')
  await isHybrid(library)
  expect(embeddings.passages).toHaveLength(26)
  await library.replace(withSentence('拓印件当场核对。'))
  await isHybrid(library)
  expect(embeddings.passages).toHaveLength(27)
})

test('processes that share a database embed each passage once', async () => {
  await using server = await startVectorDatabase()
  const embeddings = new CharacterEmbeddings()
  const events: string[] = []
  const shared = () =>
    open({
      embeddings,
      database: createVectorDatabase(server.config()),
      log: (event, { kind }) => events.push(`${event} ${String(kind)}`),
    })
  await using first = await shared()
  await first.ready
  await using second = await shared()
  await second.ready
  // Each start asks for one vector to learn its length.
  expect(embeddings.passages).toHaveLength(1 + 13 + 1)
  for (const library of [first, second]) {
    const { mode, passages } = await library.search('小船停泊登记')
    expect(mode).toBe('hybrid')
    expect(passages[0]?.guide).toBe('boat-mooring')
    expect(passages[0]?.parts.vector).toBeGreaterThan(0)
  }
  await second.replace(withSentence('拓印件当场核对。'))
  await isHybrid(second)
  await isHybrid(first)
  expect(embeddings.passages).toHaveLength(1 + 13 + 1 + 2)
  expect(new Set(events)).toEqual(new Set(['vectors-ready pgvector', 'recogniser-ready undefined']))
})

test('vectors are kept in the data folder while the database is away', async () => {
  const database = createVectorDatabase({ connectionString: 'postgres://127.0.0.1:1/none' })
  await using library = await open({ embeddings: new CharacterEmbeddings(), database })
  await library.ready
  expect((await library.search('小船停泊登记')).mode).toBe('hybrid')
})

test('a guide that was looked through and found right is not learnt again; one that says more is', async () => {
  const dataDir = await newFolder()
  const learntFrom = async (content: LibraryContent): Promise<string[]> => {
    await using library = createLibrary({ content, dataDir, log: () => undefined })
    await library.ready
    return (await readdir(join(dataDir, 'recogniser'))).sort()
  }
  const first = await learntFrom(sampleContent())
  const checked = changedContent('kite-permit', (guide) => ({
    ...guide,
    source: { ...guide.source, checked: '2026-11-24' },
  }))
  expect(await learntFrom(checked)).toEqual(first)
  expect(await learntFrom(withSentence('拓印件当场核对。'))).not.toEqual(first)
})
