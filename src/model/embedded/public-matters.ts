/** Words of public services: with one of them a question without guidance is "not in our guides", without, "not our matter". */
const SERVICES = `
  证 照 国家 政府 公家 法律 12345 招生 学籍 接种 疫苗 怎么领 能领 可以领 领多少 户口 户籍
  落户 社保 社会保 医保 医疗保险 养老 退休 失业 生育 工伤 公积金 税 补贴 补助 津贴 低保
  残疾 登记 许可 备案 审批 执照 注销 公司 个体 申请 申领 申报 办理 办事 政务 派出所
  公安 民政 街道 社区 居委 窗口 大厅 政策 入学 学位 学校 房产 不动产 过户 租房 廉租
  公租 结婚 离婚 收养 出入境 签证 护照 通行 违章 违法 罚款 仲裁 维权 投诉 消防 环评
  城管 养犬 狗证 宅基 土地 林权 征地 征收 拆迁 兵役 参军 服役 退役 转业 职称 信访
  宗教 民族成分 殡葬 死亡 迁
`
const IN_ENGLISH = `
  permit licen[cs]e visa tax regist insurance certificate passport pension police government subsid allowance residen
`
/** What a city looks after besides its counters: streets, transport, water and light, building, neighbourhoods, markets. */
const CITY = `
  规划 旧改 老旧小区 旧城 腾退 棚改 道路 马路 公路 高速路 修路 人行道 地铁 公交 路灯 红绿灯
  路口 停车 公园 绿化 环卫 垃圾 污染 扰民 噪音 噪声 施工 工地 小区 物业 业主 业委会
  自来水 停水 停电 燃气 天然气 村委 村民 消费者 欠薪 市长 书记
`

const MATTER = new RegExp([SERVICES, IN_ENGLISH, CITY].flatMap((words) => words.trim().split(/\s+/)).join('|'))

/** Why a question that no guide answers is declined. Expects {@link plainWords}. */
export function readUnanswered(plain: string): 'no-guidance' | 'out-of-scope' {
  return MATTER.test(plain) ? 'no-guidance' : 'out-of-scope'
}
