/** What a column of an 实施清单 can hold. */
export type Column =
  | 'name'
  | 'code'
  | 'itemType'
  | 'handling'
  | 'legalLimit'
  | 'promisedLimit'
  | 'conditions'
  | 'materials'
  | 'copies'
  | 'process'
  | 'charged'
  | 'fee'
  | 'feeBasis'
  | 'place'
  | 'hours'
  | 'phone'
  | 'complaints'
  | 'authority'
  | 'basis'
  | 'visits'
  | 'online'
  | 'audience'

/** The names that columns usually bear; compared without spaces, punctuation and what stands in brackets. */
const NAMES: Readonly<Record<Column, string>> = {
  name: '事项名称 政务服务事项名称 办理事项名称 办理项名称 业务办理项名称 实施清单名称 子项名称 事项 服务事项名称 主项名称 办事事项',
  code: '事项编码 实施编码 实施清单编码 业务办理项编码 基本编码 事项代码 编码 办理项编码 项目编码',
  itemType: '事项类型 事项类别 事项性质 权力类型 类型',
  handling: '办件类型 办件类别 办理类型',
  legalLimit: '法定时限 法定办结时限 法定期限 法定办理时限 法定办结期限 法定时间 法定',
  promisedLimit: '承诺时限 承诺办结时限 承诺期限 承诺办理时限 承诺办结期限 承诺时间 办理时限 办结时限 承诺',
  conditions: '受理条件 办理条件 申请条件 申办条件 准予条件 条件',
  materials: '申请材料 申报材料 办理材料 材料 材料名称 申请材料名称 所需材料 提交材料 材料清单',
  copies: '材料份数 份数 材料形式 纸质材料份数 原件份数 复印件份数',
  process: '办理流程 办事流程 流程 办理程序 办理步骤',
  charged: '是否收费 收费 收费情况',
  fee: '收费标准 收费金额 收费项目 费用 收费项目及标准 收费标准及依据',
  feeBasis: '收费依据 收费文件',
  place: '办理地点 办事地点 办公地址 窗口地址 受理地点 办理地址 地点 地址 办理地点及窗口',
  hours: '办理时间 办公时间 工作时间 受理时间 窗口时间 服务时间',
  phone: '咨询电话 咨询方式 联系电话 咨询 电话 咨询渠道',
  complaints: '监督电话 投诉电话 监督投诉电话 监督投诉方式 投诉方式 监督方式 监督投诉渠道',
  authority: '实施主体 实施机关 实施部门 主管部门 责任部门 行使主体 受理机构 受理机关 决定机构 部门',
  basis: '设定依据 法律依据 实施依据 依据 政策依据 办理依据',
  visits: '到办事现场次数 到现场次数 跑动次数 最多跑动次数 到现场办理次数 办理跑动次数',
  online: '网办深度 网上办理深度 网办程度 是否网办 办理形式 是否支持网上办理',
  audience: '服务对象 服务对象类型 办理对象 面向对象 服务主体 对象',
}

/** How staff call a column in messages. */
export const COLUMN_WORDS = Object.fromEntries(
  Object.entries(NAMES).map(([column, names]) => [column, names.split(' ')[0] ?? column]),
) as Readonly<Record<Column, string>>

const COLUMN_OF: ReadonlyMap<string, Column> = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.split(' ').map((name): [string, Column] => [name, column as Column]),
  ),
)

/** The column a heading names; undefined for a heading nobody knows. */
export function columnOf(heading: string): Column | undefined {
  return COLUMN_OF.get(plainHeading(heading))
}

/** A heading without spaces, punctuation, numbering and what stands in brackets. */
function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .replace(/^[\d一二三四五六七八九十]+[.、]/, '')
    .replace(/[\s*※★:：/、，,。；;"'“”]/g, '')
}
