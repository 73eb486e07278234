import type { Benefit, ProfileField } from '../../src/content/benefit.ts'
import type { Bundle } from '../../src/content/bundle.ts'
import type { Register } from '../../src/content/registers.ts'
import { GuideHead, type Guide } from '../../src/content/guide.ts'
import { Service } from '../../src/content/service.ts'
import type { Calendar } from '../../src/content/staff-content.ts'

/** A service made up for these tests: every kind of condition once. */
export const SAMPLE = Service.parse({
  id: 'sample-pass',
  guide: 'sample-pass',
  title: '样例通行证',
  titleEn: 'Sample pass',
  completion: 'online',
  situations: [
    { id: 'first-issue', label: '首次申领', aliases: ['第一次'] },
    { id: 'replacement', label: '丢失补领', aliases: ['补办'] },
  ],
  fields: [
    { id: 'name', element: 'name', label: '姓名', ask: '请问您的姓名？' },
    { id: 'mobile', element: 'mobile', label: '手机号', ask: '请留一个手机号。' },
    {
      id: 'birthDate',
      element: 'date',
      label: '出生日期',
      ask: '请问您的出生日期？',
      derive: { from: 'citizenId', as: 'birth-date' },
    },
    { id: 'citizenId', element: 'citizen-id', label: '身份证号', ask: '请告诉我您的身份证号。' },
    { id: 'rented', element: 'yes-no', label: '是否租房', ask: '您是租房住吗？' },
    { id: 'landlord', element: 'name', label: '房东姓名', when: 'rented', ask: '房东怎么称呼？' },
    {
      id: 'landlordMobile',
      element: 'mobile',
      label: '房东手机号',
      when: 'rented && landlord != ""',
      ask: '房东的手机号？',
    },
    { id: 'local', element: 'yes-no', label: '户口是否在本市', ask: '您的户口在本市吗？' },
    {
      id: 'livesSince',
      element: 'date',
      label: '居住起始日期',
      when: 'situation == "first-issue"',
      ask: '您是哪天开始住在这里的？',
    },
    { id: 'remark', element: 'text', label: '备注', required: false, ask: '还有什么要说明的吗？' },
  ],
  eligibility: [
    { id: 'local', when: 'local', outcome: 'no', message: '户口在本市的不用办。', cite: 'sample-pass#who' },
    {
      id: 'too-short',
      when: 'situation == "first-issue" && monthsSince(livesSince) < 6',
      outcome: 'not-yet',
      message: '住满半年再来。',
      cite: 'sample-pass#who',
    },
    { id: 'minor', when: 'age(birthDate) < 16', outcome: 'note', message: '由监护人陪同。', cite: 'sample-pass#who' },
  ],
  materials: [
    { id: 'identity-card', label: '身份证' },
    { id: 'photo', label: '相片', when: 'situation == "first-issue"' },
    { id: 'lease', label: '租赁合同', when: 'rented', note: '复印件也行' },
  ],
  fee: [
    { when: 'situation == "replacement"', fee: 'replacement' },
    { when: 'situation == "first-issue"', free: true },
  ],
  declaration: '我保证所填内容属实。',
  limit: 'promised',
  gateway: { department: '样例局', itemCode: 'SAMPLE-1' },
})

/** A second service that shares name, mobile and identity number with the first. */
const OTHER = Service.parse({
  id: 'sample-allowance',
  guide: 'sample-allowance',
  title: '样例津贴',
  titleEn: 'Sample allowance',
  completion: 'appointment',
  inPerson: '到窗口按指纹。',
  situations: [],
  fields: [
    { id: 'name', element: 'name', label: '姓名', ask: '请问您的姓名？' },
    { id: 'mobile', element: 'mobile', label: '手机号', ask: '请留一个手机号。' },
    { id: 'months', element: 'number', label: '参保月数', min: 0, max: 600, ask: '一共参保多少个月？' },
  ],
  eligibility: [],
  materials: [],
  fee: [],
  declaration: '我保证所填内容属实。',
  limit: 'none',
  gateway: { department: '样例局', itemCode: 'SAMPLE-2' },
})

const head = (id: string, title: string): GuideHead =>
  GuideHead.parse({
    id,
    title,
    titleEn: title,
    aliases: [],
    asks: ['一', '二', '三', '四', '五'],
    topic: 'sample',
    audience: ['person'],
    authority: '样例局',
    itemType: '行政确认',
    handling: 'promised',
    promisedLimit: { value: 10, unit: 'working-day', mark: 'source', source: '样例' },
    legalLimit: { value: 30, unit: 'day', mark: 'unverified' },
    channels: [],
    fees: [{ id: 'replacement', label: '补领', amount: 20, when: '丢失补领', mark: 'source', source: '样例' }],
    nationwide: true,
    service: id,
    legalBasis: [],
    source: { publisher: '样例', checked: '2026-11-01' },
    facts: [],
    english: {},
  })

const guide = (id: string, title: string): Guide => ({
  ...head(id, title),
  sections: [],
  sectionAsks: new Map(),
  answers: new Map(),
  pointsEn: new Map(),
  file: `${id}.md`,
  hash: '',
})

/** New Year's Day 2027 off, and Sunday 3 January worked for it. */
export const CALENDAR: Calendar = {
  years: [2026, 2027],
  holidays: new Set(['2027-01-01']),
  workdays: new Set(['2027-01-03']),
}

export const SAMPLE_GUIDE = guide('sample-pass', '样例通行证')

/** What a counter is opened over. */
export const CONTENT = {
  services: new Map([SAMPLE, OTHER].map((service) => [service.id, service])),
  guides: new Map([SAMPLE_GUIDE, guide('sample-allowance', '样例津贴')].map((each) => [each.id, each])),
  calendar: CALENDAR,
  registers: new Map<string, Register>(),
  benefits: new Map<string, Benefit>(),
  bundles: new Map<string, Bundle>(),
  profile: new Map<string, ProfileField>(),
}
