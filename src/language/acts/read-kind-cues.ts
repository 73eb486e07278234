import { foldCharacters, toSimplified } from '../script.ts'

/** What tells a question, a complaint and a suggestion apart, whatever the matter; the name of each group is its meaning. */
const CUES = {
  asks: /请问|请教|咨询|想问|问一?下|想了解|想知道|\b(?:may i ask|could you tell|want to know)\b/,
  'asks-when': /什么时候|何时|多久|哪一?年|时间|\b(?:when|how long)\b/,
  'asks-how': /怎么|如何|怎样|\bhow\b/,
  'asks-whether': /是否|能否|可否|有没有|有无|能不能|可不可以|会不会|是不是|\b(?:can|is there|are there)\b/,
  'asks-plans': /规划|计划|拆迁|改造|腾退|开工|通车|建设|招生/,
  'asks-rules': /政策|条件|资格|规定|符合|标准/,
  proposes: /建议|提议|倡议|呼吁|意见|\bsuggest\w*/,
  hopes:
    /希望(?![东西南北中]?[路街里村巷]|[小中]学|工程|社区|家园)|[期渴]望|盼|恳请|恳求|请求|(?<=^|[，,。；;！!？?\s])[敬还万]?望(?![^，,。；;！!？?\s]{0,4}[路街里村巷\d])/u,
  improves:
    /应当|应该(?![是叫在])|应尽|加强|完善|优化|推广|出台|统一|规范|鼓励|增设|增加|\b(?:should|would be (?:great|good|nice))\b/,
  'money-back': /退款|退费|退钱|退还|返还|不退|赔偿|追回|讨|拖欠|克扣|扣了|欠薪|\brefund\b/,
  'put-off':
    /推脱|推诿|互相推|踢皮球|拖|不理|不肯|不给|拒绝|无果|没有?结果|没有下文|没有?人(?:管|来|理|修|处理)|不管|至今|迟迟|一直|\b(?:nobody|refuses?d?)\b/,
  harmed:
    /严重|影响|扰民|噪音|隐患|危险|受不了|臭|坏了|漏水|堵|骗|骂|威胁|态度|乱(?:收|停|扔|堆|倒)|违[法规建]|擅自|\b(?:noise|rude|unsafe)\b/,
  demands:
    /解决|处理|查处|严查|彻查|整治|整改|制止|拆除|清理|督促|帮忙|帮助|求助|协调|介入|要求(?=[^有是的和高低吗呢？?])|\b(?:do something|please help)\b/,
  paid: /元|交了|缴费|钱/,
  promised: /合同|承诺|联系不上|失联|客服|协议/,
  reported: /反映|投诉|举报|多次|\bcomplain\w*/,
  'question-mark': /[?？吗呢]/,
} as const satisfies Readonly<Record<string, RegExp>>

/** A way of speaking that tells what a message is written for. */
export type KindCue = keyof typeof CUES

/** The cues a message has, in a fixed order. One alone decides nothing: 建议 stands in questions too. */
export function readKindCues(text: string): KindCue[] {
  const plain = toSimplified(foldCharacters(text)).toLowerCase()
  return (Object.keys(CUES) as KindCue[]).filter((cue) => CUES[cue].test(plain))
}
