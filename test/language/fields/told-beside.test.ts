import { describe, expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

function read(words: string, fields: readonly FieldToRead[], asked = fields[0]?.id) {
  const readings = readFields(words, fields, { today: '2026-11-26', asked })
  return Object.fromEntries(readings.map(({ field, value, problem }) => [field, problem === undefined ? value : '!']))
}

function field(element: string, label: string, rest: Partial<FieldToRead> = {}): FieldToRead {
  return { id: 'asked', element, label, labels: [], ...rest }
}

describe('amounts', () => {
  test.each([
    ['我四千，老公六千五', '10500'],
    ['my brother earns 5000, we make 4200', '4200'],
  ])('of a household: %s', (words, value) => {
    expect(read(words, [field('money', '家庭月收入')])).toEqual({ asked: value })
  })

  test.each([
    ['两千六，押一付三', '2600'],
    ['房东要两千八，谈到两千六', '2600'],
    ['说好三千，实际给两千八，按实际的算', '2800'],
  ])('of a month: %s', (words, value) => {
    expect(read(words, [field('money', '月租金')])).toEqual({ asked: value })
  })

  test.each(['四份，公司两份使馆两份', '三份，再加一份，四份'])('%s: the whole, and its parts', (words) => {
    expect(read(words, [field('number', '份数')])).toEqual({ asked: '4' })
  })

  test.each([
    ['我、老公、两个娃，加上婆婆', '5'],
    ['夫妻俩带爸妈，还有一个上小学的女儿', '5'],
    ['我带两个孩子，加我三个', '3'],
    ['我和表哥，一人一半', '2'],
  ])('people one by one: %s', (words, value) => {
    expect(read(words, [field('number', '共同生活的人数')])).toEqual({ asked: value })
  })

  test('what they live on is told beside', () => {
    const fields = [field('number', '共同生活的人数'), field('money', '全家月收入', { id: 'income' })]
    expect(read('老两口和孙女三口人，一个月就两千一', fields)).toEqual({ asked: '3', income: '2100' })
  })
})

describe('days', () => {
  const decided = field('date', '作出决议的日期')
  test.each([
    ['11月3号发通知，5号签的决议', '2026-11-05'],
    ['11月3号，不对，3号是发通知，6号才作的决议', '2026-11-06'],
  ])('by the event they belong to: %s', (words, value) => {
    expect(read(words, [decided])).toEqual({ asked: value })
  })

  test('of two events that nothing tells apart none is kept', () => {
    expect(read('11月3号碰头，5号又碰头', [decided])).toEqual({})
  })

  test('the calendar of the Republic said after', () => {
    expect(read('75年3月8日，民国的', [field('date', '出生日期')])).toEqual({ asked: '1986-03-08' })
  })

  test('beside another answer a day goes to the field that its clause speaks of', () => {
    const fields = [
      field('text', '就诊医院', { ask: '在哪家医院看的？' }),
      field('date', '就诊开始日期', { id: 'from', labels: ['看病日期'] }),
      field('date', '生育登记日期', { id: 'registered' }),
    ]
    expect(read('某某医院，9月15号去看的', fields)).toEqual({ asked: '某某医院', from: '2026-09-15' })
  })
})

describe('places, names and numbers', () => {
  test('a house over a comma', () => {
    expect(read('集美区侨英街道孙坂南路88号，3幢，502', [field('address', '住址')])).toEqual({
      asked: '集美区|侨英街道|孙坂南路88号3幢502',
    })
  })

  test.each(['壹叁玖 零零零零 贰叁肆伍', '13900002344不对，尾号是2345', '13800001234，那是旧卡，新的13900002345'])(
    'mobile: %s',
    (words) => {
      expect(read(words, [field('mobile', '手机号')])).toEqual({ asked: '13900002345' })
    },
  )

  test.each(['护士说下礼拜一才给', '這個統一編號我不想給'])('%s is no number of a paper', (words) => {
    expect(read(words, [field('text', '出生医学证明编号')])).toEqual({})
  })

  test.each([
    ['MARIA JOSE SANTOS, as in passport', { asked: 'MARIA JOSE SANTOS' }],
    ['Everybody calls me Max', {}],
  ])('in Latin letters: %s', (words, expected) => {
    expect(read(words, [field('text', '护照上的姓名', { ask: '请写护照上的姓名。' })])).toEqual(expected)
  })

  test('who she is, alone in the first clause', () => {
    const relation = field('choice', '您与逝者的关系', {
      ask: '您是逝者的配偶、子女还是其他亲属？',
      options: [
        { id: 'spouse', label: '配偶', aliases: [] },
        { id: 'child', label: '子女', aliases: [] },
        { id: 'other', label: '其他亲属', aliases: [] },
      ],
    })
    expect(read('外甥，他儿子女儿都在国外', [relation])).toEqual({ asked: 'other' })
  })
})
