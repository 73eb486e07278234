import { describe, expect, test } from 'vitest'
import { readCorrection } from '../../../src/language/index.ts'

describe('what a message takes back', () => {
  test.each([
    ['手机号写错了', '手机号'],
    ['我的地址变了', '地址'],
    ['不对，名字写错了，改一下', '名字'],
    ['刚才的电话填错了', '电话'],
    ['我要改手机号', '手机号'],
    ['帮我把电话改一下', '电话'],
    ['身份證號寫錯了', '身份证号'],
  ])('%s names it', (words, what) => {
    expect(readCorrection(words)).toEqual({ kind: 'name', what })
  })

  test.each([
    ['不是思明，是湖里', undefined, '思明', '湖里'],
    ['不是思明是湖里', undefined, '思明', '湖里'],
    ['把地址里的思明改成湖里', '地址', '思明', '湖里'],
    ['把1号改成2号', undefined, '1号', '2号'],
    ['名字不是陈侧试，是陈测试', '名字', '陈侧试', '陈测试'],
    ['地址是集美区不是海沧区', '地址', '海沧区', '集美区'],
    ['刚才的地址不对，是集美不是海沧', '地址', '海沧', '集美'],
    ['住址应该是集美区而不是海沧区', '住址', '海沧区', '集美区'],
  ])('%s changes words', (words, what, from, to) => {
    expect(readCorrection(words)).toEqual({ kind: 'words', what, from, to })
  })

  test.each([
    ['门牌号改成302', '门牌号', '302', 'wrong'],
    ['门牌错了，是302', '门牌', '302', 'wrong'],
    ['街道写错了，应是筼筜街道', '街道', '筼筜街道', 'wrong'],
    ['街道也错了，应该是滨海街道', '街道', '滨海街道', 'wrong'],
    ['单位名错了，是测验科技公司', '单位名', '测验科技公司', 'wrong'],
    ['学校名字填错了，应该叫测验小学', '学校名字', '测验小学', 'wrong'],
    ['手机号写错了，应该是13800000009', '手机号', '13800000009', 'wrong'],
    ['说错了叫吴测工', '姓名', '吴测工', 'wrong'],
    ['不对，我叫吴测工', '姓名', '吴测工', 'wrong'],
    ['等等，门牌是302', '门牌', '302', 'what-it-is'],
  ])('%s gives the new value of a thing it names', (words, what, to, says) => {
    expect(readCorrection(words)).toEqual({ kind: 'value', what, to, says })
  })

  test.each(['门牌是多少', '我叫陈测试', '想换身份证', '不是', '说错了，户口不在厦门', '地址写错了怎么办', '首次申领'])(
    '%s does neither',
    (words) => {
      expect(readCorrection(words)).toBeUndefined()
    },
  )
})
