import { describe, expect, test } from 'vitest'
import { problemReport, readStaffContent } from '../../src/content/index.ts'
import { FILES, GUIDE, SERVICE, problemsWith, staffFolder } from './sample-files.ts'

const FORM = 'knowledge/services/kite-permit.yaml'

function formAfter(from: string, to: string): string[] {
  expect(SERVICE).toContain(from)
  return problemsWith({ [FORM]: SERVICE.replace(from, to) })
}

describe('a staff folder without a mistake', () => {
  using folder = staffFolder()
  const { content, problems } = readStaffContent(folder.root)

  test('is read whole', () => {
    expect(problems).toEqual([])
    expect([...content.guides.keys(), ...content.services.keys(), ...content.prompts.keys()]).toEqual([
      'kite-permit',
      'kite-permit',
      'assistant',
    ])
    expect(content.calendar.years).toEqual([2026])
    expect(content.calendar.holidays.has('2026-01-02')).toBe(true)
    expect(content.calendar.workdays.has('2026-01-04')).toBe(true)
    expect(content.thesaurus.groups).toEqual([{ word: '风筝', synonyms: ['纸鸢'] }])
  })
  test('shows the numbers of the guide in the words of the form', () => {
    const form = content.services.get('kite-permit')
    expect(form?.eligibility[0]?.message).toBe('要满16周岁才能办。')
    expect(form?.materials[0]?.label).toBe('照片2张')
  })
})

describe('staff are told about an example of a message', () => {
  const COMPLAINT = 'knowledge/kinds/complaint.txt'
  test('that stands in two kinds', () => {
    const files = {
      [COMPLAINT]: '# 投诉\n\n风筝挂在树上没人管\n',
      'knowledge/kinds/question.txt': '风筝挂在树上没人管\n',
    }
    expect(problemsWith(files)).toEqual([
      `knowledge/kinds/question.txt:1 the message already stands in ${COMPLAINT} line 3 | keep it in one place`,
    ])
  })
  test('of a kind there is not', () => {
    expect(problemsWith({ 'knowledge/kinds/complaints.txt': '风筝挂在树上没人管\n' })).toEqual([
      `knowledge/kinds/complaints.txt:1 no kind of message has this name | use one of knowledge/kinds/question.txt, ${COMPLAINT}, knowledge/kinds/suggestion.txt`,
    ])
  })
})

describe('staff are told about a form', () => {
  test('that names a field which is not there', () => {
    expect(formAfter('age(birthDate)', 'age(bornOn)')).toEqual([
      `${FORM}:18 the condition "age(bornOn) < 16" is wrong: there is no field "bornOn" | correct the condition`,
    ])
  })
  test('that cites, charges or promises what the guide does not hold', () => {
    expect(formAfter('kite-permit#who', 'kite-permit#where-to').join()).toContain('"eligibility[1].cite" should be')
    expect(formAfter('kite-permit#who', 'kite-permits#who').join()).toContain('the guide "kite-permits" does not exist')
    expect(formAfter('fee: first-issue', 'fee: first-isue').join()).toContain('write fee: first-issue')
    expect(formAfter('fee: first-issue', 'fee: replacement').join()).toContain('the fee "replacement" is unverified')
    expect(formAfter('limit: legal', 'limit: promised').join()).toContain('no confirmed promised limit')
  })
  test('whose derived field, options or bounds make no sense', () => {
    expect(formAfter('from: citizenId', 'from: citizenID').join()).toContain('write from: citizenId')
    expect(formAfter('options: [{ id: bird, label: 鸟 }, { id: fish, label: 鱼 }]', '').join()).toContain(
      'fewer than two options',
    )
    expect(formAfter('element: citizen-id', 'element: citizen-id, min: 3').join()).toContain('is no number')
    expect(formAfter('id: shape', 'id: citizenId').join()).toContain('stands in fields a second time')
    for (const taken of ['situation', 'today', 'string', 'in']) {
      expect(formAfter('id: shape', `id: ${taken}`).join()).toContain('a name that conditions keep for themselves')
    }
  })
  test('that ends in person without saying what is left to do', () => {
    expect(formAfter('completion: online', 'completion: appointment').join()).toContain('"inPerson" is missing')
  })
  test('that shows a bare number', () => {
    expect(formAfter('要满{{min-age}}才能办', '要满16周岁才能办').join()).toContain('stands bare in the text')
  })
  test('that has no guide, or one that does not know it', () => {
    expect(formAfter('guide: kite-permit', 'guide: kite-permits').join()).toContain('write guide: kite-permit')
    const lonely = GUIDE.replace('service: kite-permit\n', '')
    expect(problemsWith({ 'knowledge/guides/leisure/kite-permit.md': lonely }).join()).toContain(
      'does not name this form',
    )
    const astray = GUIDE.replace('service: kite-permit', 'service: kite-permitt')
    expect(problemsWith({ 'knowledge/guides/leisure/kite-permit.md': astray }).join()).toContain(
      'write service: kite-permit',
    )
  })
})

describe('the other files', () => {
  test('keep the same variables in all three written forms of a text', () => {
    expect(
      problemsWith({
        'prompts/messages.yaml': 'hello:\n  zh-Hans: 您好{{name}}\n  zh-Hant: 您好{{name}}\n  en: Hello\n',
      }),
    ).toEqual([
      'prompts/messages.yaml:4 "hello" has the variables none in en, but name in zh-Hans | use the same {{variables}} in all three',
    ])
    expect(problemsWith({ 'prompts/messages.yaml': 'hello: { zh-Hans: 您好, en: Hello }\n' }).join()).toContain(
      '"hello.zh-Hant" is missing',
    )
  })
  test('use every variable of a prompt and no other', () => {
    const prompt = (body: string, variables: string) => ({
      'prompts/assistant.md': `---\npurpose: 回答\nversion: 1\nlabel: 平实\nvariables: ${variables}\n---\n${body}\n`,
    })
    expect(problemsWith(prompt('今天是{{tody}}。', '{ today: 今天 }'))).toEqual([
      'prompts/assistant.md:5 the variable "today" is not used in the text | write {{today}} where it belongs, or remove it',
      'prompts/assistant.md:7 {{tody}} is no variable of this prompt | write {{today}}, or add it to variables',
    ])
    expect(problemsWith(prompt('', '{}')).join()).toContain('the prompt has no text')
  })
  test('keep a synonym in one group only', () => {
    const thesaurus = 'groups:\n  - { word: 风筝, synonyms: [纸鸢, 风筝] }\n  - { word: 飞机, synonyms: [纸鸢] }\n'
    expect(problemsWith({ 'knowledge/thesaurus.yaml': thesaurus })).toHaveLength(2)
  })
  test('list only days that make sense', () => {
    const calendar = (days: string, made: string) => ({
      'knowledge/calendar.yaml': `years:\n  - year: 2026\n    holidays: [${days}]\n    workdays: [${made}]\n`,
    })
    expect(problemsWith(calendar('{ name: 元旦, from: 2026-01-03, to: 2026-01-01 }', '')).join()).toContain(
      'ends before it begins',
    )
    expect(problemsWith(calendar('{ name: 元旦, from: 2025-12-31, to: 2026-01-01 }', '')).join()).toContain(
      '2025-12-31 is no day of 2026',
    )
    expect(problemsWith(calendar('', '2026-01-05')).join()).toContain('is a workday anyway')
    expect(problemsWith(calendar('{ name: 元旦, from: 2026-01-03, to: 2026-01-04 }', '2026-01-04')).join()).toContain(
      'both a holiday and a workday',
    )
  })
  test('are all there', () => {
    using folder = staffFolder()
    const { problems } = readStaffContent(`${folder.root}/knowledge`)
    expect(problems.map(({ file }) => file)).toEqual(
      Object.keys(FILES)
        .filter((file) => /thesaurus|calendar|laws|profile|registers|search|messages/.test(file))
        .toSorted(),
    )
  })
  test('say where YAML itself is broken', () => {
    expect(problemsWith({ 'knowledge/search.yaml': 'titleWeight: 3\nasksWeight: [2\n' }).join()).toContain(
      'this is not valid YAML',
    )
  })
})

test('a guide with a mistake, and its form, are left out rather than shown', () => {
  using folder = staffFolder({ 'knowledge/guides/leisure/kite-permit.md': GUIDE.replace('到窗口办。', '交30元。') })
  const { content, problems } = readStaffContent(folder.root)
  expect(problems).toHaveLength(1)
  expect(content.guides.size + content.services.size).toBe(0)
})

test('problems are told in one go, grouped by file', () => {
  using folder = staffFolder({ 'knowledge/guides/leisure/kite-permit.md': GUIDE.replace('到窗口办。', '交30元。') })
  expect(problemReport(readStaffContent(folder.root).problems)).toBe(
    'knowledge/guides/leisure/kite-permit.md line 44: the number "30元" stands bare in the text. ' +
      'To put it right: put it under facts or fees and write {{its-id}} here.\n\n1 problem in 1 file\n',
  )
})
