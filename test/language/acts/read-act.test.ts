import { expect, test } from 'vitest'
import { readAct, type Act } from '../../../src/language/index.ts'

function acts(text: string): Act[] {
  return readAct(text).map(({ act }) => act)
}

test.each<[string, Act[]]>([
  ['好的', ['affirm']],
  ['嗯', ['affirm']],
  ['不是', ['deny']],
  ['不用了', ['deny']],
  ['谢谢你', ['thanks']],
  ['你好', ['greeting']],
  ['帮我办', ['apply']],
  ['可以帮我办吗', ['apply']],
  ['我要申请居住证', ['apply']],
  ['我想申请', ['apply']],
  ['现在就办', ['apply']],
  ['我要办公证', ['apply']],
  ['我要提取公积金', ['apply']],
  ['我想开一张无犯罪记录证明', ['apply']],
  ['帮我把户口迁到厦门', ['apply']],
  ['预约领结婚证', ['apply']],
  ['顺便帮我申请', ['apply']],
  ['幫我辦理居住證', ['apply']],
  ['帮我把店名变更一下', ['apply']],
  ['I want to apply for a residence permit', ['apply']],
  ['帮我填居住证申请', ['apply']],
  ['居住证申请表帮我填一下', ['apply']],
  ['帮我填一下失业金的申请表', ['apply']],
  ['直接在这里填生育津贴申请吧', ['apply']],
  ['替我填个护照预约单', ['apply']],
  ['我想填公积金提取单', ['apply']],
  ['Fill in the residence permit form for me', ['apply']],
  ['please fill out the housing fund form', ['apply']],
  ['不办了', ['cancel']],
  ['取消', ['cancel']],
  ['取消这个申请吧', ['cancel']],
  ['先放一放', ['set-aside']],
  ['等会再填', ['set-aside']],
  ['等会儿再填', ['set-aside']],
  ['明天再说吧', ['set-aside']],
  ['第三条写着“材料齐了就提交”', []],
  ['暂停', ['set-aside']],
  ['我先暂停吧', ['set-aside']],
  ['公司暂停了', []],
  ['回来了', ['resume']],
  ['我回来啦', ['resume']],
  ['他从国外回来了', []],
  ['继续办', ['resume']],
  ['接着填', ['resume']],
  ['办到哪了', ['status']],
  ['查进度', ['status']],
  ['孩子上户口当天能办好吗', []],
  ['这几样可以一次办完吗', []],
  ['转人工', ['human']],
  ['我要投诉', ['complaint']],
  ['跳过', ['skip']],
  ['等一下再填这个', ['skip']],
  ['后面的先来', ['skip']],
  ['这个先放一放', ['skip']],
  ['先空着', ['skip']],
  ['等会儿再填', ['set-aside']],
  ['回到居住证', ['resume']],
  ['回到厦门了', []],
  ['不知道', ['unknown']],
  ['看看我填了什么', ['show']],
  ['再说一遍', ['again']],
  ['是的，帮我申请', ['affirm', 'apply']],
  ['谢谢，先放一放', ['thanks', 'set-aside']],
])('%s', (text, expected) => {
  expect(acts(text)).toEqual(expected)
})

test.each([
  '想办居住证要准备什么',
  '身份证怎么办理',
  '办居住证要多久',
  '居住证申请表怎么填',
  '表让中介帮我填',
  '我填的申请错了',
  '我要填什么表',
  'How do I fill in the form?',
  '不用帮我办',
  '取消公积金账户怎么办',
  '继续缴社保',
  '人工耳蜗补贴',
  '不知道要带什么',
  '居住证忘记签注过期了',
  '想在集美开个奶茶店要办哪些证',
  '可以在网上办吗',
  '朋友来住多久要登记住宿',
  '预约领结婚证要带什么',
  '我要办公吗',
  '满16岁多久之内要去办身份证',
  '可以让中介替我申请居住证吗',
  '能叫弟弟帮我领护照吗',
  '离职两个月现在申请失业金晚不晚',
  '房子卖给别人登记要带什么',
  '公司给我开了离职证明',
])('%s asks, and performs nothing', (text) => {
  expect(acts(text)).toEqual([])
})

test('carries the receipt number of a question about progress', () => {
  expect(readAct('查一下XM20261123-ABCDEFGH')).toEqual([
    expect.objectContaining({ act: 'status', detail: 'XM20261123-ABCDEFGH', start: 3 }),
  ])
})

test.each(['帮我', '想要', '(', '看看', '不', '再', '办'])('reads a long hostile message made of %j only', (piece) => {
  expect(readAct(piece.repeat(2000)).length).toBeLessThan(20)
})
