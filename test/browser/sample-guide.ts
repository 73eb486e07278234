import type { GuideView } from '../../src/wire.ts'

/** A synthetic guide with two sections and two questions. */
export function sampleGuide(change: Partial<GuideView> = {}): GuideView {
  return {
    id: 'residence-permit',
    title: '居住证申领',
    titleEn: 'Residence permit',
    topic: 'identity',
    aliases: [],
    service: 'residence-permit',
    checked: '2026-11-20',
    authority: '公安机关',
    publisher: '测试发布单位',
    version: 'abcdef012345',
    sections: [
      { slug: 'who', heading: '谁能办', text: '居住**半年**以上。' },
      { slug: 'time', heading: '多久办好', text: '15 日内制发。' },
      { slug: 'faq', heading: '能代办吗', text: '要本人办。' },
      { slug: 'faq', heading: '丢了怎么办', text: '申请补领。' },
    ],
    ...change,
  }
}
